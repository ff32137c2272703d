import type { HuntingColumn, HuntingRow, HuntingValue } from '../../../../contract/hunting';
import { isNumber } from './cell';
import { areSeverities, gravity } from './chart-colours';

export type ChartKind = 'timechart' | 'barchart' | 'columnchart' | 'piechart';

export interface Chart {
  /** Places along the chart: instants of a time chart, else texts. */
  places: (string | number)[];
  /** One value per place; what was not answered is 0. The largest first; of severities the gravest. */
  series: { name: string; values: number[]; total: number }[];
  /** Series that found no room and stand together in the last one. */
  together: number;
}

/** More colours than these nobody tells apart. */
const MOST_SERIES = 8;
const MOST_PLACES = 400;

/** What the query asks to be drawn, by its `render` that stands in no text and no comment; null: nothing that is drawn here. */
export function renderOf(query: string): ChartKind | null {
  const bare = query.replace(/@?"(?:[^"\\\n]|\\.)*"|@?'(?:[^'\\\n]|\\.)*'/g, '""').replace(/\/\/.*$/gm, '');
  const asked = /\|\s*render\s+(\w+)[^|]*$/.exec(bare)?.[1];
  switch (asked) {
    case 'timechart':
    case 'linechart':
    case 'areachart':
    case 'stackedareachart':
      return 'timechart';
    case 'barchart':
    case 'columnchart':
    case 'piechart':
      return asked;
    default:
      return null;
  }
}

/**
 * Rows as the values of a chart. Along: the first time of a time chart, else the first text. High: the first number. Series: the next text, else the tenants, so
 * that values of two customers are stacked and never averaged. Null: there is no number, or nothing to stand along.
 */
export function chartOf(
  kind: ChartKind,
  rows: readonly HuntingRow[],
  columns: readonly HuntingColumn[],
  { byTenant, nameOf }: { byTenant: boolean; nameOf(tenantId: string): string },
): Chart | null {
  const high = columns.findIndex(({ type }) => isNumber(type));
  const isPlace = ({ type }: HuntingColumn) => (kind === 'timechart' ? type === 'datetime' : !isNumber(type));
  const along = columns.findIndex(isPlace);
  if (high < 0 || along < 0) return null;
  const split = columns.findIndex(({ type }, index) => index !== along && (type === 'string' || type === 'bool'));
  const sums = new Map<string, Map<string | number, number>>();
  const places = new Set<string | number>();
  for (const { tenantId, values } of rows) {
    const place = placeOf(values[along] ?? null, kind);
    const value = Number(values[high]);
    if (place === null || !Number.isFinite(value)) continue;
    const name = byTenant || split < 0 ? nameOf(tenantId) : String(values[split] ?? '');
    const series = sums.get(name) ?? new Map<string | number, number>();
    series.set(place, (series.get(place) ?? 0) + value);
    sums.set(name, series);
    places.add(place);
  }
  const sorted = kind === 'timechart' ? [...places].toSorted((a, b) => Number(a) - Number(b)) : [...places];
  const shown = sorted.slice(0, MOST_PLACES);
  const series = [...sums].map(([name, values]) => {
    const list = shown.map((place) => values.get(place) ?? 0);
    return { name, values: list, total: list.reduce((sum, value) => sum + value, 0) };
  });
  const grave = areSeverities([...sums.keys()]);
  const ranked = series.toSorted((a, b) => (grave ? gravity(a.name) - gravity(b.name) : 0) || b.total - a.total);
  const chart = { places: shown, series: ranked.slice(0, MOST_SERIES), together: Math.max(0, ranked.length - MOST_SERIES) };
  if (chart.together > 0) {
    const rest = ranked.slice(MOST_SERIES);
    const values = shown.map((_place, at) => rest.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
    chart.series.push({ name: '', values, total: values.reduce((sum, value) => sum + value, 0) });
  }
  return chart;
}

function placeOf(value: HuntingValue, kind: ChartKind): string | number | null {
  if (value === null) return null;
  if (kind !== 'timechart') return String(value);
  const instant = Date.parse(String(value));
  return Number.isNaN(instant) ? null : instant;
}
