import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useWidth } from '../use-width';
import { labelled, scaleTo } from './scale';
import './charts.css';

/** One kind of values, in the order they are stacked from below. */
export interface ChartSeries {
  id: string;
  label: string;
  /** A CSS colour. */
  colour: string;
}

export interface ChartColumn {
  id: string;
  /** Under the column. */
  tick: string;
  /** What the column says, in words: shown while it is pointed at or moved to. */
  words: string;
  /** One for each series. */
  values: readonly number[];
  /** Not all of it is known: drawn hatched over. */
  unsure?: boolean;
}

interface StackedColumnsProps {
  /** What the chart shows, in a sentence. */
  label: string;
  /** Said while no column is pointed at. */
  hint: string;
  series: readonly ChartSeries[];
  columns: readonly ChartColumn[];
  formatted(value: number): string;
  /** A piece of a column was clicked; or Enter pressed on a whole one (null). */
  onPick?(series: string | null, column: string): void;
}

const HEIGHT = 232;
const TOP = 8;
const BOTTOM = 24;
const LEFT = 44;
const LABEL_WIDTH = 64;
/** Half of a label: the last one keeps this far from the edge. */
const HALF_LABEL = 22;
const PLOT = HEIGHT - TOP - BOTTOM;

/** Columns of stacked values over time. Arrow keys move from column to column; everything in it is also in the table that belongs to it. */
export function StackedColumns({ label, hint, series, columns, formatted, onPick }: StackedColumnsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box));
  const [active, setActive] = useState<number | null>(null);
  const id = useId();
  const room = width - LEFT - 4;
  const each = room / Math.max(1, columns.length);
  const bar = Math.max(1, each * (each > 12 ? 0.7 : 0.86));
  const scale = scaleTo(Math.max(0, ...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))));
  const y = (value: number) => TOP + PLOT - (value / scale.max) * PLOT;
  const labels = labelled(columns.length, Math.floor(room / LABEL_WIDTH));

  const onKeyDown = (event: KeyboardEvent) => {
    const here = active === null ? undefined : columns[active];
    if (event.key === 'Enter' && here && onPick) {
      event.preventDefault();
      onPick(null, here.id);
      return;
    }
    const last = columns.length - 1;
    const now = active ?? columns.length;
    const next = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setActive(Math.min(last, Math.max(0, next)));
  };

  return (
    <div
      ref={box}
      className="chart"
      role="group"
      aria-label={label}
      aria-describedby={`${id}-words`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setActive(null)}
      onMouseLeave={() => setActive(null)}
    >
      <p id={`${id}-words`} className="chart-words clip" aria-live="polite">
        {active === null ? hint : columns[active]?.words}
      </p>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <defs>
          <pattern id={`${id}-unsure`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="chart-hatch" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line className="chart-line" x1={LEFT} x2={width - 4} y1={y(tick)} y2={y(tick)} />
            <text className="chart-text" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {formatted(tick)}
            </text>
          </g>
        ))}
        {columns.map((column, index) => {
          const left = LEFT + index * each;
          let below = 0;
          return (
            <g key={column.id} onMouseEnter={() => setActive(index)} className={index === active ? 'chart-column-active' : undefined}>
              <rect className="chart-column" x={left} y={TOP} width={each} height={PLOT} />
              {series.map(({ id: one, colour }, at) => {
                const value = column.values[at] ?? 0;
                if (value === 0) return null;
                below += value;
                return (
                  <rect
                    key={one}
                    className={onPick ? 'chart-piece chart-piece-link' : 'chart-piece'}
                    x={left + (each - bar) / 2}
                    y={y(below)}
                    width={bar}
                    height={Math.max(0.5, (value / scale.max) * PLOT)}
                    style={{ fill: colour }}
                    onClick={() => onPick?.(one, column.id)}
                  />
                );
              })}
              {column.unsure && <rect className="chart-unsure" x={left} y={TOP} width={each} height={PLOT} fill={`url(#${id}-unsure)`} />}
              {labels.has(index) && (
                <text className="chart-text" x={Math.min(left + each / 2, width - HALF_LABEL)} y={HEIGHT - 6} textAnchor="middle">
                  {column.tick}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
