/** Where a value lies between 0 and the top line of a chart, and which lines there are. */
export interface Scale {
  /** The value of the top line. */
  max: number;
  /** Values to draw a line at, from 0. */
  ticks: readonly number[];
}

/** About how many lines a chart has. */
const LINES = 4;

/** A scale of whole, round steps (1, 2 or 5 times a power of ten) that ends at or above a value. */
export function scaleTo(highest: number): Scale {
  const rough = Math.max(1, highest) / LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough);
  const lines = Math.max(1, Math.ceil(highest / step));
  return { max: lines * step, ticks: Array.from({ length: lines + 1 }, (_, line) => line * step) };
}

/** Which of so many columns get a label, so that there are no more than fit: always the last one, and others at even distances before it. */
export function labelled(count: number, most: number): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return new Set(Array.from({ length: count }, (_, index) => index).filter((index) => (count - 1 - index) % step === 0));
}
