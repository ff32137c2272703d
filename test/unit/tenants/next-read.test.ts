import { describe, expect, it } from 'vitest';
import { type SyncSchedule, syncSchedule } from '../../../contract/sync-schedule';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { type NextReadParts, nextReadAt } from '../../../main/tenants/next-read';
import type { StoredTenant } from '../../../main/store/store-port';
import { storedTenant } from '../../support/store/stored-tenant';
import { NOW } from '../incidents/fake-service';

const MINUTE = 60_000;
/** Its jitter is nothing. */
const FIRST = '00000000-0000-4000-8000-000000000000';

const tenant = (facts: Partial<StoredTenant> = {}): StoredTenant =>
  storedTenant({ tenantId: FIRST, addedAt: NOW, lastAttemptAt: NOW, lastCompleteAt: NOW, ...facts });
const schedule = (facts: Partial<SyncSchedule> = {}): SyncSchedule => ({ ...syncSchedule.parse({}), everyMinutes: 15, ...facts });
const minutesTo = (at: number | null): number | null => (at === null ? null : (at - NOW) / MINUTE);
const inMinutes = (facts: Partial<StoredTenant>, of: Partial<SyncSchedule> = {}) =>
  minutesTo(nextReadAt(tenant(facts), { schedule: schedule(of), now: NOW }));

describe('when a tenant is read next', () => {
  it('is its pace after the last read, or after it was added', () => {
    expect(inMinutes({})).toBe(15);
    expect(inMinutes({ lastAttemptAt: null, lastCompleteAt: null, addedAt: NOW - 5 * MINUTE })).toBe(10);
  });

  it('is at the pace of its group, where the group has one', () => {
    const groups = { Gold: 5, Quiet: 0 } as const;
    const of = (group: string) => inMinutes({ profile: { ...EMPTY_PROFILE, group } }, { groups });
    expect([of('Gold'), of('Quiet'), of('Other'), of('constructor')]).toEqual([5, null, 15, 15]);
  });

  it('is never while it, or everything, is paused', () => {
    expect(inMinutes({}, { pausedAt: NOW - 1 })).toBeNull();
    expect(inMinutes({}, { pausedTenants: { [FIRST]: NOW - 1 } })).toBeNull();
    expect(inMinutes({}, { everyMinutes: 0 })).toBeNull();
  });

  it('moves away twice as far with every failure, up to four hours', () => {
    const failing = (minutes: number) => inMinutes({ problem: { code: 'serviceError', at: NOW }, problemSince: NOW - minutes * MINUTE });
    expect([0, 15, 30, 60, 120, 10_000].map(failing)).toEqual([15, 15, 30, 60, 120, 240]);
  });

  it('is at its pace where only an incident that others were merged into could not be read', () => {
    expect(inMinutes({ problem: { code: 'targetUnread', at: NOW }, problemSince: NOW - 600 * MINUTE })).toBe(15);
  });

  it('is at its pace where it was the credential of the partner app that was refused', () => {
    expect(inMinutes({ problem: { code: 'credentialExpired', at: NOW }, problemSince: NOW - 600 * MINUTE })).toBe(15);
  });

  it('is at once when the credential is good that it failed for, once, and for no other reason of failing', () => {
    const mended = (facts: Partial<StoredTenant>, more: Partial<NextReadParts> = {}, of: Partial<SyncSchedule> = {}) =>
      minutesTo(
        nextReadAt(tenant({ lastAttemptAt: NOW - 3 * MINUTE, ...facts }), {
          schedule: schedule(of),
          now: NOW,
          goodSince: NOW - MINUTE,
          ...more,
        }),
      );
    const problem = { code: 'credentialExpired', at: NOW - 3 * MINUTE } as const;
    expect(mended({ problem })).toBe(-1);
    expect(mended({ problem }, { goodSince: NOW - 4 * MINUTE })).toBe(12);
    expect(mended({ problem }, { goodSince: null })).toBe(12);
    expect(mended({ problem }, { begunAt: NOW })).toBe(15);
    expect(mended({ problem }, {}, { pausedAt: NOW - 1 })).toBeNull();
    expect(mended({ problem: { ...problem, code: 'consentMissing' } })).toBe(12);
  });

  it('is not put off by a token: one whose consent is back is read when it would have been', () => {
    expect(inMinutes({ lastCompleteAt: NOW - 60 * MINUTE })).toBe(-45);
    expect(inMinutes({ lastCompleteAt: null, addedAt: NOW - 20 * MINUTE })).toBe(-5);
  });

  it('is not before the service said', () => {
    expect(inMinutes({ problem: { code: 'throttled', at: NOW, retryAt: NOW + 40 * MINUTE }, problemSince: NOW })).toBe(40);
  });

  it('is not put off by a clock that was wrong', () => {
    expect(inMinutes({ lastCompleteAt: NOW + 1_000 * MINUTE })).toBe(15);
  });

  it('is spread over a tenth of the wait, the same for a tenant every time', () => {
    const at = (tenantId: string) => inMinutes({ tenantId }) ?? 0;
    expect(at('80000000-0000-4000-8000-000000000000')).toBeCloseTo(15.75, 5);
    expect(at('ffffffff-0000-4000-8000-000000000000')).toBeCloseTo(16.5, 3);
  });
});
