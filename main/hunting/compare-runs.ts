import type { HuntingColumn, HuntingComparison, HuntingRow } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { HuntingRunState } from './hunting-run';
import { digestOf } from './row-digests';

/** Rows a run has and the base run has not, and the other way round, by whole row within each tenant: a row that stands twice has to stand twice in both. */
export async function compareRuns(run: HuntingRunState, base: HuntingRunState, limit: number): Promise<HuntingComparison> {
  const baseWhole = new Set(base.whole());
  const compared = run.whole().filter((tenantId) => baseWhole.has(tenantId));
  const among = new Set(compared);
  const columns = [...run.table.merged.columns];
  for (const column of base.table.merged.columns) if (!columns.some(({ name }) => name === column.name)) columns.push({ ...column });
  const counts = new Map<string, number>();
  for await (const { key } of rowsIn(base, among)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const added = new Found(limit, columns);
  for await (const { key, row } of rowsIn(run, among)) {
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    else added.add(row, run.table.merged.columns);
  }
  // What is left over of the base has no partner.
  const gone = new Found(limit, columns);
  for await (const { key, row } of rowsIn(base, among)) {
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    counts.set(key, left - 1);
    gone.add(row, base.table.merged.columns);
  }
  const all = new Set([...run.order.tenantIds, ...base.order.tenantIds]);
  return { columns, added: added.result(), gone: gone.result(), notCompared: [...all].filter((tenantId) => !among.has(tenantId)) };
}

async function* rowsIn({ table }: HuntingRunState, tenants: ReadonlySet<TenantId>): AsyncGenerator<{ key: string; row: HuntingRow }> {
  for await (const row of table.rows()) {
    if (!tenants.has(row.tenantId)) continue;
    yield { key: `${row.tenantId} ${digestOf(table.merged.columns, row.values).toString('latin1')}`, row };
  }
}

/** Counts rows and keeps the first few. */
class Found {
  #total = 0;
  readonly #rows: HuntingRow[] = [];

  constructor(
    private readonly limit: number,
    private readonly columns: readonly HuntingColumn[],
  ) {}

  add({ tenantId, values }: HuntingRow, columns: readonly HuntingColumn[]): void {
    this.#total += 1;
    if (this.#rows.length >= this.limit) return;
    const byName = new Map(columns.map(({ name }, at) => [name, values[at] ?? null]));
    this.#rows.push({ tenantId, values: this.columns.map(({ name }) => byName.get(name) ?? null) });
  }

  result(): { total: number; rows: HuntingRow[] } {
    return { total: this.#total, rows: this.#rows };
  }
}
