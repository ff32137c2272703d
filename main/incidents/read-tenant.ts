import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import type { SyncActivity } from '../../contract/sync';
import { packBody } from '../store/packed-body';
import type { PageSync } from '../store/page-port';
import type { StorePort } from '../store/store-port';
import type { SyncCursor } from '../store/sync-cursor';
import type { CallBudgets } from './call-budget';
import { followMerges } from './follow-merges';
import { type PageRequestParts, PageRequests, type RequestingTenant } from './page-requests';
import type { ProviderPage } from './provider';
import type { Attempt } from './retry';
import { afterPage, afterPass, beginChanges, beginRead, type CursorUnderWay, isOutdated, NEVER_READ, rangeOf } from './sync-pass';
import { storeFailure } from './store-failure';
import type { Rank } from './turns';

export interface ReadTenantParts extends PageRequestParts {
  store: Pick<StorePort, 'saveIncidentPage' | 'recordAttempt' | 'readSyncCursor' | 'missingTargets'>;
  budgets: CallBudgets;
  /** How many days a first read goes back; null: everything. */
  windowDays: number | null;
}

export interface TenantRead {
  pages: number;
  incidents: number;
  /** Every page was read and stored. Without this and without a problem, the signal ended it. */
  complete: boolean;
  /** Some of what was to be read is stored and some is not. */
  partial: boolean;
  problem: Problem | null;
  /** Every page was read, but not all that incidents were merged into. */
  unread?: Problem | null;
}

export interface ReadTenantRun extends Pick<RequestingTenant, 'trustRoles'> {
  /** Incidents read in this run so far, over whichever surface: none is counted twice. */
  counted?: Set<string>;
  rank: Pick<Rank, 'interactive' | 'hurry' | 'urgent'>;
  signal: AbortSignal;
  onPage(incidents: number): void;
  onActivity(activity: SyncActivity): void;
}

/** A page may bring nothing new when reading steps back over a list that moved; a service that never brings anything new again is not read for ever. */
const BARREN_PAGES = 3;

/**
 * Brings one tenant up to date: goes on where the last read stopped, and otherwise reads what changed since, or the whole window. Every page is stored
 * together with the place behind it, so that whatever ends the read, the next one goes on there.
 */
export async function readTenant(tenantId: TenantId, parts: ReadTenantParts, run: ReadTenantRun): Promise<TenantRead> {
  return new TenantReader(tenantId, parts, run).read();
}

class TenantReader {
  readonly #seen = new Set<string>();
  readonly #counted: Set<string>;
  readonly #requests: PageRequests;
  #pages = 0;
  /** Pages with something not seen before in this read. */
  #fruitful = 0;
  /** Pages without, one after the other. */
  #barren = 0;
  /** Round of the place that is stored. */
  #round = NEVER_READ.round;

  constructor(
    private readonly tenantId: TenantId,
    private readonly parts: ReadTenantParts,
    private readonly run: ReadTenantRun,
  ) {
    this.#counted = run.counted ?? new Set();
    const budget = parts.budgets.of(tenantId, parts.provider.surface);
    this.#requests = new PageRequests({ tenantId, budget, ...run }, parts);
  }

  async read(): Promise<TenantRead> {
    const { store, provider, windowDays, now } = this.parts;
    let known: SyncCursor;
    try {
      const { cursor, empty } = await store.readSyncCursor(this.tenantId, provider.surface);
      known = cursor ?? { ...NEVER_READ, unmarked: !empty };
    } catch (error) {
      return this.#ended(NEVER_READ, storeFailure(error, now()));
    }
    this.#round = known.round;
    const resumed = known.pass !== null && known.pass.place !== null;
    const begun = beginRead(known, { windowDays, now: now() });
    const first = await this.#pass(begun, resumed && begun.round === known.round);
    if (first.problem || !first.cursor) return first.read;
    const outdated = first.cursor.watermark !== null && isOutdated(begun, { resumed, now: now() });
    const last = outdated ? await this.#pass(beginChanges(first.cursor, now()), false) : first;
    if (last.problem || !last.cursor) return last.read;
    if (!last.cursor.targetsLeft) return last.read;
    const { problem, unread } = await followMerges(this.tenantId, this.parts, this.#requests, this.run.signal, last.cursor);
    return problem || this.run.signal.aborted ? { ...last.read, complete: false, partial: true, problem } : { ...last.read, unread };
  }

  /** Reads the pages of one pass. Without a cursor the read ends here. */
  async #pass(begun: CursorUnderWay, resumed: boolean): Promise<{ cursor: SyncCursor | null; problem: Problem | null; read: TenantRead }> {
    const { now } = this.parts;
    let cursor = begun;
    let retryFromStart = resumed;
    for (;;) {
      let after: SyncCursor = cursor;
      const { place } = cursor.pass;
      const range = rangeOf(cursor.pass);
      const asked = await this.#requests.page((provider, access) => provider.readPage({ ...access, range, cursor: place }), {
        newest: place === null,
        handle: async (page) => {
          const fault = this.#repeats(page, place);
          if (fault) return { ok: false, problem: fault };
          const under = afterPage(cursor, page, now());
          const ended = page.next === null && under.pass.since === cursor.pass.since;
          after = ended ? afterPass(under, now()) : under;
          const marks = ended && after.unmarked && (under.pass.kind === 'changes' || place === null);
          if (marks) after = { ...after, unmarked: false };
          return this.#save(page, { cursor: after, unlistedAt: marks ? now() : null });
        },
      });
      if (this.run.signal.aborted) return { cursor: null, problem: null, read: this.#ended(after, null) };
      if (!asked.ok) {
        // A place named by the service long ago may not be known to it any more.
        if (retryFromStart && asked.problem.code === 'refused') {
          retryFromStart = false;
          cursor = { ...cursor, pass: { ...cursor.pass, place: null } };
          continue;
        }
        return { cursor: null, problem: asked.problem, read: this.#ended(cursor, asked.problem) };
      }
      retryFromStart = false;
      if (after.pass === null) return { cursor: after, problem: null, read: { ...this.#ended(after, null), complete: true } };
      cursor = { ...after, pass: after.pass };
    }
  }

  #repeats(page: ProviderPage, place: string | null): Problem | null {
    const news = page.rows.some(({ incidentId }) => !this.#seen.has(incidentId));
    if (news) this.#fruitful += 1;
    this.#barren = news || page.next === null || place === null ? 0 : this.#barren + 1;
    const same = page.next !== null && page.next === place;
    // Back over all that was read and forth again, at most.
    if (!same && this.#barren <= 2 * this.#fruitful + BARREN_PAGES) return null;
    const detail = same ? 'The next page is said to be the same page.' : 'The service sends the same page again and again.';
    return { code: 'unreadable', at: this.parts.now(), detail };
  }

  async #save(page: ProviderPage, place: Omit<PageSync, 'follows'>): Promise<Attempt<void>> {
    const { store, provider, now } = this.parts;
    try {
      const raw = await packBody(page);
      const { tenantId } = this;
      const sync = { ...place, follows: this.#round };
      await store.saveIncidentPage({ tenantId, surface: provider.surface, readAt: now(), raw, rows: page.rows, sync });
      this.#round = place.cursor.round;
    } catch (error) {
      return { ok: false, problem: storeFailure(error, now()) };
    }
    const before = this.#counted.size;
    for (const { incidentId } of page.rows) {
      this.#seen.add(incidentId);
      this.#counted.add(incidentId);
    }
    this.#pages += 1;
    this.run.onPage(this.#counted.size - before);
    return { ok: true, value: undefined };
  }

  #ended({ pass }: SyncCursor, problem: Problem | null): TenantRead {
    const partial = this.#pages > 0 || (pass !== null && pass.place !== null);
    return { pages: this.#pages, incidents: this.#counted.size, complete: false, partial, problem };
  }
}
