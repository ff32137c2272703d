import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../../contract/problem';
import { type Tenant, type TenantState, tenantState } from '../../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../../contract/tenant-profile';
import { coverageOf, coverageSentence, failedCount, isWhole } from '../../../../renderer/features/common/coverage-words';

function tenants(...states: (TenantState | [TenantState, ProblemCode])[]): Tenant[] {
  return states.map((entry, index) => {
    const [state, code] = Array.isArray(entry) ? entry : [entry];
    return {
      tenantId: `11111111-2222-4333-8444-${String(index).padStart(12, '0')}`,
      displayName: `Tenant ${index}`,
      appIds: [],
      profile: EMPTY_PROFILE,
      addedAt: 0,
      incidentCount: 0,
      health: { state, refreshing: false, ...(code ? { problem: { code, at: 0 } } : {}) },
    };
  });
}
const sentence = (list: Tenant[]) => coverageSentence(coverageOf(list), list);

describe('coverageSentence', () => {
  it('names the one reason of a failure', () => {
    expect(sentence(tenants('fresh', 'fresh', 'consentMissing'))).toBe('2 of 3 tenants fresh · 1 failed: consent missing');
  });

  it('counts several reasons, most frequent first', () => {
    expect(sentence(tenants('notLicensed', 'consentMissing', 'consentMissing'))).toBe(
      '0 of 3 tenants fresh · 3 failed: 2 consent missing, 1 not licensed',
    );
  });

  it('says why reads failed, in the words of their problems', () => {
    expect(sentence(tenants(['failed', 'unreachable'], ['failed', 'unreachable'], ['failed', 'serviceError']))).toBe(
      '0 of 3 tenants fresh · 3 failed: 2 unreachable, 1 service error',
    );
  });

  it('says a problem of the partner app once, not by its name for every tenant', () => {
    expect(sentence(tenants(['failed', 'credentialExpired'], ['tokenWrong', 'credentialExpired']))).toBe(
      '0 of 2 tenants fresh · 2 failed: partner app',
    );
  });

  it('leaves nobody out who is only behind', () => {
    expect(sentence(tenants('fresh', 'stale', 'throttled', 'partial', 'neverAsked'))).toBe(
      '1 of 5 tenants fresh · 1 throttled · 1 partly read · 1 stale · 1 never asked',
    );
  });

  it('counts states whose tenants are not loaded yet', () => {
    expect(coverageSentence({ total: 3, byState: { fresh: 1, noPermission: 2 } })).toBe('1 of 3 tenants fresh · 2 failed: no permission');
  });

  it('never names more tenants than it counts', () => {
    const ahead = tenants('consentMissing', 'consentMissing', 'notLicensed');
    expect(coverageSentence({ total: 3, byState: { neverAsked: 2, consentMissing: 1 } }, ahead)).toBe(
      '0 of 3 tenants fresh · 1 failed: consent missing · 2 never asked',
    );
  });

  it('speaks of one tenant and of none', () => {
    expect(sentence(tenants('fresh'))).toBe('1 of 1 tenant fresh');
    expect(sentence([])).toBe('Speaks for no tenant');
  });

  it.each(tenantState.options.filter((state) => state !== 'fresh'))('never looks whole with a tenant that is %s', (state) => {
    const list = tenants('fresh', state);
    expect(isWhole(coverageOf(list))).toBe(false);
    expect(sentence(list)).toMatch(/^1 of 2 tenants fresh · 1 /);
  });
});

it('is whole only when there are tenants and all are fresh', () => {
  expect(isWhole(coverageOf(tenants('fresh', 'fresh')))).toBe(true);
  expect(isWhole(coverageOf([]))).toBe(false);
});

it('does not count waiting as failing', () => {
  expect(failedCount(coverageOf(tenants('throttled', 'stale', 'neverAsked', 'failed')))).toBe(1);
});

it('remembers the oldest complete read', () => {
  const [first, second, third] = tenants('fresh', 'stale', 'neverAsked');
  if (!first || !second || !third) throw new Error('three tenants');
  first.health.lastCompleteAt = 200;
  second.health.lastCompleteAt = 100;
  expect(coverageOf([first, second, third]).oldestCompleteAt).toBe(100);
  expect(coverageOf([third]).oldestCompleteAt).toBeUndefined();
});
