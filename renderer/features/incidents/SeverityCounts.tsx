import { i18n } from '@lingui/core';
import { counted, KNOWN_SEVERITIES, severityLevel, spoken } from '../common/incident-words';

interface SeverityCountsProps {
  /** Matching incidents by severity, lower-cased; null before the first answer. */
  bySeverity: Readonly<Record<string, number>> | null;
  total: number;
  /** False while another list is on its way: the numbers are the last one's. */
  settled: boolean;
}

/** How many incidents the list holds, by severity; severities no list of ours names are counted too. */
export function SeverityCounts({ bySeverity, total, settled }: SeverityCountsProps) {
  const known: readonly string[] = KNOWN_SEVERITIES;
  const others = Object.keys(bySeverity ?? {}).filter((severity) => !known.includes(severity));
  return (
    <ul className={settled ? 'severity-counts' : 'severity-counts severity-counts-old'} aria-label={i18n.t('Incidents by severity')}>
      {[...known, ...others].map((severity) => (
        <li key={severity}>
          <strong>{bySeverity ? counted(bySeverity[severity] ?? 0) : '–'}</strong>
          <span>
            <i className={`severity-square severity-square-${severityLevel(severity)}`} aria-hidden="true" />
            {spoken(severity)}
          </span>
        </li>
      ))}
      <li>
        <strong>{bySeverity ? counted(total) : '–'}</strong>
        <span>{i18n.t('Total')}</span>
      </li>
    </ul>
  );
}
