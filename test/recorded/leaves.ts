import { LosslessNumber } from 'lossless-json';
import { isObject } from './json';

/** A value of a JSON document that is no object or list, with the way to it. */
export interface Leaf {
  path: string;
  text: string;
  /** A true or false, not a text that reads so. */
  flag: boolean;
}

/** Every value but null, with its path. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (isObject(value)) return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`));
  return [{ path, text: value instanceof LosslessNumber ? value.value : scalarText(value), flag: typeof value === 'boolean' }];
}

function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a reader of the app sees: every text, the items of lists written as text, and the values of JSON written as text. */
export class Shown {
  readonly #texts = new Set<string>();

  constructor(...objects: unknown[]) {
    // Flags of ours, such as whether a kind is known, are not values of the file.
    for (const { text } of objects.flatMap((object) => leavesOf(object)).filter(({ flag }) => !flag)) {
      for (const seen of [text, text.trim(), ...text.split(', '), ...leavesOf(jsonIn(text)).map((leaf) => leaf.text)])
        this.#texts.add(seen);
    }
  }

  /** Whether a value of the file can be seen: as it is, as the same number, or as the same moment of time. */
  has(text: string): boolean {
    const same =
      [text, text.trim(), wholeCharacters(text)].some((one) => this.#texts.has(one)) ||
      text.split(', ').every((one) => this.#texts.has(one));
    if (text.trim() === '' || same) return true;
    if (Number.isFinite(Number(text)) && this.#texts.has(String(Number(text)))) return true;
    return momentsOf(text).some((at) => this.#texts.has(String(at)));
  }
}

/** A text cut inside a character ends in half of one, which no store and no screen has: both show the replacement character. */
function wholeCharacters(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function jsonIn(text: string): unknown {
  if (!/^[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function momentsOf(text: string): number[] {
  const dotNet = /^\/Date\((-?\d+)/.exec(text);
  if (dotNet) return [Number(dotNet[1])];
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return [Math.trunc(Number(text) * 1000)];
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return [];
  const short = text
    .trim()
    .replace(/(\.\d{3})\d+/, '$1')
    .replace(' ', 'T');
  return [Date.parse(short), Date.parse(`${short}Z`)].filter((at) => !Number.isNaN(at));
}
