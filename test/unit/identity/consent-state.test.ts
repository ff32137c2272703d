import { describe, expect, it } from 'vitest';
import { ConsentState } from '../../../main/identity/consent-state';
import { APP_ID, NOW, OTHER_TENANT, TENANT } from './token';

interface Entry {
  state: string;
  tenantId: string;
  appId: string;
  createdAt: number;
  expiresAt: number;
}

function setUp() {
  const entries: Entry[] = [];
  const clock = { now: NOW };
  const store = {
    saveConsentState: async (entry: Entry) => void entries.push(entry),
    findConsentState: async (tenantId: string, appId: string, now: number) =>
      entries.findLast((entry) => entry.tenantId === tenantId && entry.appId === appId && entry.expiresAt > now)?.state ?? null,
  };
  return { entries, clock, states: new ConsentState({ store, now: () => clock.now }) };
}

describe('state of consent links', () => {
  it('is random, long enough and bound to its tenant and app for 14 days', async () => {
    const { entries, states } = setUp();
    const state = await states.forTenant(TENANT, APP_ID);
    expect(state).toMatch(/^[\w-]{32}$/);
    expect(entries).toEqual([{ state, tenantId: TENANT, appId: APP_ID, createdAt: NOW, expiresAt: NOW + 14 * 86_400_000 }]);
    expect(await states.forTenant(OTHER_TENANT, APP_ID)).not.toBe(state);
    expect(await states.forTenant(TENANT, 'another-app')).not.toBe(state);
  });

  it('stays the same while it is valid, also for two copies at once', async () => {
    const { entries, clock, states } = setUp();
    const [one, two] = await Promise.all([states.forTenant(TENANT, APP_ID), states.forTenant(TENANT, APP_ID)]);
    expect(two).toBe(one);
    clock.now += 13 * 86_400_000;
    expect(await states.forTenant(TENANT, APP_ID)).toBe(one);
    clock.now += 2 * 86_400_000;
    expect(await states.forTenant(TENANT, APP_ID)).not.toBe(one);
    expect(entries).toHaveLength(2);
  });
});
