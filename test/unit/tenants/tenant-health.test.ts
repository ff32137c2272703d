import { describe, expect, it } from 'vitest';
import { type Problem, problemCode } from '../../../contract/problem';
import { tenantHealth as tenantHealthSchema, tenantState } from '../../../contract/tenant';
import type { StoredTenant } from '../../../main/store/store-port';
import { coverageOf } from '../../../main/tenants/coverage';
import { tenantHealth } from '../../../main/tenants/tenant-health';
import { storedTenant } from '../../support/store/stored-tenant';

const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const NEW = storedTenant({ addedAt: NOW - 60 * MINUTE });
const health = (changes: Partial<StoredTenant>, now = NOW) => tenantHealth({ ...NEW, ...changes }, { now, refreshing: false });
const failed = (code: Problem['code'], more: Partial<Problem> = {}): Partial<StoredTenant> => ({
  lastAttemptAt: NOW - MINUTE,
  problem: { code, at: NOW - MINUTE, ...more },
  problemSince: NOW - 5 * MINUTE,
});

describe('state of a tenant', () => {
  it('is "never asked" until incidents were asked for', () => {
    expect(health({})).toEqual({ state: 'neverAsked', refreshing: false });
    expect(health({ lastAttemptAt: NOW })).toEqual({ state: 'neverAsked', refreshing: false, lastAttemptAt: NOW });
  });

  it('is fresh for fifteen minutes after a complete read, then stale', () => {
    const lastCompleteAt = NOW - 15 * MINUTE;
    expect(health({ lastCompleteAt, lastAttemptAt: lastCompleteAt }, NOW - 1)).toMatchObject({ state: 'fresh', since: lastCompleteAt });
    expect(health({ lastCompleteAt, lastAttemptAt: lastCompleteAt })).toMatchObject({ state: 'stale', since: NOW, lastCompleteAt });
  });

  it('is partial while rows are stored and no read was ever whole', () => {
    expect(health({ incidentCount: 100 }).state).toBe('partial');
    expect(health({ incidentCount: 100, lastAttemptAt: NOW - MINUTE })).toMatchObject({ state: 'partial', since: NOW - MINUTE });
  });

  it('is not fresh by a date that lies ahead', () => {
    expect(health({ lastCompleteAt: NOW + 60 * MINUTE })).toMatchObject({ state: 'stale', since: NOW });
    expect(health({ lastCompleteAt: NOW + MINUTE }).state).toBe('fresh');
  });

  it.each([
    ['consentMissing', 'consentMissing'],
    ['rolesMissing', 'noPermission'],
    ['notLicensed', 'notLicensed'],
    ['wrongTenantToken', 'tokenWrong'],
    ['wrongAudience', 'tokenWrong'],
    ['tokenRefused', 'tokenWrong'],
    ['appDisabled', 'failed'],
    ['tenantNotFound', 'failed'],
    ['unreadable', 'failed'],
    ['unknownEntra', 'failed'],
  ] as const)('%s shows as %s, since it began', (code, state) => {
    expect(health(failed(code))).toMatchObject({ state, since: NOW - 5 * MINUTE, problem: { code } });
  });

  it.each(problemCode.options)('never looks clean after %s, however fresh the data', (code) => {
    const seen = health({ ...failed(code, { retryAt: NOW + MINUTE }), lastCompleteAt: NOW - 2 * MINUTE });
    expect(['fresh', 'neverAsked']).not.toContain(seen.state);
    expect(seen).toMatchObject({ lastCompleteAt: NOW - 2 * MINUTE, problem: { code } });
    expect(tenantHealthSchema.safeParse(seen).success).toBe(true);
  });

  it('is throttled until the time named, then stale', () => {
    const throttled = { ...failed('throttled', { retryAt: NOW + MINUTE }), lastCompleteAt: NOW - 2 * MINUTE };
    expect(health(throttled).state).toBe('throttled');
    expect(health(throttled, NOW + MINUTE)).toMatchObject({ state: 'stale', since: NOW + MINUTE });
  });

  it('is no old state where it was never read whole: that read failed', () => {
    const throttled = failed('throttled', { retryAt: NOW + MINUTE });
    expect(health(throttled).state).toBe('throttled');
    expect(health(throttled, NOW + MINUTE)).toMatchObject({ state: 'failed', since: NOW - 5 * MINUTE, problem: { code: 'throttled' } });
  });

  it('is partial when weather cut a read short, but not when the customer withdrew consent meanwhile', () => {
    expect(health({ ...failed('serviceError'), partial: true }).state).toBe('partial');
    expect(health({ ...failed('throttled', { retryAt: NOW + MINUTE }), partial: true }).state).toBe('throttled');
    expect(health({ ...failed('throttled', { retryAt: NOW + MINUTE }), partial: true }, NOW + MINUTE).state).toBe('partial');
    expect(health({ ...failed('consentMissing'), partial: true }).state).toBe('consentMissing');
  });

  it('says that a read is under way without changing the state', () => {
    expect(tenantHealth({ ...NEW, ...failed('timeout') }, { now: NOW, refreshing: true })).toMatchObject({
      state: 'failed',
      refreshing: true,
    });
  });
});

describe('coverage', () => {
  it('counts every tenant once and names the oldest complete read', () => {
    const healths = [
      health({ lastCompleteAt: NOW - MINUTE }),
      health({ lastCompleteAt: NOW - 40 * MINUTE }),
      health({}),
      health(failed('timeout')),
      health(failed('timeout')),
    ];
    expect(coverageOf(healths)).toEqual({
      total: 5,
      byState: { fresh: 1, stale: 1, neverAsked: 1, failed: 2 },
      oldestCompleteAt: NOW - 40 * MINUTE,
    });
    expect(coverageOf([])).toEqual({ total: 0, byState: {} });
  });

  it('knows every state', () => {
    const healths = tenantState.options.map((state) => ({ state, refreshing: false }));
    expect(Object.keys(coverageOf(healths).byState).sort()).toEqual([...tenantState.options].sort());
  });
});
