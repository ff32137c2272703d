import { LosslessNumber } from 'lossless-json';
import { isObject } from './recorded-file';

/** A value of a JSON document that is no object or list, with the way to it. */
export interface Leaf {
  path: string;
  text: string;
}

/** Every value but null, with its path. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (isObject(value)) return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`));
  return [{ path, text: value instanceof LosslessNumber ? value.value : String(value) }];
}

/** What a reader of the app sees: all texts, and all numbers, at any depth of an object. */
export class Shown {
  readonly #texts = new Set<string>();
  #all = '';

  constructor(...objects: unknown[]) {
    for (const leaf of objects.flatMap((object) => leavesOf(object))) {
      this.#texts.add(leaf.text);
      this.#all += `${leaf.text}\n`;
    }
  }

  /** Whether a value of the file can be seen: as it is, inside a longer text or JSON, or as the same moment of time. */
  has(text: string): boolean {
    if (text === '' || this.#texts.has(text) || this.#all.includes(text) || this.#all.includes(JSON.stringify(text).slice(1, -1)))
      return true;
    if (this.#texts.has(text.trim())) return true;
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number) && (this.#texts.has(String(number)) || this.#all.includes(String(number))))
      return true;
    return momentsOf(text).some((at) => this.#texts.has(String(at)));
  }
}

function momentsOf(text: string): number[] {
  const dotNet = /^\/Date\((-?\d+)/.exec(text);
  if (dotNet) return [Number(dotNet[1])];
  if (/^\d{9,10}$/.test(text)) return [Number(text) * 1000];
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return [];
  const short = text
    .trim()
    .replace(/(\.\d{3})\d+/, '$1')
    .replace(' ', 'T');
  return [Date.parse(short), Date.parse(`${short}Z`)].filter((at) => !Number.isNaN(at));
}
