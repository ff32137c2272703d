import { randomUUID } from 'node:crypto';
import type { IncidentChange } from '../../../contract/incident-change';
import { isKept, isUnderWay, needsPerson, type TakenChange, type WriteBatch, type WriteItem } from '../../../contract/writes';
import { isEmpty, type Undo, undoOf } from './change-rules';
import { changedFacts } from './folded-facts';
import { verdictOf } from './spelled-update';
import { cancelledState, type WriteRun } from './write-one';

/** One change as it is ordered. Without what was seen. */
export function waitingItem(
  { tenantId, incidentId, tenantName, name }: Pick<WriteItem, 'tenantId' | 'incidentId' | 'tenantName' | 'name'>,
  change: IncidentChange,
  askedAt: number,
): Omit<WriteItem, 'base' | 'seenAt'> {
  return { id: randomUUID(), tenantId, incidentId, tenantName, name, change, askedAt, state: 'waiting' };
}

/** Changes that were ordered together, and how far each has come. */
export class Batch {
  #abort = new AbortController();
  readonly runs: WriteRun[];
  undone = false;
  /** A person is done with it: it is not shown any more, and kept for what it says of one's own. */
  cleared = false;
  /** A person cancelled it. */
  stopped = false;

  constructor(
    readonly id: string,
    readonly startedAt: number,
    items: readonly WriteItem[],
    private readonly about: { undoes: string | null; doubtful?: ReadonlySet<string>; onChange(): void },
  ) {
    this.runs = items.map((item) => this.#run(item));
  }

  get undoes(): string | null {
    return this.about.undoes;
  }

  /** Orders it takes something back of. */
  get takesBack(): string[] {
    const orders = [this.about.undoes, ...this.runs.map(({ item }) => item.undoes ?? null)];
    return [...new Set(orders)].filter((id) => id !== null);
  }

  get running(): boolean {
    return this.runs.some(({ item }) => isUnderWay(item.state));
  }

  /** Something of it needs a person. */
  get open(): boolean {
    return !this.cleared && this.runs.some(({ item }) => needsPerson(item.state));
  }

  run(itemId: string): WriteRun | undefined {
    return this.runs.find(({ item }) => item.id === itemId);
  }

  /** Nothing further of it is sent. What waited for its turn is cancelled now, and answered; the rest says so when it has ended. */
  cancel(): WriteRun[] {
    this.#abort.abort();
    const waiting = this.runs.filter(({ item }) => item.state === 'waiting');
    for (const run of waiting) run.tell({ state: cancelledState(run), until: undefined });
    return waiting;
  }

  /** Readies changes to be tried anew. */
  again(runs: readonly WriteRun[]): void {
    this.stopped = false;
    if (this.#abort.signal.aborted) this.#abort = new AbortController();
    for (const run of runs) {
      run.freshToken = run.item.state === 'noPermission';
      run.tell({ state: 'waiting', problem: undefined, theirs: undefined, missingRole: undefined, until: undefined });
    }
  }

  /** What takes it back: of each change that was taken, be it in part, what can be. One that waits to be sent has not ended. */
  undo(): { item: WriteItem; taken: TakenChange; undo: Undo }[] {
    return this.runs.flatMap(({ item }) => {
      const { taken, state } = item;
      if (!taken || isUnderWay(state) || isKept(state)) return [];
      const { before, change, surface } = taken;
      return [{ item, taken, undo: undoOf(before, change, verdictOf(before), surface) }];
    });
  }

  /** A person takes it back: what of it still needed one is not tried any more. */
  takeBack(): void {
    this.undone = true;
    for (const run of this.runs)
      if (needsPerson(run.item.state)) run.tell({ state: 'cancelled', problem: undefined, missingRole: undefined });
  }

  /** As items of a further order. */
  undoItems(make: (item: WriteItem, change: IncidentChange) => Omit<WriteItem, 'base' | 'seenAt'>): WriteItem[] {
    return this.undo().flatMap(({ item, taken, undo: { change } }) => {
      if (isEmpty(change)) return [];
      const read = item.state === 'done' || item.state === 'unchanged' ? item.theirs : undefined;
      return [{ ...make(item, change), base: read ?? changedFacts(taken.before, taken.change), seenAt: taken.at, undoes: this.id }];
    });
  }

  view(): WriteBatch {
    const undos = this.undo();
    return {
      id: this.id,
      startedAt: this.startedAt,
      undoes: this.about.undoes,
      undone: this.undone,
      undoable: undos.filter(({ undo }) => !isEmpty(undo.change)).length,
      stays: [...new Set(undos.flatMap(({ undo }) => undo.stays))],
      items: this.runs.map(({ item }) => item),
    };
  }

  #run(first: WriteItem): WriteRun {
    const current = (): AbortSignal => this.#abort.signal;
    const run: WriteRun = {
      item: first,
      doubtful: this.about.doubtful?.has(first.id) ?? false,
      freshToken: false,
      get signal() {
        return current();
      },
      tell: (patch) => {
        run.item = { ...run.item, ...patch };
        this.about.onChange();
      },
    };
    return run;
  }
}
