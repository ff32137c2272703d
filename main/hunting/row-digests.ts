import { createHash } from 'node:crypto';
import type { HuntingColumn, HuntingValue } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { HuntingRunState } from './hunting-run';

/** Bytes of a digest: two of a hundred thousand rows share one in less than one case in a thousand million. */
export const DIGEST_BYTES = 8;

/** What a row says, whatever the order of its columns and whichever columns only others fill: equal rows have equal digests. */
export function digestOf(columns: readonly HuntingColumn[], values: readonly HuntingValue[]): Buffer {
  const filled = columns.flatMap(({ name }, at): [string, HuntingValue][] =>
    values[at] === null || values[at] === undefined ? [] : [[name, values[at]]],
  );
  filled.sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(filled)).digest().subarray(0, DIGEST_BYTES);
}

/** Digests of a run's rows, one after the other, by tenant that is whole in it. */
export async function digestsOf(run: HuntingRunState): Promise<{ tenantId: TenantId; digests: Uint8Array }[]> {
  const found = new Map<TenantId, Buffer[]>(run.whole().map((tenantId) => [tenantId, []]));
  const { table } = run;
  for await (const { tenantId, values } of table.rows()) found.get(tenantId)?.push(digestOf(table.merged.columns, values));
  return [...found].map(([tenantId, digests]) => ({ tenantId, digests: Buffer.concat(digests) }));
}

/** Rows that were not there before, by their digests: a row that stands twice now has to have stood twice. */
export function newAmong(now: Uint8Array, before: Uint8Array): number {
  const left = new Map<string, number>();
  for (const digest of eachOf(before)) left.set(digest, (left.get(digest) ?? 0) + 1);
  let added = 0;
  for (const digest of eachOf(now)) {
    const known = left.get(digest) ?? 0;
    if (known > 0) left.set(digest, known - 1);
    else added += 1;
  }
  return added;
}

function* eachOf(digests: Uint8Array): Generator<string> {
  const bytes = Buffer.from(digests);
  for (let at = 0; at < bytes.length; at += DIGEST_BYTES) yield bytes.toString('latin1', at, at + DIGEST_BYTES);
}
