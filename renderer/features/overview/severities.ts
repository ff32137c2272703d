import type { SeverityCounts, TenantFigures } from '../../../contract/overview';
import type { ChartSeries } from '../../ui/charts/StackedColumns';
import { counted, KNOWN_SEVERITIES, severityLevel, spoken } from '../common/incident-words';

/** The severities some counts have, the gravest first; those no list of ours names come last. */
export function severitiesOf(counts: readonly SeverityCounts[]): string[] {
  const known: readonly string[] = KNOWN_SEVERITIES;
  const found = new Set(counts.flatMap((one) => Object.keys(one)));
  return [...known, ...[...found].filter((severity) => !known.includes(severity)).toSorted()];
}

/** One series for each severity. */
export function severitySeries(severities: readonly string[]): ChartSeries[] {
  return severities.map((severity) => ({ id: severity, label: spoken(severity), colour: `var(--severity-${severityLevel(severity)})` }));
}

export function sumOf(counts: SeverityCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** "12 High, 3 Medium": only what there is. */
export function severityWords(counts: SeverityCounts, severities: readonly string[]): string {
  return severities
    .filter((severity) => (counts[severity] ?? 0) > 0)
    .map((severity) => `${counted(counts[severity] ?? 0)} ${spoken(severity)}`)
    .join(', ');
}

/** Never read whole and nothing stored: its zero is no answer. */
export function isUnknown({ lastCompleteAt, open, resolved }: TenantFigures): boolean {
  return lastCompleteAt === null && resolved === 0 && sumOf(open) === 0;
}
