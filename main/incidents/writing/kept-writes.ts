import { isUnderWay, type WriteItem } from '../../../contract/writes';
import type { AuditLog } from '../../audit/audit-log';
import type { WritesPort } from '../../store/writes';
import type { OrderBook } from './order-book';
import { changeDetail, noteWrite } from './write-audit';
import { undoableAgain } from './write-results';

interface KeptParts {
  store: Pick<WritesPort, 'listKeptWrites' | 'removeKeptWrites' | 'saveWriteResults'>;
  orders: OrderBook;
}

/** Changes that wait for a person: those in the store that are not under way. What was on its way when Tenantry ended is not known. */
export async function keptWrites({ store, orders }: KeptParts): Promise<WriteItem[]> {
  // Asked before the store is: what ends meanwhile is not taken for one that waits.
  const busy = new Set(orders.runs.flatMap(({ item }) => (isUnderWay(item.state) ? [item.id] : [])));
  const kept = await store.listKeptWrites();
  return kept
    .filter(({ id }) => !busy.has(id))
    .map((item) => {
      if (item.state !== 'sending' && item.state !== 'unknown') return { ...item, state: 'kept' };
      // An earlier version did not count: rather is a comment missing than there twice.
      return { ...item, state: 'unknown', saidBefore: item.saidBefore ?? 0 };
    });
}

/** Gives up changes that wait, and writes that down first. */
export async function dropKeptWrites(
  items: readonly WriteItem[],
  { store, orders, audit }: KeptParts & { audit: Pick<AuditLog, 'note'> },
): Promise<void> {
  for (const item of items) {
    const detail = changeDetail(item.theirs ?? item.base, item.change);
    await noteWrite(audit, 'incidentChangeDropped', item, { ...detail, answer: 'Not sent' });
  }
  await store.removeKeptWrites(items.map(({ id }) => id));
  for (const { id } of items) {
    const run = orders.run(id);
    run?.tell({ state: 'cancelled', theirs: undefined });
    await undoableAgain(store, orders.batch((run && orders.batchOf(run)?.undoes) ?? null));
  }
}
