import type { TenantId } from '../../contract/ids';
import type { Problem, ProblemCode } from '../../contract/problem';
import { packBody } from '../store/packed-body';
import type { SyncCursor, UnreadTarget } from '../store/sync-cursor';
import { SYNTHETIC_ID } from './lenient';
import type { PageRequests } from './page-requests';
import type { ProviderPage } from './provider';
import type { ReadTenantParts } from './read-tenant';
import type { Attempt } from './retry';
import { storeFailure } from './store-failure';

/** Targets read after one pass; the rest follow with the next. */
const MOST = 20;
/** So many the service failed to give end it as well: it may be ill as a whole. */
const MOST_UNREAD = 2;
/** The service itself failed, with this incident: others and the list may be well. */
const OF_TARGET: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['serviceError', 'timeout', 'unreadable']);
/** One it failed to give is asked for again after so long, then after twice as long each time, and once a day in the end. */
const AGAIN_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
const NOTHING: ProviderPage = { bytes: new Uint8Array(), rows: [], next: null };

export interface Followed {
  /** What ended it; null: nothing did. */
  problem: Problem | null;
  /** Targets the service failed to give, now or lately. */
  unread: Problem | null;
}

/**
 * Reads the incidents that others were merged into, where they are not stored: they may lie outside what was read. A target that was merged in turn is
 * followed as well. One that is not there is asked for once, and one that the service fails to give ever more rarely, so that neither keeps another
 * waiting, nor the next reads. How far this has come is stored with the tenant's place: what was kept from it goes on with the next read.
 */
export async function followMerges(
  tenantId: TenantId,
  { store, provider, now }: Pick<ReadTenantParts, 'store' | 'provider' | 'now'>,
  requests: PageRequests,
  signal: AbortSignal,
  cursor: SyncCursor,
): Promise<Followed> {
  const { surface } = provider;
  if (!provider.readIncident) return { problem: null, unread: null };
  let { deadTargets, unreadTargets } = cursor;
  const ended = (problem: Problem | null): Followed => ({ problem, unread: unreadProblem(unreadTargets, now()) });
  const save = async (page: ProviderPage, targetsLeft: boolean): Promise<Attempt<void>> => {
    const sync = { cursor: { ...cursor, targetsLeft, deadTargets, unreadTargets }, follows: cursor.round, unlistedAt: null };
    try {
      await store.saveIncidentPage({ tenantId, surface, readAt: now(), raw: await packBody(page), rows: page.rows, sync });
      return { ok: true, value: undefined };
    } catch (error) {
      return { ok: false, problem: storeFailure(error, now()) };
    }
  };
  let failed = 0;
  for (let left = MOST; left > 0 && failed < MOST_UNREAD; left--) {
    let missing: string[];
    try {
      missing = await store.missingTargets(tenantId);
    } catch (error) {
      return ended(storeFailure(error, now()));
    }
    if (signal.aborted) return ended(null);
    const dead = new Set(deadTargets);
    // Whatever was stored since is none of them any more.
    unreadTargets = unreadTargets.filter((one) => missing.includes(one.incidentId));
    // A clock that was wrong must not put one off for longer than that.
    const waits = ({ againAt }: UnreadTarget): boolean => againAt > now() && againAt <= now() + DAY_MS;
    const later = new Set(unreadTargets.filter(waits).map((one) => one.incidentId));
    const incidentId = missing.find((id) => !dead.has(id) && !later.has(id));
    const before = unreadTargets.find((one) => one.incidentId === incidentId);
    deadTargets = missing.filter((id) => dead.has(id) || id === incidentId);
    if (incidentId === undefined) {
      const saved = await save(NOTHING, unreadTargets.length > 0);
      return ended(saved.ok ? null : saved.problem);
    }
    unreadTargets = unreadTargets.filter((one) => one !== before);
    const read = await requests.page(
      (one, access) => one.readIncident?.({ ...access, incidentId }) ?? Promise.resolve({ ok: true, page: NOTHING }),
      { newest: false, handle: async (page) => nothingKnown(page, now()) ?? save(page, true) },
    );
    if (read.ok) continue;
    if (signal.aborted) return ended(null);
    if (OF_TARGET.has(read.problem.code)) {
      failed += 1;
      deadTargets = deadTargets.filter((id) => id !== incidentId);
      unreadTargets = [...unreadTargets, failedAgain(incidentId, before, read.problem)];
    } else if (read.problem.code !== 'refused') return ended(read.problem);
    const saved = await save(NOTHING, true);
    if (!saved.ok) return ended(saved.problem);
  }
  return ended(null);
}

/** What has no ID of its own is no incident: kept in a list that it came in, it would be one of nobody here. */
function nothingKnown({ rows }: ProviderPage, at: number): Attempt<void> | null {
  if (!rows.some(({ incidentId }) => incidentId.startsWith(SYNTHETIC_ID))) return null;
  return { ok: false, problem: { code: 'unreadable', at, detail: 'The answer is not an incident.' } };
}

function failedAgain(incidentId: string, before: UnreadTarget | undefined, { code, at, httpStatus, detail }: Problem): UnreadTarget {
  const tries = (before?.tries ?? 0) + 1;
  const wait = Math.min(AGAIN_MS * 2 ** (tries - 1), DAY_MS);
  const status = httpStatus === undefined ? [] : [`HTTP ${httpStatus}`];
  const said = [...status, ...(detail === undefined ? [] : [beginning(detail)])].join(': ') || code;
  return { incidentId, tries, since: before?.since ?? at, againAt: at + wait, said, code };
}

/** What is kept of a long answer with the tenant's place, in signs. */
const MOST_SAID = 200;
const beginning = (said: string): string => (said.length <= MOST_SAID ? said : `${said.slice(0, MOST_SAID).trimEnd()}…`);

/** All of them, as one problem of the tenant; null: none. */
function unreadProblem(targets: readonly UnreadTarget[], at: number): Problem | null {
  if (targets.length === 0) return null;
  const told = targets.map(({ incidentId, tries, since, said }) => {
    const often = tries === 1 ? '1 try' : `${tries} tries`;
    return `#${incidentId}: ${said}, ${often} since ${new Date(since).toISOString()}.`;
  });
  return { code: 'targetUnread', at, detail: told.join(' ') };
}
