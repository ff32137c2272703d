import { i18n } from '@lingui/core';
import type { Chart } from './chart-data';
import { LEFT, NameAxis, plotOf, RIGHT, Scale, shortened, TimeAxis, TOP } from './chart-axes';
import { coloursOf } from './chart-colours';
import '../../../ui/charts/charts.css';
import '../../../ui/severity-bars.css';

interface ShapeProps {
  chart: Chart;
  /** In CSS pixels. */
  width: number;
  height: number;
  place(at: string | number): string;
}

const BAR = 24;

/** The highest line of a scale, at or over a value: so many times a power of ten that its quarters are round. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 8, 10].find((times) => times * power >= value) ?? 10) * power;
}

const stacked = ({ places, series }: Chart) =>
  places.map((_place, at) => series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0));

const coloursIn = ({ series }: Chart) => coloursOf(series.map(({ name }) => name));

export function Lines({ chart, width, height, place, utc }: ShapeProps & { utc: boolean }) {
  const { places, series } = chart;
  const colours = coloursIn(chart);
  const plot = plotOf(height);
  const [first, last] = [Number(places[0]), Number(places.at(-1))];
  const top = roundUp(Math.max(...series.flatMap(({ values }) => values)));
  const x = (at: number) => LEFT + (last > first ? (at - first) / (last - first) : 0.5) * (width - LEFT - RIGHT);
  const y = (value: number) => TOP + plot * (1 - Math.max(0, value) / top);
  return (
    <svg width={Math.max(0, width)} height={height} aria-hidden="true">
      <Scale top={top} width={width} height={height} />
      {series.map(({ name, values }, index) => (
        <g key={name} style={{ stroke: colours[index], fill: colours[index] }}>
          <polyline
            fill="none"
            strokeWidth={2}
            points={values.map((value, at) => `${x(Number(places[at]))},${y(value)}`).join(' ')}
            style={{ fill: 'none' }}
          />
          {values.length <= 60 &&
            values.map((value, at) => (
              <circle key={places[at]} cx={x(Number(places[at]))} cy={y(value)} r={3}>
                <title>{`${place(places[at] ?? '')} · ${name} · ${i18n.number(value)}`}</title>
              </circle>
            ))}
        </g>
      ))}
      <TimeAxis places={places.map(Number)} utc={utc} x={x} width={width} height={height} />
    </svg>
  );
}

export function Columns({ chart, width, height, place }: ShapeProps) {
  const { places, series } = chart;
  const plot = plotOf(height);
  const colours = coloursIn(chart);
  const top = roundUp(Math.max(...stacked(chart)));
  const each = (width - LEFT - RIGHT) / places.length;
  return (
    <svg width={Math.max(0, width)} height={height} aria-hidden="true">
      <Scale top={top} width={width} height={height} />
      {places.map((at, index) => {
        let below = 0;
        return series.map(({ name, values }, number) => {
          const value = Math.max(0, values[index] ?? 0);
          below += value;
          return (
            <rect
              key={`${at} ${name}`}
              x={LEFT + index * each + each * 0.1}
              y={TOP + plot * (1 - below / top)}
              width={Math.max(1, each * 0.8)}
              height={(plot * value) / top}
              style={{ fill: colours[number] }}
            >
              <title>{`${place(at)} · ${name} · ${i18n.number(value)}`}</title>
            </rect>
          );
        });
      })}
      <NameAxis names={places.map(place)} width={width} height={height} />
    </svg>
  );
}

export function Bars({ chart, width, place }: Omit<ShapeProps, 'height'>) {
  const { places, series } = chart;
  const colours = coloursIn(chart);
  const top = Math.max(1, ...stacked(chart));
  const names = 190;
  const room = Math.max(60, width - names - 90);
  return (
    <svg width={Math.max(0, width)} height={places.length * BAR} aria-hidden="true">
      {places.map((at, index) => {
        let left = names;
        const y = index * BAR;
        return (
          <g key={at}>
            <text className="chart-text" x={names - 8} y={y + 16} textAnchor="end">
              {shortened(place(at), 28)}
            </text>
            {series.map(({ name, values }, number) => {
              const value = Math.max(0, values[index] ?? 0);
              const wide = (value / top) * room;
              left += wide;
              return (
                <rect key={name} x={left - wide} y={y + 4} width={wide} height={BAR - 8} style={{ fill: colours[number] }}>
                  <title>{`${place(at)} · ${name} · ${i18n.number(value)}`}</title>
                </rect>
              );
            })}
            <text className="chart-text" x={left + 6} y={y + 16}>
              {i18n.number(stacked(chart)[index] ?? 0)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const RADIUS = 110;

/** Parts of a whole: the places, summed up over all series. */
export function Pie({ chart, place }: Pick<ShapeProps, 'chart' | 'place'>) {
  const ranked = stacked(chart)
    .map((value, at) => ({ value, name: place(chart.places[at] ?? '') }))
    .toSorted((a, b) => b.value - a.value);
  const rest = ranked.slice(8).reduce((sum, { value }) => sum + value, 0);
  const parts =
    rest > 0 ? [...ranked.slice(0, 8), { value: rest, name: i18n.t('{count} others', { count: ranked.length - 8 }) }] : ranked.slice(0, 8);
  const whole = Math.max(
    1e-9,
    parts.reduce((sum, { value }) => sum + value, 0),
  );
  const colours = coloursOf(parts.map(({ name }) => name));
  const turned = parts.map((_part, at) => parts.slice(0, at).reduce((sum, { value }) => sum + value, 0) / whole);
  return (
    <div className="chart-pie">
      <svg width={RADIUS * 2} height={RADIUS * 2} viewBox={`${-RADIUS} ${-RADIUS} ${RADIUS * 2} ${RADIUS * 2}`} aria-hidden="true">
        {parts.map(({ name, value }, index) => {
          const [from, share] = [turned[index] ?? 0, value / whole];
          if (share >= 0.9999) return <circle key={name} r={RADIUS} style={{ fill: colours[index] }} />;
          const [a, b] = [pointAt(from), pointAt(from + share)];
          return (
            <path
              key={name}
              d={`M0 0 L${a} A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${b} Z`}
              style={{ fill: colours[index] }}
              className="chart-slice"
            />
          );
        })}
      </svg>
      <ul className="chart-legend chart-legend-down">
        {parts.map(({ name, value }, index) => (
          <li key={name}>
            <span className="chart-swatch" style={{ background: colours[index] }} aria-hidden="true" />
            {name || i18n.t('(empty)')} <span className="quiet">{i18n.number(value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function pointAt(share: number): string {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `${RADIUS * Math.cos(angle)} ${RADIUS * Math.sin(angle)}`;
}
