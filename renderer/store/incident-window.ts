import type { IncidentKey } from '../../contract/ids';
import type { IncidentListQuery, IncidentPage, IncidentQuery, IncidentRow } from '../../contract/incident';
import type { CallError, Result } from '../../contract/result';
import type { RowSpan } from '../ui/grouped-rows';
import { NO_SHIFT, type TableShift } from '../ui/table-shift';
import { HeldRows, PAGE_ROWS, rowOf } from './held-rows';
import { queryKey, whose } from './incident-filter';

/** Pages kept: at 100 rows each, enough to scroll back without asking, little enough not to matter. */
const MAX_PAGES = 40;
/** Changes come once per stored page during a read; the list follows at this pace at most. In milliseconds. */
const SETTLE_MS = 300;

export interface IncidentListView {
  /** `loading`: nothing of this query is known yet. */
  state: 'loading' | 'ready' | 'failed';
  /** Rows of the list before are still there to be drawn (`heldAt`), as many as `total` says. They are no answer: nothing may be done with them. */
  holding: boolean;
  total: number;
  /** The last answer's facts about the whole list; of another filter over the same tenants while the first page is on its way. */
  summary: Pick<IncidentPage, 'coverage' | 'bySeverity' | 'search' | 'groups'> | null;
  error: CallError | null;
  /** What is in view was read again: where its rows stand now. */
  shift: TableShift;
  /** Rises with every change, so that a view built from `rowAt` is drawn again. */
  revision: number;
}

interface HeldPage {
  rows: readonly IncidentRow[];
  /** How many changes were known when it was asked for; stale when there were more since. */
  changes: number;
}

/**
 * The part of the incident list the page holds: pages of 100 rows of one query, asked for when they come into view.
 * After a change the held rows stay on screen until their new version is there.
 */
export class IncidentWindow {
  private query: IncidentListQuery | null = null;
  private key = '';
  /** Answers to an older list are dropped. */
  private generation = 0;
  private changes = 0;
  private pages = new Map<number, HeldPage>();
  private asked = new Set<number>();
  /** New versions of held pages, kept back until all that are in view are there: then they change as one. */
  private arrived = new Map<number, HeldPage>();
  private held = new HeldRows(() => this.change({}));
  private active: number | null = null;
  private wanted: ReadonlySet<number> = new Set([0]);
  private current: IncidentListView = {
    state: 'loading',
    holding: false,
    total: 0,
    summary: null,
    error: null,
    shift: NO_SHIFT,
    revision: 0,
  };
  private listeners = new Set<() => void>();
  private settle: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly load: (query: IncidentQuery) => Promise<Result<IncidentPage>>) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  view = (): IncidentListView => this.current;

  rowAt = (index: number): IncidentRow | undefined => rowOf(this.pages, index);

  /** The row of the list before, while it is held. */
  heldAt = this.held.at;

  /** The row the keyboard is on. */
  activeRow(): IncidentRow | undefined {
    return this.active === null ? undefined : this.rowAt(this.active);
  }

  /** Shows another list. The same one again does nothing. */
  show(query: IncidentListQuery): void {
    const key = queryKey(query);
    if (key === this.key) return;
    // Numbers of one tenant say nothing of another, not even for a moment.
    const elsewhere = this.query === null || whose(query) !== whose(this.query);
    if (elsewhere || query.groupBy !== this.query?.groupBy) this.held.drop();
    else this.held.hold(this.current.state === 'ready' && this.current.total > 0 ? new Map(this.pages) : undefined);
    this.start(key, query);
    this.change({ state: 'loading', error: null, ...(elsewhere ? { total: 0, summary: null } : {}) });
    this.ask();
  }

  /** Settles when the list that is shown was answered, well or not. */
  answered(): Promise<void> {
    if (this.current.state !== 'loading') return Promise.resolve();
    return new Promise((resolve) => {
      const leave = this.subscribe(() => {
        if (this.current.state === 'loading') return;
        leave();
        resolve();
      });
    });
  }

  /** The rows in view, as spans with both ends included, and the one that is active. */
  want(spans: readonly RowSpan[], active: number | null = null): void {
    this.active = active;
    const pages = new Set<number>();
    for (const [first, last] of spans) {
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) pages.add(page);
    }
    if (pages.size > 0) this.wanted = pages;
    this.ask();
  }

  /** Stored incidents or tenants changed: what is in view is asked for again soon, the rest when it is looked at. */
  invalidate(): void {
    this.settle ??= setTimeout(() => {
      this.settle = null;
      this.changes += 1;
      this.ask();
    }, SETTLE_MS);
  }

  /** One was looked at, or all there are (null): they are no news any more. */
  looked(incident: IncidentKey | null): void {
    let any = false;
    for (const [number, page] of this.pages) {
      const isOne = (row: IncidentRow) =>
        row.news !== null && (incident === null || (row.incidentId === incident.incidentId && row.tenantId === incident.tenantId));
      if (!page.rows.some(isOne)) continue;
      any = true;
      this.pages.set(number, { ...page, rows: page.rows.map((row) => (isOne(row) ? { ...row, news: null } : row)) });
    }
    if (any) this.change({});
  }

  /** Another profile: nothing held may be shown any more; the same list is asked of the new one. */
  forget(): void {
    this.held.drop();
    this.start(this.key, this.query);
    this.change({ state: 'loading', total: 0, summary: null, error: null });
    this.ask();
  }

  /** After a failure: the same list once more, also what is held of it. */
  retry(): void {
    this.changes += 1;
    this.change({ state: 'loading', error: null });
    this.ask();
  }

  private start(key: string, query: IncidentListQuery | null): void {
    this.key = key;
    this.query = query;
    this.generation += 1;
    this.pages.clear();
    this.asked.clear();
    this.arrived.clear();
    this.wanted = new Set([0]);
  }

  private ask(): void {
    const { query, generation, changes } = this;
    if (!query) return;
    for (const page of this.wanted) {
      if (this.pages.get(page)?.changes === changes || this.asked.has(page)) continue;
      this.asked.add(page);
      void this.load({ ...query, offset: page * PAGE_ROWS, limit: PAGE_ROWS }).then((result) => {
        if (this.generation !== generation) return;
        this.asked.delete(page);
        this.take(page, result, changes);
      });
    }
  }

  private take(page: number, result: Result<IncidentPage>, changes: number): void {
    if (!result.ok) {
      this.held.drop();
      // Until a list has an answer of its own, numbers are those of the one before.
      const unknown = this.pages.size === 0 ? { total: 0, summary: null } : {};
      this.change({ state: 'failed', error: result.error, ...unknown });
      return;
    }
    const { rows, total, coverage, bySeverity, search, groups } = result.value;
    this.arrived.set(page, { rows, changes });
    const waits = (one: number) => this.pages.has(one) && this.asked.has(one) && !this.arrived.has(one);
    if ([...this.wanted].some(waits)) return;
    const before = new Map(this.pages);
    // Rows move only where pages come anew.
    const anew = [...this.arrived.keys()].some((one) => before.has(one));
    const held = anew ? byKey(before) : null;
    const known = Math.min(...[...this.arrived.values()].map((one) => one.changes));
    for (const [number, { rows: come, changes: at }] of this.arrived) {
      this.pages.delete(number);
      this.pages.set(number, { rows: held ? come.map((row) => sameAs(row, held.get(keyOf(row)))) : come, changes: at });
    }
    this.arrived.clear();
    this.held.drop();
    this.dropFarPages();
    const shift = anew ? { placeOf: this.placesSince(before, known), revision: this.current.shift.revision + 1 } : this.current.shift;
    this.change({ state: 'ready', total, summary: { coverage, bySeverity, search, groups }, error: null, shift });
    if (changes !== this.changes) this.ask();
  }

  /** Where rows that were there stand now. Pages that were not read again hold theirs where they were, and know nothing of others. */
  private placesSince(before: ReadonlyMap<number, HeldPage>, known: number): TableShift['placeOf'] {
    const after = new Map(this.pages);
    const places = new Map<string, number>();
    for (const [page, { rows, changes }] of after) {
      if (changes >= known) for (const [at, row] of rows.entries()) places.set(keyOf(row), page * PAGE_ROWS + at);
    }
    return (index) => {
      const row = rowOf(before, index);
      if (!row) return undefined;
      const page = Math.floor(index / PAGE_ROWS);
      return places.get(keyOf(row)) ?? (after.get(page) === before.get(page) ? index : undefined);
    };
  }

  private dropFarPages(): void {
    // Without its page it would not be known where the active row went.
    const active = this.active === null ? null : Math.floor(this.active / PAGE_ROWS);
    for (const page of this.pages.keys()) {
      if (this.pages.size <= MAX_PAGES) return;
      if (!this.wanted.has(page) && page !== active) this.pages.delete(page);
    }
  }

  private change(patch: Partial<IncidentListView>): void {
    this.current = { ...this.current, ...patch, holding: this.held.any, revision: this.current.revision + 1 };
    for (const listener of this.listeners) listener();
  }
}

const keyOf = ({ tenantId, incidentId }: IncidentKey) => `${tenantId} ${incidentId}`;

function byKey(pages: ReadonlyMap<number, HeldPage>): Map<string, IncidentRow> {
  return new Map([...pages.values()].flatMap(({ rows }) => rows.map((row) => [keyOf(row), row] as const)));
}

/** The row as it was held, where it says the same: what is drawn of it is not drawn anew. */
function sameAs(row: IncidentRow, held: IncidentRow | undefined): IncidentRow {
  const says = (name: string) => row[name as keyof IncidentRow] === held?.[name as keyof IncidentRow];
  return held && Object.keys(row).every(says) ? held : row;
}
