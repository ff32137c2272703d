import { randomUUID } from 'node:crypto';
import { CALLED_OFF_IN_PART, DROPPED, DROPPED_REST_UNKNOWN, DROPPED_UNKNOWN } from '../../../contract/audit-answers';
import type { Instant } from '../../../contract/ids';
import { isKept, isUnderWay, type WriteItem } from '../../../contract/writes';
import type { AuditLog } from '../../audit/audit-log';
import type { WritesPort } from '../../store/writes';
import type { OrderBook } from './order-book';
import { Batch } from './write-batch';
import { changeDetail, noteWrite } from './write-audit';
import { keepResults, undoableAgain } from './write-results';

interface KeptParts {
  store: Pick<WritesPort, 'listKeptWrites' | 'removeKeptWrites' | 'listWriteResults' | 'saveWriteResults'>;
  orders: OrderBook;
  audit: Pick<AuditLog, 'note'>;
  onChange(): void;
}

/** Changes that wait for a person: those in the store that are not under way. What was on its way when Tenantry ended is not known. */
export class KeptWrites {
  readonly #dropping = new Set<string>();

  constructor(private readonly parts: KeptParts) {}

  async all(): Promise<WriteItem[]> {
    const { store, orders } = this.parts;
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

  /** Those of them that still wait: while the store was asked, another call may have begun to send or to drop them. */
  async waiting(ids: readonly string[]): Promise<WriteItem[]> {
    const kept = await this.all();
    return kept.filter(({ id }) => {
      const run = this.parts.orders.run(id);
      return ids.includes(id) && !this.#dropping.has(id) && (run === undefined || isKept(run.item.state));
    });
  }

  /** Gives up changes that wait, and writes that down first. */
  async drop(ids: readonly string[]): Promise<void> {
    const items = await this.waiting(ids);
    for (const { id } of items) this.#dropping.add(id);
    try {
      for (const item of items) {
        const detail = changeDetail(item.theirs ?? item.base, item.change);
        await noteWrite(this.parts.audit, 'incidentChangeDropped', item, { ...detail, answer: answerOf(item) });
      }
      for (const item of items) await this.#end(item);
      await this.parts.store.removeKeptWrites(items.map(({ id }) => id));
    } finally {
      for (const { id } of items) this.#dropping.delete(id);
    }
  }

  /** In its order it is not to be tried again, also after a restart; what it was to take back can be taken back again. */
  async #end(item: WriteItem): Promise<void> {
    const { store, orders } = this.parts;
    const ended: Partial<WriteItem> = { state: 'cancelled', doubtful: item.state === 'unknown', theirs: undefined, problem: undefined };
    const run = orders.run(item.id);
    const batch = run && orders.batchOf(run);
    if (run && batch) {
      run.tell(ended);
      await keepResults(store, batch, [run]);
    } else {
      // One that had failed before it waited is in an order of before the start, which is shown without it.
      const before = (await store.listWriteResults()).find((result) => result.item.id === item.id);
      if (before) await store.saveWriteResults([{ ...before, item: { ...item, ...ended } }]);
      else if (item.taken) await this.#keepTaken({ ...item, ...ended }, item.taken.at);
    }
    await undoableAgain(store, orders.batch(item.undoes ?? batch?.undoes ?? null));
  }

  /** What was taken of a change whose order ended with an earlier start is shown all the same, as an order that can be taken back. */
  async #keepTaken(item: WriteItem, at: Instant): Promise<void> {
    const { store, orders, onChange } = this.parts;
    const order = new Batch(randomUUID(), at, [item], { undoes: item.undoes ?? null, onChange });
    orders.add(order);
    await keepResults(store, order, order.runs);
  }
}

/** What is known of one that is given up. */
function answerOf({ state, taken }: WriteItem): string {
  if (state === 'unknown') return taken ? DROPPED_REST_UNKNOWN : DROPPED_UNKNOWN;
  return taken ? CALLED_OFF_IN_PART : DROPPED;
}
