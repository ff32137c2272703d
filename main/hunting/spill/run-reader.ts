import type {
  HuntingColumnStats,
  HuntingGroup,
  HuntingGroups,
  HuntingSelection,
  HuntingValue,
  HuntingView,
  HuntingWindow,
} from '../../../contract/hunting';
import { columnAt, type RunTable } from './run-table';
import { conditionOf, orderOf, rankOf } from './view-conditions';

/** The numbers of a view's rows in their order, and what it was made from. */
interface KnownView {
  key: string;
  numbers: Uint32Array;
  length: number;
  /** The row that came last when it was made. */
  last: number;
  epoch: number;
  madeAt: number;
}

/** Views kept at a time: four bytes a row. */
const KEPT_VIEWS = 4;
/** While rows come in, a sorted view is made anew at most this often: it costs a pass over all rows. */
const STALE_MS = 2_000;
const TOP_VALUES = 10;

/** Reads windows, groups and figures of a run's rows. */
export class RunReader {
  #views: KnownView[] = [];

  constructor(
    private readonly table: RunTable,
    private readonly now: () => number,
  ) {}

  /** A window of a view. The order of a view over rows that still come in may lag behind by two seconds. */
  window(view: HuntingView, offset: number, limit: number, growing: boolean): HuntingWindow {
    const { table } = this;
    const plain = view.sort === null && view.filters.length === 0 && view.text === '';
    const known = plain ? null : this.#view(view, growing);
    const numbers = known ? [...known.numbers.subarray(offset, Math.min(offset + limit, known.length))] : table.numbersAt(offset, limit);
    return {
      total: known ? known.length : table.total,
      columns: [...table.merged.columns],
      rows: table.rowsBy(numbers),
      version: table.version,
    };
  }

  /** Numbers of all rows of a view in their order. */
  numbersOf(view: HuntingView): Uint32Array {
    const known = this.#view(view, false);
    return known.numbers.subarray(0, known.length);
  }

  groups(column: string, selection: HuntingSelection, limit: number): HuntingGroups {
    const found = this.#sqlOf(column);
    if (found === null) return { groups: [], distinct: 0 };
    const where = conditionOf(this.table, selection);
    const rows = this.table.database
      .prepare(
        `select ${found} as value, count(*), count(distinct t) from ${this.table.name} where ${where.sql} group by 1 order by 2 desc, 1 limit ${limit}`,
      )
      .raw()
      .all(...where.values) as [string | number | null, number, number][];
    const [distinct] = this.#one(`count(*) from (select 1 from ${this.table.name} where ${where.sql} group by ${found})`, where.values);
    return { groups: rows.map(([value, count, tenants]) => this.#group(column, value, count, tenants)), distinct: Number(distinct) };
  }

  columnStats(column: string, selection: HuntingSelection): HuntingColumnStats {
    const found = this.#sqlOf(column);
    const where = conditionOf(this.table, selection);
    if (found === null) return { rows: 0, empty: 0, distinct: 0, min: null, max: null, mean: null, top: [] };
    const rank = rankOf(this.table, column) ?? found;
    const from = `from ${this.table.name} where ${where.sql}`;
    const filled = `${found} is not null and ${found} <> ''`;
    const [rows, empty, mean] = this.#one(
      `count(*), count(*) - count(nullif(${found}, '')), avg(case when typeof(${found}) in ('integer', 'real') then ${found} end) ${from}`,
      where.values,
    );
    const extreme = (order: string): HuntingValue => {
      const [value] = this.#one(`${found} ${from} and ${filled} order by ${rank} ${order} limit 1`, where.values);
      return this.#shown(column, value ?? null);
    };
    const { groups, distinct } = this.groups(column, selection, TOP_VALUES);
    return {
      rows: Number(rows),
      empty: Number(empty),
      distinct,
      min: extreme('asc'),
      max: extreme('desc'),
      mean: mean === null ? null : Number(mean),
      top: groups,
    };
  }

  #view(view: HuntingView, growing: boolean): KnownView {
    const { table } = this;
    const key = JSON.stringify(view);
    const known = this.#views.find((one) => one.key === key && one.epoch === table.epoch);
    if (known && known.last === table.last) return this.#use(known);
    if (known && view.sort === null) return this.#use(this.#extend(known, view));
    if (known && growing && this.now() - known.madeAt < STALE_MS) return this.#use(known);
    const empty = { key, numbers: new Uint32Array(1024), length: 0, last: 0, epoch: table.epoch, madeAt: this.now() };
    return this.#use(this.#extend(empty, view));
  }

  /** Adds the rows that came since. Of a sorted view: all of them. */
  #extend(known: KnownView, view: HuntingView): KnownView {
    const { table } = this;
    const where = conditionOf(table, view);
    const numbers = table.database
      .prepare(`select n from ${table.name} where n > ? and ${where.sql} order by ${orderOf(table, view.sort)}`)
      .pluck()
      .iterate(known.last, ...where.values);
    for (const number of numbers) {
      if (known.length === known.numbers.length) known.numbers = grown(known.numbers);
      known.numbers[known.length] = number as number;
      known.length += 1;
    }
    return Object.assign(known, { last: table.last, madeAt: this.now() });
  }

  #use(view: KnownView): KnownView {
    this.#views = [view, ...this.#views.filter(({ key }) => key !== view.key)].slice(0, KEPT_VIEWS);
    return view;
  }

  #sqlOf(column: string): string | null {
    const index = this.table.merged.indexOf(column);
    if (index >= 0) return columnAt(index);
    return column === 'tenantId' ? 't' : null;
  }

  #one(select: string, values: readonly (string | number)[]): (string | number | null)[] {
    return (
      (this.table.database
        .prepare(`select ${select}`)
        .raw()
        .get(...values) as (string | number | null)[] | undefined) ?? []
    );
  }

  #group(column: string, value: string | number | null, rows: number, tenants: number): HuntingGroup {
    return { value: this.#shown(column, value), rows, tenants };
  }

  #shown(column: string, value: string | number | null): HuntingValue {
    const index = this.table.merged.indexOf(column);
    if (index < 0) return value === null ? null : (this.table.tenantIds[Number(value)] ?? null);
    return this.table.valueOf(value, this.table.merged.columns[index]);
  }
}

function grown(numbers: Uint32Array): Uint32Array {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
