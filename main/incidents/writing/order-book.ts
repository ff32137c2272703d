import type { IncidentKey } from '../../../contract/ids';
import { MOST_OPEN_ORDERS, type TakenChange, type WriteItem } from '../../../contract/writes';
import type { Batch } from './write-batch';
import type { WriteRun } from './write-one';

/** Orders that are shown at a time; older ones leave when nothing of them is left to do. */
const MOST_BATCHES = 20;

/** Of orders, the newest first, those that stay: the last ones, those under way, and those that need a person. */
export function staying(batches: readonly Batch[]): Batch[] {
  const [recent, old] = [batches.slice(0, MOST_BATCHES), batches.slice(MOST_BATCHES)];
  const open = new Set(old.filter(({ open: needed }) => needed).slice(0, MOST_OPEN_ORDERS));
  return [...recent, ...old.filter((batch) => batch.running || open.has(batch))];
}

/** The orders there are, the newest first. */
export class OrderBook {
  #batches: Batch[] = [];

  get all(): readonly Batch[] {
    return this.#batches;
  }

  get runs(): WriteRun[] {
    return this.#batches.flatMap(({ runs }) => runs);
  }

  batch(id: string | null): Batch | undefined {
    return this.#batches.find((one) => one.id === id);
  }

  run(itemId: string): WriteRun | undefined {
    return this.runs.find(({ item }) => item.id === itemId);
  }

  batchOf(run: WriteRun): Batch | undefined {
    return this.#batches.find(({ runs }) => runs.includes(run));
  }

  add(batch: Batch): void {
    this.#batches = staying([batch, ...this.#batches]);
  }

  /** Orders of before the start. */
  addOlder(batches: readonly Batch[]): void {
    this.#batches.push(...batches);
  }

  remove(batch: Batch): void {
    this.#batches = this.#batches.filter((one) => one !== batch);
  }

  /** Takes changes out of their orders: they are ordered anew. */
  takeOut(itemIds: readonly string[]): void {
    for (const { runs } of this.#batches) runs.splice(0, runs.length, ...runs.filter(({ item }) => !itemIds.includes(item.id)));
    this.#batches = this.#batches.filter(({ runs }) => runs.length > 0);
  }

  /** What was taken of an incident since it was seen, in the order it was. */
  ownSince({ tenantId, incidentId, seenAt }: IncidentKey & Pick<WriteItem, 'seenAt'>): TakenChange[] {
    return this.runs
      .flatMap(({ item }) => (item.taken && item.tenantId === tenantId && item.incidentId === incidentId ? [item.taken] : []))
      .filter((taken) => taken.at > seenAt)
      .toSorted((a, b) => a.at - b.at);
  }
}
