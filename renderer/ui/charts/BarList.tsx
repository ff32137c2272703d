import type { ReactNode } from 'react';
import type { ChartSeries } from './StackedColumns';
import './charts.css';

export interface BarRow {
  id: string;
  name: ReactNode;
  /** One for each series. */
  values: readonly number[];
  /** What the bar says, in words. */
  words: string;
  /** Said while it is pointed at. */
  title?: string;
  /** In place of a bar: that nothing is known. */
  unknown?: string;
}

interface BarListProps {
  label: string;
  series: readonly ChartSeries[];
  rows: readonly BarRow[];
  onOpen(id: string): void;
}

/** Rows with a bar each, all on one scale. */
export function BarList({ label, series, rows, onOpen }: BarListProps) {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const most = Math.max(1, ...rows.map(({ values }) => sum(values)));
  return (
    <ul className="bar-list" aria-label={label}>
      {rows.map(({ id, name, values, words, title, unknown }) => (
        <li key={id}>
          <button type="button" title={title} onClick={() => onOpen(id)}>
            <span className="bar-name">{name}</span>
            {unknown === undefined ? <Bar values={values} series={series} most={most} /> : <span className="bar-unknown">{unknown}</span>}
            <span className="bar-words">{words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Bar({ values, series, most }: { values: readonly number[]; series: readonly ChartSeries[]; most: number }) {
  const share = (at: number) => ((values[at] ?? 0) / most) * 100;
  const before = (at: number) => series.slice(0, at).reduce((sum, _one, index) => sum + share(index), 0);
  return (
    <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      {series.map(
        ({ id, colour }, at) =>
          share(at) > 0 && (
            <rect key={id} className="chart-piece" x={before(at)} y={0} width={share(at)} height={12} style={{ fill: colour }} />
          ),
      )}
    </svg>
  );
}
