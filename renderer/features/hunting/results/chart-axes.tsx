import { i18n } from '@lingui/core';
import { labelled } from '../../../ui/charts/scale';
import { timeTicks } from './time-ticks';

/** The room around the plot of a chart, in CSS pixels. */
export const LEFT = 56;
export const RIGHT = 12;
const BOTTOM = 26;
export const TOP = 8;
export const plotOf = (height: number) => height - TOP - BOTTOM;

const LABEL_WIDTH = 88;
const HALF_LABEL = LABEL_WIDTH / 2;
/** Of a letter of a label, on average. */
const LETTER = 7;

interface AxisProps {
  width: number;
  height: number;
}

/** The lines of the values, and what they stand for. */
export function Scale({ top, width, height }: AxisProps & { top: number }) {
  const plot = plotOf(height);
  return [0, 0.25, 0.5, 0.75, 1].map((share) => (
    <g key={share}>
      <line className="chart-line" x1={LEFT} x2={width - RIGHT} y1={TOP + plot * (1 - share)} y2={TOP + plot * (1 - share)} />
      <text className="chart-text" x={LEFT - 6} y={TOP + plot * (1 - share) + 4} textAnchor="end">
        {i18n.number(top * share, { notation: 'compact', maximumFractionDigits: 1 })}
      </text>
    </g>
  ));
}

interface TimeAxisProps extends AxisProps {
  /** Moments of the values, the earliest first. */
  places: readonly number[];
  utc: boolean;
  /** Where a moment stands, in CSS pixels. */
  x(at: number): number;
}

/** Days or times of day under a chart over time, and whether they are of UTC. */
export function TimeAxis({ places, utc, x, width, height }: TimeAxisProps) {
  const plot = plotOf(height);
  const [from, to] = [places[0] ?? 0, places.at(-1) ?? 0];
  const apart = Math.min(to - from, ...places.slice(1).map((place, at) => place - (places[at] ?? 0)));
  return (
    <>
      {utc && (
        <text className="chart-text" x={0} y={height - 6}>
          UTC
        </text>
      )}
      {timeTicks({ from, to, apart }, Math.floor((width - LEFT - RIGHT) / LABEL_WIDTH), utc).map(({ at, label }) => (
        <g key={at}>
          <line className="chart-line" x1={x(at)} x2={x(at)} y1={TOP + plot} y2={TOP + plot + 4} />
          <text className="chart-text" x={within(x(at), width)} y={height - 6} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}

/** Names under columns, as many as have room. */
export function NameAxis({ names, width, height }: AxisProps & { names: readonly string[] }) {
  const each = (width - LEFT - RIGHT) / names.length;
  const shown = labelled(names.length, Math.floor((width - LEFT - RIGHT) / LABEL_WIDTH));
  const most = Math.floor((Math.max(each, LABEL_WIDTH) - 8) / LETTER);
  return names.map((name, at) =>
    shown.has(at) ? (
      <text key={name} className="chart-text" x={within(LEFT + (at + 0.5) * each, width)} y={height - 6} textAnchor="middle">
        {shortened(withoutMidnight(name), most)}
      </text>
    ) : null,
  );
}

/** Labels do not leave the picture at its right end. */
const within = (x: number, width: number) => Math.min(x, width - HALF_LABEL / 2);
/** A day that came as a moment. */
const withoutMidnight = (name: string) => name.replace(/T00:00:00(?:\.0+)?Z$/, '');

export const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text);
