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
import type { SpillReads } from './spill-reads';
import { conditionOf, orderOf, rankOf } from './view-conditions';

/** The numbers of a view's rows in their order, and what it was made from. */
interface KnownView {
  key: string;
  numbers: Uint32Array;
  /** The row that came last when it was made. */
  last: number;
  epoch: number;
  madeAt: number;
  /** How long making it took. */
  tookMs: number;
}

/** Views kept at a time: four bytes a row. */
const KEPT_VIEWS = 4;
/** While rows come in, a sorted view is made anew at most this often, as it costs a pass over all rows … */
const STALE_MS = 2_000;
/** … and never more than a part of the time. */
const REST = 4;
const TOP_VALUES = 10;

/** Reads windows, groups and figures of a run's rows. What has to look at all of them is done by `reads`, meanwhile rows may come. */
export class RunReader {
  #views: KnownView[] = [];
  /** Views that are being made, by key. */
  readonly #making = new Map<string, Promise<KnownView>>();

  constructor(
    private readonly table: RunTable,
    private readonly reads: SpillReads,
    private readonly now: () => number,
  ) {}

  /** A window of a view. The order of a view over rows that still come in may lag behind by seconds. */
  async window(view: HuntingView, offset: number, limit: number, growing: boolean): Promise<HuntingWindow> {
    const { table } = this;
    const plain = view.sort === null && view.filters.length === 0 && view.text === '';
    const known = plain ? null : await this.#view(view, growing);
    const numbers = known ? [...known.numbers.subarray(offset, offset + limit)] : table.numbersAt(offset, limit);
    return {
      total: known ? known.numbers.length : table.total,
      columns: [...table.merged.columns],
      rows: table.rowsBy(numbers),
      version: table.version,
    };
  }

  /** Numbers of all rows of a view in their order. */
  async numbersOf(view: HuntingView): Promise<Uint32Array> {
    return (await this.#view(view, false)).numbers;
  }

  async groups(column: string, selection: HuntingSelection, limit: number): Promise<HuntingGroups> {
    const found = this.#sqlOf(column);
    if (found === null) return { groups: [], distinct: 0 };
    const where = conditionOf(this.table, selection);
    const { name } = this.table;
    const rows = (await this.reads.rows(
      `select ${found} as value, count(*), count(distinct t) from ${name} where ${where.sql} group by 1 order by 2 desc, 1 limit ${limit}`,
      where.values,
    )) as [string | number | null, number, number][];
    const [distinct] = await this.#one(`count(*) from (select 1 from ${name} where ${where.sql} group by ${found})`, where.values);
    return { groups: rows.map(([value, count, tenants]) => this.#group(column, value, count, tenants)), distinct: Number(distinct) };
  }

  async columnStats(column: string, selection: HuntingSelection): Promise<HuntingColumnStats> {
    const found = this.#sqlOf(column);
    const where = conditionOf(this.table, selection);
    if (found === null) return { rows: 0, empty: 0, distinct: 0, min: null, max: null, mean: null, top: [] };
    const rank = rankOf(this.table, column) ?? found;
    const from = `from ${this.table.name} where ${where.sql}`;
    const filled = `${found} is not null and ${found} <> ''`;
    const [rows, empty, mean] = await this.#one(
      `count(*), count(*) - count(nullif(${found}, '')), avg(case when typeof(${found}) in ('integer', 'real') then ${found} end) ${from}`,
      where.values,
    );
    const extreme = async (order: string): Promise<HuntingValue> => {
      const [value] = await this.#one(`${found} ${from} and ${filled} order by ${rank} ${order} limit 1`, where.values);
      return this.#shown(column, value ?? null);
    };
    const { groups, distinct } = await this.groups(column, selection, TOP_VALUES);
    return {
      rows: Number(rows),
      empty: Number(empty),
      distinct,
      min: await extreme('asc'),
      max: await extreme('desc'),
      mean: mean === null ? null : Number(mean),
      top: groups,
    };
  }

  /** As new as it has to be; made once, however many ask meanwhile. */
  async #view(view: HuntingView, growing: boolean): Promise<KnownView> {
    const key = JSON.stringify(view);
    for (;;) {
      const known = this.#views.find((one) => one.key === key && one.epoch === this.table.epoch);
      if (known && (known.last === this.table.last || (view.sort && growing && this.#isRecent(known)))) return this.#use(known);
      const making = this.#making.get(key);
      if (!making) return this.#make(key, view, known && view.sort === null ? known : null);
      await making.catch(() => undefined);
    }
  }

  #isRecent({ madeAt, tookMs }: KnownView): boolean {
    return this.now() - madeAt < Math.max(STALE_MS, tookMs * REST);
  }

  /** @param before the same view without the rows that came since */
  #make(key: string, view: HuntingView, before: KnownView | null): Promise<KnownView> {
    const { table } = this;
    const { last, epoch } = table;
    const began = this.now();
    const where = conditionOf(table, view);
    const made = this.reads
      .numbers(`select n from ${table.name} where n > ? and n <= ? and ${where.sql} order by ${orderOf(table, view.sort)}`, [
        before?.last ?? 0,
        last,
        ...where.values,
      ])
      .then((found) => {
        const madeAt = this.now();
        const numbers = before ? joined(before.numbers, found) : found;
        return this.#use({ key, numbers, last, epoch, madeAt, tookMs: madeAt - began });
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, made);
    return made;
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

  async #one(select: string, values: readonly (string | number)[]): Promise<(string | number | null)[]> {
    return (await this.reads.rows(`select ${select}`, values))[0] ?? [];
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

function joined(before: Uint32Array, more: Uint32Array): Uint32Array {
  const all = new Uint32Array(before.length + more.length);
  all.set(before);
  all.set(more, before.length);
  return all;
}
