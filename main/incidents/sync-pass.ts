import type { Instant } from '../../contract/ids';
import type { SyncCursor, SyncPass } from '../store/sync-cursor';
import type { PageRange, ProviderPage } from './provider';

const DAY_MS = 86_400_000;
/** Changes are asked for again from so long before the watermark: the service may list one later than the time it bears. */
export const OVERLAP_MS = 5 * 60_000;
/** Everything is listed again once a day: what vanished shows in no list of changes. */
export const WHOLE_EVERY_MS = DAY_MS;
/** A pass that took longer, or was taken up again, is followed by one of the changes since it began. */
const LONG_MS = 60_000;
/** A time so far ahead of the service's own clock is no time: taken for one, it would hide every change until then. */
const AHEAD_MS = 60 * 60_000;
/** How wrong this computer's clock may be before the window is counted from the service's. */
const SKEW_MS = 60_000;

export type CursorUnderWay = SyncCursor & { pass: SyncPass };

/** Over this surface. `unmarked`: over the other one there may be incidents stored. */
export const NEVER_READ: SyncCursor = {
  round: 0,
  windowDays: null,
  pass: null,
  newest: null,
  watermark: null,
  wholeAt: null,
  knownFrom: null,
  unmarked: true,
  targetsLeft: false,
  deadTargets: [],
  unreadTargets: [],
};

/** What to read next: the pass that was interrupted, or a new one. In a window that was changed everything is listed anew. */
export function beginRead(before: SyncCursor, { windowDays, now }: { windowDays: number | null; now: Instant }): CursorUnderWay {
  const sameWindow = before.windowDays === windowDays;
  if (before.pass && sameWindow) return { ...before, pass: before.pass };
  const sinceWhole = before.wholeAt === null ? Number.POSITIVE_INFINITY : now - before.wholeAt;
  const whole = !sameWindow || before.watermark === null || sinceWhole >= WHOLE_EVERY_MS || sinceWhole < 0;
  return whole ? beginWhole(before, windowDays, now) : beginChanges(before, now);
}

/** Also where nothing was read for longer than the window reaches back: what changed since then is asked for with it, so that no gap stays. */
function beginWhole(before: SyncCursor, windowDays: number | null, now: Instant): CursorUnderWay {
  const readUpTo = before.watermark ?? before.wholeAt ?? now;
  const since = windowDays === null ? null : Math.min(now - windowDays * DAY_MS, readUpTo - OVERLAP_MS);
  const pass: SyncPass = { kind: 'whole', since, place: null, head: before.newest, startedAt: now };
  // What is stored may be gone from the list by now; where nothing is there is nothing to look through.
  const unmarked = before.unmarked || before.round > 0;
  // Later than every round before it, also where the clock was set back.
  return { ...before, round: Math.max(now, before.round + 1), windowDays, pass, unmarked };
}

function beginChanges(before: SyncCursor, now: Instant): CursorUnderWay {
  const since = before.watermark === null ? null : before.watermark - OVERLAP_MS;
  return { ...before, pass: { kind: 'changes', since, place: null, head: before.newest, startedAt: now } };
}

export function rangeOf({ since }: SyncPass): PageRange {
  return { createdSince: null, updatedSince: since };
}

/**
 * The cursor as it is to be stored with a page. The watermark a pass earns is the newest change known when its first page was answered: whatever
 * changed while it was paging bears a later time, and is met by the next pass. No time counts as later than the service's own when it answered.
 */
export function afterPage(cursor: CursorUnderWay, page: ProviderPage, now: Instant): CursorUnderWay {
  const times = page.rows.flatMap(({ updatedAt }) =>
    updatedAt === null || isAhead(updatedAt, page) ? [] : [Math.min(updatedAt, page.servedAt ?? updatedAt)],
  );
  const newest = latest(cursor.newest, ...times);
  const targetsLeft = cursor.targetsLeft || page.rows.some(({ redirectIncidentId }) => redirectIncidentId !== null);
  // What others were merged into may lie outside of what is listed.
  const unmarked = cursor.unmarked || (cursor.pass.kind === 'whole' && targetsLeft);
  const first = cursor.pass.place === null;
  const pass = { ...cursor.pass, place: page.next, head: first ? latest(cursor.pass.head, ...times) : cursor.pass.head };
  return first && isSkewed(cursor, page, now)
    ? fromServiceClock({ ...cursor, targetsLeft, unmarked }, page.servedAt ?? now)
    : { ...cursor, newest, targetsLeft, unmarked, pass };
}

/** The cursor once the last page of its pass is stored. */
export function afterPass(cursor: CursorUnderWay, now: Instant): SyncCursor {
  const { kind, head } = cursor.pass;
  const watermark = latest(cursor.watermark, ...(head === null ? [] : [head]));
  return { ...cursor, pass: null, watermark, ...(kind === 'whole' ? { wholeAt: now, knownFrom: knownFrom(cursor) } : {}) };
}

/** Since when everything is known once a whole read ended: as far as the one that reached back furthest. */
function knownFrom({ pass: { since }, wholeAt, knownFrom: before }: CursorUnderWay): Instant | null {
  const reached = since ?? 0;
  if (wholeAt === null) return reached;
  return before === null ? null : Math.min(before, reached);
}

/** Whether the changes since a pass began are to be read at once, so that what is told as read now is as of now. */
export function isOutdated({ pass }: CursorUnderWay, { resumed, now }: { resumed: boolean; now: Instant }): boolean {
  return resumed || now - pass.startedAt > LONG_MS || now < pass.startedAt;
}

export { beginChanges };

/** A window counted from a wrong clock would leave out what lies in it. */
function isSkewed({ pass, windowDays }: CursorUnderWay, { servedAt }: ProviderPage, now: Instant): boolean {
  return (
    pass.kind === 'whole' &&
    windowDays !== null &&
    pass.since !== null &&
    !!servedAt &&
    pass.since > servedAt - windowDays * DAY_MS + SKEW_MS &&
    now > servedAt
  );
}

function fromServiceClock(cursor: CursorUnderWay, servedAt: Instant): CursorUnderWay {
  const since = cursor.windowDays === null ? null : servedAt - cursor.windowDays * DAY_MS;
  return { ...cursor, pass: { ...cursor.pass, since, place: null } };
}

function isAhead(updatedAt: Instant, { servedAt }: ProviderPage): boolean {
  return typeof servedAt === 'number' && updatedAt > servedAt + AHEAD_MS;
}

function latest(...times: (Instant | null)[]): Instant | null {
  return times.reduce<Instant | null>((found, at) => (at !== null && (found === null || at > found) ? at : found), null);
}
