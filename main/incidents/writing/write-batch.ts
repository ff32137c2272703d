import type { IncidentChange } from '../../../contract/incident-change';
import { isUnderWay, type WriteBatch, type WriteItem } from '../../../contract/writes';
import { isEmpty, type Undo, undoOf } from './change-rules';
import { changedFacts } from './folded-facts';
import { verdictOf } from './spelled-update';
import { cancelledState, type WriteRun } from './write-one';

/** Changes that were ordered together, and how far each has come. */
export class Batch {
  #abort = new AbortController();
  readonly runs: WriteRun[];
  undone = false;
  /** A person cancelled it. */
  stopped = false;

  constructor(
    readonly id: string,
    readonly startedAt: number,
    items: readonly WriteItem[],
    private readonly about: { undoes: string | null; attempted: boolean; doubtful?: ReadonlySet<string>; onChange(): void },
  ) {
    this.runs = items.map((item) => this.#run(item));
  }

  get undoes(): string | null {
    return this.about.undoes;
  }

  get running(): boolean {
    return this.runs.some(({ item }) => isUnderWay(item.state));
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
      run.tell({ state: 'waiting', problem: undefined, theirs: undefined, missingRole: undefined, partly: undefined, until: undefined });
    }
  }

  /** What takes it back: of each change that was taken, what can be. */
  undo(): { run: WriteRun; undo: Undo }[] {
    return this.runs.flatMap((run) => {
      if (run.taken === null || run.item.state !== 'done') return [];
      const { before, change, surface } = run.taken;
      return [{ run, undo: undoOf(before, change, verdictOf(before), surface) }];
    });
  }

  /** As items of a further order. */
  undoItems(make: (run: WriteRun, change: IncidentChange) => WriteItem): WriteItem[] {
    return this.undo().flatMap(({ run, undo: { change } }) => {
      if (isEmpty(change) || run.taken === null) return [];
      const base = run.item.theirs ?? changedFacts(run.taken.before, run.taken.change);
      return [{ ...make(run, change), base }];
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
      attempted: this.about.attempted,
      doubtful: this.about.doubtful?.has(first.id) ?? false,
      freshToken: false,
      taken: null,
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
