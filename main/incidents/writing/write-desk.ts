import { randomUUID } from 'node:crypto';
import type { Contested, IncidentChange, WriteSubject } from '../../../contract/incident-change';
import type { IncidentKey, TenantId } from '../../../contract/ids';
import type { SyncActivity } from '../../../contract/sync';
import { isFailed, isUnderWay, type WriteAccess, type WriteItem, type WritesView } from '../../../contract/writes';
import type { StorePort } from '../../store/store-port';
import type { WritesPort } from '../../store/writes';
import { chosen, isEmpty } from './change-rules';
import { KeptWrites } from './kept-writes';
import { OrderBook } from './order-book';
import { Batch, waitingItem } from './write-batch';
import { type WriteOneParts, type WriteRun, wentOut, writeOne } from './write-one';
import { keepCleared, keepEnd, keepResults, ordersOfBefore, stopped, undoableAgain } from './write-results';
import { subjectsOf } from './write-subjects';

export interface WriteDeskParts extends Omit<WriteOneParts, 'surfaceOf' | 'ownSince' | 'closing' | 'onItsWay'> {
  store: WritesPort & Pick<StorePort, 'readIncident' | 'noteLook'>;
  log: { error(message: string, details: Record<string, unknown>): void };
  /** Changes came, went, or got on. */
  onChange(): void;
  /** A stored incident of this tenant is another one now. */
  onIncident(tenantId: TenantId): void;
}

/**
 * Changes incidents at the service, on the order of a person: tenants side by side, the changes of one tenant one after the other. What is not finished
 * and how the rest ended is in the store; what could not be sent stays there until a person sends or drops it.
 */
export class WriteDesk {
  readonly #orders = new OrderBook();
  readonly #closing = new AbortController();
  /** Incidents the service took a change of and does not show it yet: the next change has to wait, or it would be compared with what is past. */
  readonly #settling = new Map<string, Promise<void>>();
  /** The end of each tenant's line. */
  readonly #lines = new Map<TenantId, Promise<void>>();
  readonly #one: WriteOneParts;
  readonly #kept: KeptWrites;
  /** Orders of before the start are there. */
  readonly #loaded: Promise<void>;

  constructor(private readonly parts: WriteDeskParts) {
    this.#one = {
      ...parts,
      closing: this.#closing.signal,
      onItsWay: (item) => parts.store.saveKeptWrites([item]),
      ownSince: (item) => this.#orders.ownSince(item),
      surfaceOf: async (item) => (await parts.store.incidentRows([item]))[0]?.surface ?? 'xdr',
    };
    this.#kept = new KeptWrites({ store: parts.store, audit: parts.audit, orders: this.#orders, onChange: () => parts.onChange() });
    this.#loaded = ordersOfBefore(parts.store, parts.now(), parts.onChange).then(
      ({ orders, left }) => this.#orders.addOlder(orders, left),
      (error: unknown) => parts.log.error('orders of before could not be read', { error }),
    );
  }

  prepare(keys: readonly IncidentKey[]): Promise<{ subjects: WriteSubject[]; access: WriteAccess[] }> {
    return subjectsOf(keys, this.parts);
  }

  async view(): Promise<WritesView> {
    await this.#loaded;
    const kept = await this.#kept.all();
    return { batches: this.#orders.shown.map((batch) => batch.view()), kept };
  }

  /** Orders one change of these incidents. Null: it changes nothing, or none of them is stored. */
  async start(change: IncidentChange, items: readonly (IncidentKey & Pick<WriteItem, 'base' | 'seenAt'>)[]): Promise<string | null> {
    if (isEmpty(change)) return null;
    const seen = new Map(items.map((item) => [keyOf(item), item]));
    const rows = await this.parts.store.incidentRows([...seen.values()]);
    const made = rows.flatMap((row) => {
      const { base, seenAt } = seen.get(keyOf(row)) ?? {};
      return base && seenAt !== undefined ? [{ ...waitingItem(row, change, this.parts.now()), base, seenAt }] : [];
    });
    return made.length === 0 ? null : this.#begin(made, { undoes: null });
  }

  /** False: there is no such order. */
  retry(batchId: string): boolean {
    const batch = this.#orders.batch(batchId);
    const failed = batch?.runs.filter(({ item }) => isFailed(item.state)) ?? [];
    batch?.again(failed);
    if (batch) this.#queue(failed);
    return batch !== undefined;
  }

  cancel(batchId: string): boolean {
    const batch = this.#orders.batch(batchId);
    const running = batch?.running === true;
    const reading = batch?.runs.filter(({ item }) => item.state === 'reading' || item.state === 'sending') ?? [];
    const notNoted = (error: unknown) => this.parts.log.error('a cancelled order could not be noted', { error });
    if (batch) void stopped(this.parts.store, batch).catch(notNoted);
    for (const { item } of reading) void this.parts.service.endWrite(item.id).catch(() => undefined);
    const takenBack = running ? batch.takesBack : [];
    for (const id of takenBack) void undoableAgain(this.parts.store, this.#orders.batch(id)).catch(notNoted);
    return batch !== undefined;
  }

  /** Null: there is no such order, or nothing of it can be taken back. */
  async undo(batchId: string): Promise<string | null> {
    const batch = this.#orders.batch(batchId);
    if (!batch || batch.undone || batch.running) return null;
    const items = batch.undoItems((item, change) => waitingItem(item, change, this.parts.now()));
    if (items.length === 0) return null;
    batch.takeBack();
    await keepResults(this.parts.store, batch, batch.runs);
    return this.#begin(items, { undoes: batchId });
  }

  /** False: there is no such conflict. `mine` null: nothing is written. */
  settle(batchId: string, itemId: string, mine: readonly Contested[] | null): boolean {
    const batch = this.#orders.batch(batchId);
    const run = batch?.run(itemId);
    if (!batch || run?.item.state !== 'conflict' || !run.item.theirs) return false;
    const change = mine === null ? {} : chosen(run.item.change, mine);
    if (isEmpty(change)) {
      run.tell({ state: 'cancelled' });
      void this.#conclude(run);
      return true;
    }
    run.tell({ base: run.item.theirs, change });
    batch.again([run]);
    this.#queue([run]);
    return true;
  }

  /** False: there is no such order, or it is not over. */
  dismiss(batchId: string): boolean {
    const batch = this.#orders.batch(batchId);
    if (!batch || batch.running || batch.cleared) return false;
    this.#orders.clear(batch);
    const notCleared = (error: unknown) => this.parts.log.error('an order was not cleared', { error });
    void keepCleared(this.parts.store, batch).catch(notCleared);
    this.parts.onChange();
    return true;
  }

  /** Sends what was kept. Null: none of it is there any more. */
  async sendKept(ids: readonly string[]): Promise<string | null> {
    await this.#loaded;
    const ordered = await this.#kept.waiting(ids);
    const [first] = ordered;
    if (!first) return null;
    const undoes = ordered.every((item) => item.undoes === first.undoes) ? (first.undoes ?? null) : null;
    const doubtful = new Set(ordered.flatMap(({ id, state }) => (state === 'unknown' ? [id] : [])));
    const items = ordered.map((item): WriteItem => ({ ...item, state: 'waiting', problem: undefined, theirs: undefined }));
    this.#orders.takeOut(items.map(({ id }) => id));
    // They stay in the store as they are: what was not known is not known until it is read again.
    return this.#go(items, { undoes, doubtful });
  }

  async dropKept(ids: readonly string[]): Promise<void> {
    await this.#loaded;
    await this.#kept.drop(ids);
    this.parts.onChange();
  }

  /** What a change is waiting for. */
  noteActivity(writeId: string, activity: SyncActivity): void {
    const run = this.#orders.run(writeId);
    if (!run || !isUnderWay(run.item.state)) return;
    const until = activity.doing === 'waits' ? activity.until : undefined;
    if (until !== run.item.until) run.tell({ until });
  }

  /** Nothing further is sent. What was not finished is in the store. */
  close(): void {
    this.#closing.abort();
    for (const batch of this.#orders.all) batch.cancel();
  }

  async #begin(items: readonly WriteItem[], about: { undoes: string | null }): Promise<string> {
    await this.parts.store.saveKeptWrites(items);
    return this.#go(items, about);
  }

  #go(items: readonly WriteItem[], about: { undoes: string | null; doubtful?: ReadonlySet<string> }): string {
    const batch = new Batch(randomUUID(), this.parts.now(), items, { ...about, onChange: () => this.parts.onChange() });
    this.#orders.add(batch);
    this.parts.onChange();
    this.#queue(batch.runs);
    return batch.id;
  }

  /** Puts changes at the end of their tenants' lines. */
  #queue(runs: readonly WriteRun[]): void {
    for (const run of runs) {
      const { tenantId } = run.item;
      const before = this.#lines.get(tenantId) ?? Promise.resolve();
      const line = before.then(() => this.#write(run));
      this.#lines.set(tenantId, line);
    }
  }

  async #write(run: WriteRun): Promise<void> {
    const key = keyOf(run.item);
    await this.#settling.get(key);
    if (run.item.state === 'waiting' && !this.#closing.signal.aborted) {
      try {
        const settle = await writeOne(run, this.#one);
        if (settle) this.#waitFor(key, run, settle);
      } catch (error) {
        this.parts.log.error('a change of an incident broke off', { error });
        run.tell({ state: wentOut(run) ? 'unknown' : 'failed', problem: { code: 'internal', at: this.parts.now() } });
      }
    }
    await this.#conclude(run);
  }

  #waitFor(key: string, run: WriteRun, settle: () => Promise<void>): void {
    const settled = settle()
      .then(() => this.#conclude(run))
      .finally(() => {
        if (this.#settling.get(key) === settled) this.#settling.delete(key);
      });
    this.#settling.set(key, settled);
  }

  async #conclude(run: WriteRun): Promise<void> {
    const closing = () => this.#closing.signal.aborted;
    // What a person cancelled is that also when Tenantry ends meanwhile; what its end cancelled stays in the store, to be sent.
    const byPerson = run.item.state === 'cancelled' && this.#orders.batchOf(run)?.stopped === true;
    if (closing() && !byPerson) return;
    const { item } = run;
    try {
      await keepEnd(this.parts.store, this.#orders.batchOf(run), run);
      if (closing()) return;
      if (run.item.state === 'done') await this.#looked(item);
      else this.parts.onIncident(item.tenantId);
    } catch (error) {
      if (closing()) return;
      this.parts.log.error('the end of a change of an incident could not be noted', { error });
    }
    this.parts.onChange();
  }

  /** What one did oneself is no news. */
  async #looked({ tenantId, incidentId }: WriteItem): Promise<void> {
    if (this.#closing.signal.aborted) return;
    await this.parts.store.noteLook({ tenantId, incidentId }, this.parts.now()).catch(() => undefined);
    this.parts.onIncident(tenantId);
  }
}

const keyOf = ({ tenantId, incidentId }: IncidentKey): string => `${tenantId} ${incidentId}`;
