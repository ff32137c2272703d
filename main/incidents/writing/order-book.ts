import type { IncidentKey } from '../../../contract/ids';
import { MOST_OPEN_ORDERS, type TakenChange, type WriteItem } from '../../../contract/writes';
import { isSince, type OwnTaken, takenOf } from './own-taken';
import type { Batch } from './write-batch';
import type { WriteRun } from './write-one';

/** Orders that are shown at a time; older ones leave when nothing of them is left to do. */
const MOST_BATCHES = 20;
/** What was taken by orders that left is remembered of so many changes: far more than are made while a form is open, or while one waits to be sent. */
const MOST_LEFT = 10_000;

/** Of orders, the newest first, those that stay: the last ones, those under way, and those that need a person. As many that were cleared stay beside them. */
export function staying(batches: readonly Batch[]): Batch[] {
  const last = (cleared: boolean) => batches.filter((batch) => batch.cleared === cleared).slice(0, MOST_BATCHES);
  const recent = new Set([...last(false), ...last(true)]);
  const open = batches.filter((batch) => batch.open && !recent.has(batch)).slice(0, MOST_OPEN_ORDERS);
  const stay = new Set([...recent, ...open]);
  return batches.filter((batch) => batch.running || stay.has(batch));
}

/** The orders there are, the newest first. */
export class OrderBook {
  #batches: Batch[] = [];
  /** Taken by orders that are not among them any more. */
  #left: OwnTaken[] = [];

  get all(): readonly Batch[] {
    return this.#batches;
  }

  /** Those that were not cleared. */
  get shown(): readonly Batch[] {
    return this.#batches.filter(({ cleared }) => !cleared);
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
    this.#stay([batch, ...this.#batches]);
  }

  /** Orders of before the start, and what was taken by others. */
  addOlder(batches: readonly Batch[], left: readonly OwnTaken[]): void {
    this.#batches.push(...batches);
    this.#left.push(...left);
  }

  /** Shows an order no more. One of which something was taken stays behind the others: what it did is still one's own. */
  clear(batch: Batch): void {
    batch.cleared = true;
    const tookSomething = batch.runs.some(({ item }) => item.taken);
    this.#stay(tookSomething ? this.#batches : this.#batches.filter((one) => one !== batch));
  }

  /** Takes changes out of their orders: they are ordered anew. */
  takeOut(itemIds: readonly string[]): void {
    for (const { runs } of this.#batches) runs.splice(0, runs.length, ...runs.filter(({ item }) => !itemIds.includes(item.id)));
    this.#batches = this.#batches.filter(({ runs }) => runs.length > 0);
  }

  /** What was taken of an incident since it was seen, in the order it was. */
  ownSince(seen: IncidentKey & Pick<WriteItem, 'seenAt'>): TakenChange[] {
    return [...this.#left, ...takenOf(this.runs.map(({ item }) => item))]
      .filter((own) => isSince(own, seen))
      .map(({ taken }) => taken)
      .toSorted((a, b) => a.at - b.at);
  }

  /** Whoever saw an incident before an order that leaves took something of it may still change it: that was one's own. */
  #stay(batches: readonly Batch[]): void {
    this.#batches = staying(batches);
    const leaving = batches.filter((batch) => !this.#batches.includes(batch));
    this.#left.push(...leaving.flatMap(({ runs }) => takenOf(runs.map(({ item }) => item))));
    this.#left = this.#left.slice(-MOST_LEFT);
  }
}
