import { isKept, isUnderWay } from '../../../contract/writes';
import type { StorePort } from '../../store/store-port';
import type { WriteResult } from '../../store/write-results';
import { staying } from './order-book';
import { isSince, type OwnTaken, takenOf } from './own-taken';
import { Batch } from './write-batch';
import type { WriteRun } from './write-one';

type ResultStore = Pick<StorePort, 'listWriteResults' | 'saveWriteResults' | 'removeWriteResults' | 'listKeptWrites'>;
/** How long orders that have ended outlive a restart, in milliseconds: seven days. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1_000;

type EndStore = Pick<StorePort, 'saveWriteResults' | 'saveKeptWrites' | 'removeKeptWrites'>;

/** Keeps how changes of an order ended. What waits for a person is kept elsewhere. */
export async function keepResults(store: Pick<ResultStore, 'saveWriteResults'>, batch: Batch, runs: readonly WriteRun[]): Promise<void> {
  const { id, startedAt, undone, undoes, cleared } = batch;
  const about = { id, startedAt, undone, undoes, cleared };
  const ended = runs.filter(({ item: { state } }) => state === 'settling' || !(isUnderWay(state) || isKept(state)));
  await store.saveWriteResults(ended.map(({ item }) => ({ batch: about, item })));
}

/** Keeps how a change ended: what waits for a person among what waits, everything else with its order. */
export async function keepEnd(store: EndStore, batch: Batch | undefined, run: WriteRun): Promise<void> {
  const { item } = run;
  if (isKept(item.state)) return store.saveKeptWrites([item]);
  if (batch) await keepResults(store, batch, [run]);
  await store.removeKeptWrites([item.id]);
}

/** Keeps of an order that was cleared what the service took of it, and nothing else. */
export async function keepCleared(store: Pick<ResultStore, 'saveWriteResults' | 'removeWriteResults'>, batch: Batch): Promise<void> {
  await store.removeWriteResults(batch.id);
  await keepResults(
    store,
    batch,
    batch.runs.filter(({ item }) => item.taken),
  );
}

/** What was to be taken back by an order that was called off can be taken back again. */
export async function undoableAgain(store: Pick<ResultStore, 'saveWriteResults'>, undone: Batch | undefined): Promise<void> {
  if (!undone) return;
  undone.undone = false;
  await keepResults(store, undone, undone.runs);
}

/** Cancels an order, and keeps that at once: should Tenantry end before the turn of its changes comes, they are still what the person made of them. */
export async function stopped(store: EndStore, batch: Batch): Promise<void> {
  batch.stopped = true;
  const cancelled = batch.cancel().filter(({ item }) => item.state === 'cancelled');
  const ids = cancelled.map(({ item }) => item.id);
  await Promise.all([keepResults(store, batch, cancelled), store.removeKeptWrites(ids)]);
}

/** What is known of before the start. */
export interface Before {
  orders: Batch[];
  /** Taken by older orders, of incidents that changes which wait to be sent are about: one's own is no conflict. */
  left: OwnTaken[];
}

/**
 * Orders of before, the newest first, as many as stay and of `LONGEST_MS`, or older where they need a person: the others leave the store, but for those that
 * a change which waits to be sent has to know of. Such a change is not among them.
 */
export async function ordersOfBefore(store: ResultStore, now: number, onChange: () => void): Promise<Before> {
  const waiting = await store.listKeptWrites();
  const waits = new Set(waiting.map(({ id }) => id));
  const byBatch = new Map<string, WriteResult[]>();
  for (const result of await store.listWriteResults())
    if (!waits.has(result.item.id)) byBatch.set(result.batch.id, [...(byBatch.get(result.batch.id) ?? []), result]);
  const batches = [...byBatch.values()]
    .flatMap((results) => batchOf(results, onChange) ?? [])
    .toSorted((a, b) => b.startedAt - a.startedAt);
  const orders = staying(batches).filter(({ startedAt, open }) => open || now - startedAt <= LONGEST_MS);
  const left: OwnTaken[] = [];
  for (const batch of batches) {
    if (orders.includes(batch)) continue;
    const own = takenOf(batch.runs.map(({ item }) => item)).filter((one) => waiting.some((item) => isSince(one, item)));
    left.push(...own);
    if (own.length === 0) await store.removeWriteResults(batch.id);
  }
  return { orders, left };
}

function batchOf(results: readonly WriteResult[], onChange: () => void): Batch | null {
  const [first] = results;
  if (!first) return null;
  const { id, startedAt, undoes } = first.batch;
  const batch = new Batch(
    id,
    startedAt,
    results.map(({ item }) => seenLast(item)),
    { undoes, onChange },
  );
  batch.undone = results.some((result) => result.batch.undone);
  batch.cleared = results.some((result) => result.batch.cleared);
  return batch;
}

/** The service took it, and whether it shows it was not seen any more. */
function seenLast(item: WriteResult['item']): WriteResult['item'] {
  return item.state === 'settling' ? { ...item, state: 'done', until: undefined, unconfirmed: true } : item;
}
