import type { HuntingColumn, HuntingRow, HuntingRunId, HuntingView, HuntingWindow } from '../../../../contract/hunting';
import type { CallError, Result } from '../../../../contract/result';
import type { RowSpan } from '../../../ui/grouped-rows';

const PAGE_ROWS = 100;
/** Pages kept: enough to scroll back without asking, little enough not to matter. */
const MAX_PAGES = 40;

export interface RowsState {
  state: 'loading' | 'ready' | 'failed';
  total: number;
  columns: readonly HuntingColumn[];
  error: CallError | null;
  /** Rises with every change. */
  revision: number;
}

interface Asked {
  runId: HuntingRunId;
  view: HuntingView;
}
type Load = (asked: Asked & { offset: number; limit: number }) => Promise<Result<HuntingWindow>>;

/** The rows of a run that the page holds: pages of one view, asked for when they come into view. Rows that may be old stay until the new ones are there. */
export class RowsWindow {
  private asked: Asked | null = null;
  private key = '';
  private generation = 0;
  private version = -1;
  private pages = new Map<number, { rows: readonly HuntingRow[]; version: number }>();
  private underWay = new Set<number>();
  private wanted: readonly number[] = [0];
  private current: RowsState = { state: 'loading', total: 0, columns: [], error: null, revision: 0 };
  private listeners = new Set<() => void>();

  constructor(private readonly load: Load) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): RowsState => this.current;

  rowAt = (index: number): HuntingRow | undefined => this.pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS];

  /** Shows a view of a run as it is at a version of it. */
  show(asked: Asked, version: number): void {
    const key = JSON.stringify(asked);
    if (key !== this.key) {
      const otherRun = asked.runId !== this.asked?.runId;
      this.key = key;
      this.asked = asked;
      this.generation += 1;
      this.pages.clear();
      this.underWay.clear();
      this.wanted = [0];
      this.change({ state: 'loading', error: null, ...(otherRun ? { total: 0, columns: [] } : {}) });
    }
    this.version = version;
    this.ask();
  }

  want(spans: readonly RowSpan[]): void {
    const pages = new Set<number>();
    for (const [first, last] of spans)
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) pages.add(page);
    if (pages.size > 0) this.wanted = [...pages];
    this.ask();
  }

  private ask(): void {
    const { asked, generation, version } = this;
    if (!asked) return;
    for (const page of this.wanted) {
      if (this.pages.get(page)?.version === version || this.underWay.has(page)) continue;
      this.underWay.add(page);
      void this.load({ ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS }).then((result) => {
        if (this.generation !== generation) return;
        this.underWay.delete(page);
        this.take(page, result, version);
      });
    }
  }

  private take(page: number, result: Result<HuntingWindow>, version: number): void {
    if (!result.ok) return this.change({ state: 'failed', error: result.error });
    const { rows, total, columns } = result.value;
    this.pages.delete(page);
    this.pages.set(page, { rows, version });
    for (const old of this.pages.keys()) {
      if (this.pages.size <= MAX_PAGES) break;
      if (!this.wanted.includes(old)) this.pages.delete(old);
    }
    this.change({ state: 'ready', total, columns, error: null });
    if (version !== this.version) this.ask();
  }

  private change(patch: Partial<RowsState>): void {
    this.current = { ...this.current, ...patch, revision: this.current.revision + 1 };
    for (const listener of this.listeners) listener();
  }
}
