import { describe, expect, it } from 'vitest';
import { lastUnsureDay } from '../../../contract/overview';
import type { Tenant } from '../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { DAY_MS, dayOf, daysOf, knownFrom, tenantsOf, totalOf } from '../../../main/overview/figures';
import type { TenantReach } from '../../../main/store/figures/figures-port';
import { TENANT_A, TENANT_B } from '../../support/store/incident-pages';

const listed = (tenantId: string, displayName: string, addedAt = 0): Tenant => ({
  tenantId,
  displayName,
  profile: EMPTY_PROFILE,
  appIds: [],
  addedAt,
  incidentCount: 0,
  health: { state: 'failed', refreshing: false },
});
const open = (tenantId: string, severity: string, incidents: number, unassigned = 0) => ({ tenantId, severity, incidents, unassigned });

describe('figures over time', () => {
  it('count back from what is open now', () => {
    const days = daysOf(
      {
        open: [open(TENANT_A, 'high', 2), open(TENANT_B, 'high', 1), open(TENANT_B, 'low', 1)],
        days: [
          { day: 10, severity: 'high', opened: 4, resolved: 0 },
          { day: 11, severity: 'high', opened: 0, resolved: 3 },
          { day: 12, severity: 'low', opened: 1, resolved: 0 },
        ],
      },
      { from: 9, to: 12 },
    );
    expect(days).toEqual([
      { at: 9 * DAY_MS, open: { high: 2 }, opened: 0, resolved: 0 },
      { at: 10 * DAY_MS, open: { high: 6 }, opened: 4, resolved: 0 },
      { at: 11 * DAY_MS, open: { high: 3 }, opened: 0, resolved: 3 },
      { at: 12 * DAY_MS, open: { high: 3, low: 1 }, opened: 1, resolved: 0 },
    ]);
  });

  it('take an incident of a day that has not come for one of today', () => {
    const [before, today] = daysOf(
      { open: [open(TENANT_A, 'high', 1)], days: [{ day: 99, severity: 'high', opened: 1, resolved: 0 }] },
      { from: 11, to: 12 },
    );
    expect(before).toMatchObject({ open: {} });
    expect(today).toMatchObject({ open: { high: 1 }, opened: 1 });
  });

  it('end a day at midnight of UTC', () => {
    expect(dayOf(Date.UTC(2026, 10, 28, 23, 59))).toBe(dayOf(Date.UTC(2026, 10, 28)));
    expect(dayOf(Date.UTC(2026, 10, 29))).toBe(dayOf(Date.UTC(2026, 10, 28)) + 1);
  });
});

describe('figures of tenants', () => {
  const stored = {
    open: [open(TENANT_A, 'high', 3, 2)],
    tenants: [
      { tenantId: TENANT_A, opened: 9, resolved: 4, timed: 3, resolveMs: 300 },
      { tenantId: TENANT_B, opened: 1, resolved: 1, timed: 1, resolveMs: 900 },
    ],
  };

  it('are of every tenant of the list, with its state, also where nothing is stored', () => {
    const found = tenantsOf({ open: [], tenants: [] }, [listed(TENANT_A, 'Alpha')]);
    expect(found).toEqual([
      expect.objectContaining({
        tenantName: 'Alpha',
        tenantState: 'failed',
        lastCompleteAt: null,
        open: {},
        timed: 0,
        meanResolveMs: null,
      }),
    ]);
  });

  it('say from how many incidents a mean is, and leave out those whose beginning is not known', () => {
    const [alpha] = tenantsOf(stored, [listed(TENANT_A, 'Alpha')]);
    expect(alpha).toMatchObject({ resolved: 4, timed: 3, meanResolveMs: 100, open: { high: 3 }, unassigned: 2 });
  });

  it('are a mean over incidents in the total, not over tenants', () => {
    expect(totalOf(stored)).toEqual({ open: { high: 3 }, unassigned: 2, opened: 10, resolved: 5, timed: 4, meanResolveMs: 300 });
  });

  describe('are known', () => {
    const tenants = [listed(TENANT_A, 'Alpha', 100 * DAY_MS), listed(TENANT_B, 'Beta', 200 * DAY_MS)];
    const known = (reach: Partial<TenantReach> = {}, windowDays: number | null = 30) =>
      knownFrom(tenants, [{ tenantId: TENANT_B, readFrom: null, removedBefore: null, keepDays: 0, ...reach }], {
        windowDays,
        now: 300 * DAY_MS,
      });

    it('from as far back as the tenant that came last was read', () => {
      expect(known()).toBe(170 * DAY_MS);
      expect(known({ readFrom: 250 * DAY_MS })).toBe(250 * DAY_MS);
      expect(known({ readFrom: 0 })).toBe(70 * DAY_MS);
      expect(known({}, null)).toBeNull();
      expect(knownFrom([], [], { windowDays: 30, now: 1 })).toBeNull();
    });

    it('from what of it was not removed, and is kept', () => {
      expect(known({ removedBefore: 280 * DAY_MS })).toBe(280 * DAY_MS);
      expect(known({ keepDays: 10 })).toBe(290 * DAY_MS);
      expect(known({ keepDays: 10 }, null)).toBe(290 * DAY_MS);
      expect(known({ removedBefore: 20 * DAY_MS, keepDays: 280 })).toBe(170 * DAY_MS);
    });
  });
});

it('The last day not all is known of is the one in which the known begins, unless that begins with it', () => {
  const days = [0, 1, 2].map((day) => ({ at: day * DAY_MS, open: {}, opened: 0, resolved: 0 }));
  expect(lastUnsureDay({ days, knownFrom: DAY_MS + 1 })).toBe(DAY_MS);
  expect(lastUnsureDay({ days, knownFrom: DAY_MS })).toBe(0);
  for (const knownFrom of [null, 0]) expect(lastUnsureDay({ days, knownFrom })).toBeNull();
});
