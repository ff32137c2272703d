import { isUnsure, type Overview, type SeverityCounts } from '../../../contract/overview';
import { type Html, html } from './html';

const WIDTH = 680;
const HEIGHT = 180;
const LEFT = 40;
const BOTTOM = 22;
const TOP = 8;
/** Days that are named under the columns, at most. */
const LABELS = 6;

/** Classes of the severities there are colours for, as in report-style.ts. */
const COLOURED = new Set(['high', 'medium', 'low', 'informational']);

const HATCH = html`<defs><pattern id="unsure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6"/></pattern></defs>`;

/** The class a severity's colour hangs on. */
export function severityClass(severity: string): string {
  return COLOURED.has(severity) ? severity : 'other';
}

export function sumOf(counts: SeverityCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The top line of the chart: one digit and zeros, and even, so that half of it is a number of incidents. */
export function evenOver(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(2, most)));
  return ([1, 2, 4, 6, 8, 10].find((times) => times * power >= most && (times * power) % 2 === 0) ?? 10) * power;
}

/** Columns of what was open at the end of each day, hatched where not all of it is known. The table of the report says the same in numbers. */
export function openColumns(overview: Overview, severities: readonly string[], label: string): Html {
  const { days } = overview;
  const most = evenOver(Math.max(...days.map(({ open }) => sumOf(open))));
  const each = (WIDTH - LEFT) / Math.max(1, days.length);
  const plot = HEIGHT - TOP - BOTTOM;
  const y = (value: number) => TOP + plot - (value / most) * plot;
  const columns = days.flatMap(({ open }, at) => {
    let below = 0;
    return severities.toReversed().flatMap((severity) => {
      const value = open[severity] ?? 0;
      below += value;
      if (value === 0) return [];
      return html`<rect class="${severityClass(severity)}" x="${rounded(LEFT + at * each + each * 0.12)}" y="${rounded(y(below))}" width="${rounded(each * 0.76)}" height="${rounded((value / most) * plot)}"/>`;
    });
  });
  const hatched = days.flatMap((day, at) =>
    isUnsure(day, overview)
      ? html`<rect class="unsure" x="${rounded(LEFT + at * each)}" y="${TOP}" width="${rounded(each)}" height="${plot}" fill="url(#unsure)"/>`
      : [],
  );
  const lines = [0, most / 2, most].map(
    (value) =>
      html`<line x1="${LEFT}" x2="${WIDTH}" y1="${rounded(y(value))}" y2="${rounded(y(value))}"/><text x="${LEFT - 6}" y="${rounded(y(value) + 4)}" text-anchor="end">${value}</text>`,
  );
  const step = Math.ceil(days.length / LABELS);
  // Each ends where its day does: the last one may not leave the picture.
  const names = days.flatMap((day, at) =>
    (days.length - 1 - at) % step === 0
      ? html`<text x="${rounded(LEFT + (at + 1) * each)}" y="${HEIGHT - 6}" text-anchor="end">${isoDay(day.at)}</text>`
      : [],
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${HATCH}${lines}${columns}${hatched}${names}</svg>`;
}

/** A day of UTC as 2026-11-28. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
