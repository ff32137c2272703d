import { describe, expect, it } from 'vitest';
import type { ProviderPage } from '../../../main/incidents/provider';
import { afterPage, afterPass, beginRead, NEVER_READ, OVERLAP_MS, rangeOf, WHOLE_EVERY_MS } from '../../../main/incidents/sync-pass';
import type { SyncCursor } from '../../../main/store/sync-cursor';
import { incident } from '../../support/store/incident-pages';

const NOW = Date.UTC(2026, 0, 15, 12);
const DAY = 86_400_000;
const page = (times: number[], next: string | null = null, servedAt: number | null = NOW): ProviderPage => ({
  bytes: new Uint8Array(),
  rows: times.map((updatedAt, index) => incident(String(index), { updatedAt })),
  next,
  servedAt,
});

/** A tenant whose whole window was read at `NOW`. */
function readWhole(times = [NOW - 1_000]) {
  return afterPass(afterPage(beginRead(NEVER_READ, { windowDays: 30, now: NOW }), page(times), NOW), NOW);
}

describe('what is read next', () => {
  it('is the whole window the first time, in a changed window, and once a day; and otherwise what changed', () => {
    expect(rangeOf(beginRead(NEVER_READ, { windowDays: 30, now: NOW }).pass)).toEqual({ createdSince: null, updatedSince: NOW - 30 * DAY });
    expect(rangeOf(beginRead(NEVER_READ, { windowDays: null, now: NOW }).pass).updatedSince).toBeNull();
    const known = readWhole();
    expect(beginRead(known, { windowDays: 30, now: NOW + 1 }).pass).toMatchObject({ kind: 'changes', since: NOW - 1_000 - OVERLAP_MS });
    expect(beginRead(known, { windowDays: 90, now: NOW + 1 }).pass).toMatchObject({ kind: 'whole', since: NOW + 1 - 90 * DAY });
    expect(beginRead(known, { windowDays: 30, now: NOW + WHOLE_EVERY_MS }).pass.kind).toBe('whole');
    expect(beginRead(known, { windowDays: 30, now: NOW - DAY }).pass.kind).toBe('whole');
  });

  it('is the page at which a pass was interrupted', () => {
    const begun = beginRead(NEVER_READ, { windowDays: 30, now: NOW });
    const stopped = afterPage(begun, page([NOW - 5_000], 'page 2'), NOW);
    expect(beginRead(stopped, { windowDays: 30, now: NOW + DAY * 3 })).toEqual(stopped);
    expect(stopped.pass.place).toBe('page 2');
  });
});

describe('looking for what a whole read did not list', () => {
  const empty: SyncCursor = { ...NEVER_READ, unmarked: false };
  const whole = (before: SyncCursor) => beginRead(before, { windowDays: 30, now: NOW });
  const merged = { ...page([NOW - 1_000]), rows: [incident('1', { redirectIncidentId: '2' })] };

  it('is left out where nothing was stored before', () => {
    expect(whole(empty).unmarked).toBe(false);
    expect(afterPage(whole(empty), page([NOW - 1_000]), NOW).unmarked).toBe(false);
  });

  it('is done where something was: over this surface, over the other one, or what incidents were merged into', () => {
    expect(whole(NEVER_READ).unmarked).toBe(true);
    const known = readWhole();
    expect(beginRead({ ...known, unmarked: false }, { windowDays: 90, now: NOW }).unmarked).toBe(true);
    expect(afterPage(whole(empty), merged, NOW).unmarked).toBe(true);
  });

  it('is not begun by a change', () => {
    const known = { ...readWhole(), unmarked: false };
    expect(afterPage(beginRead(known, { windowDays: 30, now: NOW + 1 }), merged, NOW).unmarked).toBe(false);
  });
});

describe('the watermark', () => {
  it('is not moved by what changed while a pass was paging', () => {
    const begun = beginRead(NEVER_READ, { windowDays: 30, now: NOW });
    const one = afterPage(begun, page([NOW - 9_000], 'page 2'), NOW);
    const two = afterPage(one, page([NOW - 1_000]), NOW);
    expect(afterPass(two, NOW).watermark).toBe(NOW - 9_000);
    // What was stored before the next pass begins is covered by it, wherever in the list it stands.
    const next = beginRead(afterPass(two, NOW), { windowDays: 30, now: NOW });
    expect(afterPass(afterPage(next, page([NOW - 9_000], null), NOW), NOW).watermark).toBe(NOW - 1_000);
  });

  it("is of the service's times only, whatever this computer's clock says", () => {
    const wrong = NOW + 400 * DAY;
    const begun = beginRead(NEVER_READ, { windowDays: null, now: wrong });
    expect(afterPass(afterPage(begun, page([NOW - 2_000]), wrong), wrong).watermark).toBe(NOW - 2_000);
  });

  it('is not taken from a time far ahead of the service itself', () => {
    expect(readWhole([NOW - 2_000, NOW + 300 * DAY]).watermark).toBe(NOW - 2_000);
  });

  it("is never later than the service's own clock", () => {
    const known = readWhole([NOW - 2_000, NOW + 50 * 60_000]);
    expect(known).toMatchObject({ watermark: NOW, newest: NOW });
    expect(beginRead(known, { windowDays: 30, now: NOW + 1 }).pass.since).toBe(NOW - OVERLAP_MS);
  });

  it('stays unset for a tenant without incidents, which is read whole again', () => {
    const known = readWhole([]);
    expect(known.watermark).toBeNull();
    expect(beginRead(known, { windowDays: 30, now: NOW + 1 }).pass.kind).toBe('whole');
  });
});

describe('a window', () => {
  it("is counted from the service's clock where this computer's is ahead", () => {
    const wrong = NOW + 100 * DAY;
    const begun = beginRead(NEVER_READ, { windowDays: 30, now: wrong });
    const again = afterPage(begun, page([]), wrong);
    expect(again.pass).toMatchObject({ place: null, since: NOW - 30 * DAY });
    expect(afterPage(again, page([NOW - 10 * DAY]), wrong).pass.since).toBe(NOW - 30 * DAY);
  });
});

describe('what is known', () => {
  const whole = (before: SyncCursor, windowDays: number | null, now: number) =>
    afterPass(afterPage(beginRead(before, { windowDays, now }), page([now - 1_000], null, now), now), now);

  it('goes back as far as the first whole read did, and stays so while later ones reach back to it', () => {
    const first = whole(NEVER_READ, 30, NOW);
    expect(first.knownFrom).toBe(NOW - 30 * DAY);
    expect(whole(first, 30, NOW + 20 * DAY).knownFrom).toBe(NOW - 30 * DAY);
    expect(whole(first, 7, NOW + 2 * DAY).knownFrom).toBe(NOW - 30 * DAY);
  });

  it('goes further back with a larger window', () => {
    expect(whole(readWhole(), 90, NOW + DAY).knownFrom).toBe(NOW + DAY - 90 * DAY);
    expect(whole(readWhole(), null, NOW + DAY).knownFrom).toBe(0);
  });

  it('has no gap where nothing was read for longer than the window: what changed meanwhile is asked for as well', () => {
    expect(beginRead(readWhole(), { windowDays: 30, now: NOW + 40 * DAY }).pass.since).toBe(NOW - 1_000 - OVERLAP_MS);
    expect(beginRead(readWhole([]), { windowDays: 30, now: NOW + 40 * DAY }).pass.since).toBe(NOW - OVERLAP_MS);
    expect(whole(readWhole(), 30, NOW + 40 * DAY).knownFrom).toBe(NOW - 30 * DAY);
  });

  it('stays unsaid where an earlier version read first', () => {
    expect(whole({ ...readWhole(), knownFrom: null }, 30, NOW + 2 * DAY).knownFrom).toBeNull();
  });
});
