import type { HuntingColumn, HuntingValue } from '../../contract/hunting';
import type { Merge, MergeOperation } from './kql/split-merge';

/** Parts whose answers cannot be put together; the message says why. */
export class MergeRefusal extends Error {}

interface Held {
  columns: readonly HuntingColumn[];
  rows: Map<string, HuntingValue[]>;
}

/** More groups than an answer may have are held for as many parts as there are; beyond this something else is wrong. */
const MOST_ROWS = 1_000_000;

/** Puts together rows of several parts that are not simply one after the other. A part that fails leaves nothing behind. */
export class PartMerge {
  #whole: Held | null = null;
  #part: Held | null = null;

  constructor(private readonly merge: Exclude<Merge, { kind: 'rows' }>) {}

  /** Rows of the part under way. */
  take(columns: readonly HuntingColumn[], rows: readonly HuntingValue[][]): void {
    this.#part ??= { columns, rows: new Map() };
    for (const row of rows) this.#add(this.#part, row);
  }

  discard(): void {
    this.#part = null;
  }

  /** The part is whole. Throws MergeRefusal. */
  keep(): void {
    const part = this.#part;
    this.#part = null;
    if (!part) return;
    this.#whole ??= { columns: part.columns, rows: new Map() };
    if (!sameColumns(this.#whole.columns, part.columns)) throw new MergeRefusal('Its parts have different columns.');
    for (const row of part.rows.values()) this.#add(this.#whole, row);
    if (this.#whole.rows.size > MOST_ROWS) throw new MergeRefusal(`Its parts have more than ${MOST_ROWS} groups.`);
  }

  /** All that was kept. */
  result(): { columns: readonly HuntingColumn[]; rows: HuntingValue[][] } | null {
    return this.#whole && { columns: this.#whole.columns, rows: [...this.#whole.rows.values()] };
  }

  #add({ columns, rows }: Held, row: readonly HuntingValue[]): void {
    const keys = this.merge.kind === 'groups' ? this.merge.keys : row.length;
    const name = JSON.stringify(row.slice(0, keys));
    const before = rows.get(name);
    if (!before) rows.set(name, [...row]);
    else if (this.merge.kind === 'groups')
      for (const [index, operation] of this.merge.operations.entries()) {
        const at = keys + index;
        before[at] = combined(operation, before[at] ?? null, row[at] ?? null, columns[at]);
      }
  }
}

const sameColumns = (one: readonly HuntingColumn[], other: readonly HuntingColumn[]): boolean =>
  one.length === other.length && one.every(({ name, type }, at) => other[at]?.name === name && other[at].type === type);

function combined(operation: MergeOperation, one: HuntingValue, other: HuntingValue, column: HuntingColumn | undefined): HuntingValue {
  if (one === null) return other;
  if (other === null) return one;
  if (operation === 'sum') return added(one, other, column);
  const order = compared(one, other, column);
  return (operation === 'min') === order <= 0 ? one : other;
}

function added(one: HuntingValue, other: HuntingValue, column: HuntingColumn | undefined): HuntingValue {
  if (typeof one === 'number' && typeof other === 'number') {
    const sum = one + other;
    if (Number.isSafeInteger(sum) || column?.type === 'real') return sum;
  }
  if (column?.type === 'timespan') return ticksText(ticksOf(String(one)) + ticksOf(String(other)));
  // Whole numbers a double cannot hold come as text.
  if (/^-?\d+$/.test(String(one)) && /^-?\d+$/.test(String(other))) return String(BigInt(String(one)) + BigInt(String(other)));
  throw new MergeRefusal(`The column ${column?.name ?? ''} cannot be added up.`);
}

/** Below, at or above 0, as the service orders values of the type. */
function compared(one: HuntingValue, other: HuntingValue, column: HuntingColumn | undefined): number {
  switch (column?.type) {
    case 'datetime':
      return ordered(padded(String(one)), padded(String(other)));
    case 'timespan':
      return ordered(ticksOf(String(one)), ticksOf(String(other)));
    case 'string':
    case 'guid':
      return ordered(String(one), String(other));
    case 'bool':
    case 'long':
    case 'int':
    case 'real':
    case 'decimal':
      return typeof one === 'string' || typeof other === 'string' ? wholeOrder(one, other, column) : ordered(Number(one), Number(other));
    default:
      throw new MergeRefusal(`Values of the column ${column?.name ?? ''} cannot be compared.`);
  }
}

const ordered = <T extends string | number | bigint>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);

function wholeOrder(one: HuntingValue, other: HuntingValue, column: HuntingColumn): number {
  if (!/^-?\d+$/.test(String(one)) || !/^-?\d+$/.test(String(other)))
    throw new MergeRefusal(`Values of the column ${column.name} cannot be compared.`);
  return ordered(BigInt(String(one)), BigInt(String(other)));
}

/** Times have up to seven digits of a second, trailing zeros left out. */
const padded = (time: string): string => {
  const [whole = '', fraction = ''] = time.replace(/Z$/, '').split('.');
  return `${whole}.${fraction.padEnd(7, '0')}`;
};

/** Ticks (100 ns) of `d.hh:mm:ss.fffffff`. */
function ticksOf(text: string): bigint {
  const found = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/.exec(text);
  if (!found) throw new MergeRefusal(`"${text}" is not a time span.`);
  const [, sign, days = '0', hours, minutes, seconds, fraction = ''] = found;
  const size =
    ((BigInt(days) * 24n + BigInt(hours ?? 0)) * 3_600n + BigInt(minutes ?? 0) * 60n + BigInt(seconds ?? 0)) * 10_000_000n +
    BigInt(fraction.padEnd(7, '0'));
  return sign ? -size : size;
}

function ticksText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const two = (value: bigint): string => String(value).padStart(2, '0');
  const seconds = size / 10_000_000n;
  const days = seconds / 86_400n;
  const clock = [(seconds / 3_600n) % 24n, (seconds / 60n) % 60n, seconds % 60n].map(two).join(':');
  const fraction = size % 10_000_000n;
  return `${ticks < 0n ? '-' : ''}${days > 0n ? `${days}.` : ''}${clock}${fraction > 0n ? `.${String(fraction).padStart(7, '0')}` : ''}`;
}
