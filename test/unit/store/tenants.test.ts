import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../contract/problem';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import type { StorePort } from '../../../main/store/store-port';
import { TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

describe('tenants in the store', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open({ path: ':memory:' });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
  });
  afterEach(() => temp.remove());

  const alpha = async () => (await store.listTenants()).find(({ tenantId }) => tenantId === TENANT_A);
  const problem = (code: Problem['code'], at: number): Problem => ({
    code,
    at,
    detail: 'word for word',
    aadsts: 65001,
    missingRoles: ['Incident.Read.All'],
  });

  it('are there once, by name without regard to case', async () => {
    expect(await store.addTenant(tenant(TENANT_B, 'aardvark'))).toBe(true);
    expect(await store.addTenant(tenant(TENANT_B, 'again'))).toBe(false);
    expect((await store.listTenants()).map(({ displayName }) => displayName)).toEqual(['aardvark', 'Alpha']);
  });

  it('begin without attempt, problem or incidents', async () => {
    expect(await alpha()).toEqual({
      appIds: [],
      readOver: null,
      tenantId: TENANT_A,
      displayName: 'Alpha',
      domain: null,
      profile: EMPTY_PROFILE,
      addedAt: 1,
      lastAttemptAt: null,
      lastCompleteAt: null,
      problem: null,
      problemSince: null,
      partial: false,
      incidentCount: 0,
    });
  });

  it('are renamed and removed where they exist', async () => {
    expect(await store.renameTenant(TENANT_A, 'Omega')).toBe(true);
    expect((await alpha())?.displayName).toBe('Omega');
    expect(await store.renameTenant(TENANT_B, 'Nobody')).toBe(false);
    expect(await store.removeTenant(TENANT_B)).toBe(false);
    expect(await store.removeTenant(TENANT_A)).toBe(true);
    expect(await store.listTenants()).toEqual([]);
  });

  it('remember a problem whole, and since when attempts end with it', async () => {
    await store.recordAttempt(TENANT_A, { at: 10, kind: 'problem', problem: problem('consentMissing', 10), partial: false });
    await store.recordAttempt(TENANT_A, { at: 20, kind: 'problem', problem: problem('consentMissing', 20), partial: true });
    expect(await alpha()).toMatchObject({
      lastAttemptAt: 20,
      lastCompleteAt: null,
      problem: problem('consentMissing', 20),
      problemSince: 10,
      partial: true,
    });
    await store.recordAttempt(TENANT_A, { at: 30, kind: 'problem', problem: problem('throttled', 30), partial: false });
    expect(await alpha()).toMatchObject({ problem: { code: 'throttled' }, problemSince: 30, partial: false });
  });

  it('a list that was read whole is as new as that, and what could not be read beside it is said', async () => {
    for (const at of [10, 20]) await store.recordAttempt(TENANT_A, { at, kind: 'complete', unread: problem('targetUnread', at) });
    expect(await alpha()).toMatchObject({ lastCompleteAt: 20, partial: true, problemSince: 10, problem: { code: 'targetUnread', at: 20 } });
    await store.recordAttempt(TENANT_A, { at: 30, kind: 'complete' });
    expect(await alpha()).toMatchObject({ lastCompleteAt: 30, partial: false, problemSince: null, problem: null });
  });

  it('lose their problem when an attempt ends well; only a complete read moves the age of the rows', async () => {
    await store.recordAttempt(TENANT_A, { at: 10, kind: 'complete' });
    await store.recordAttempt(TENANT_A, { at: 20, kind: 'problem', problem: problem('timeout', 20), partial: true });
    expect(await alpha()).toMatchObject({ lastCompleteAt: 10, problem: { code: 'timeout' } });
    await store.recordAttempt(TENANT_A, { at: 40, kind: 'complete' });
    expect(await alpha()).toMatchObject({ lastAttemptAt: 40, lastCompleteAt: 40, problem: null, problemSince: null, partial: false });
  });

  it('lose with a token only what the token disproves: a read that failed stays failed', async () => {
    await store.recordAttempt(TENANT_A, { at: 10, kind: 'complete' });
    await store.recordAttempt(TENANT_A, { at: 20, kind: 'problem', problem: problem('consentMissing', 20), partial: false });
    await store.recordAttempt(TENANT_A, { at: 30, kind: 'token' });
    expect(await alpha()).toMatchObject({ lastAttemptAt: 30, lastCompleteAt: 10, problem: null, problemSince: null });
    for (const code of ['timeout', 'throttled', 'notLicensed', 'tokenRefused'] as const) {
      await store.recordAttempt(TENANT_A, { at: 40, kind: 'problem', problem: problem(code, 40), partial: true });
      await store.recordAttempt(TENANT_A, { at: 50, kind: 'token' });
      expect(await alpha()).toMatchObject({ lastAttemptAt: 50, problem: { code }, partial: true });
    }
  });

  it('say over which surface they are to be read first, where somebody chose one', async () => {
    const beta = { tenantId: TENANT_B, displayName: 'Beta', domain: null, profile: { ...EMPTY_PROFILE, surface: 'graph' as const } };
    await store.saveTenants({ added: [beta], changed: [], at: 1, appIds: [] });
    expect(new Map((await store.chosenSurfaces()).map(({ tenantId, surface }) => [tenantId, surface]))).toEqual(
      new Map([
        [TENANT_A, null],
        [TENANT_B, 'graph'],
      ]),
    );
  });

  it('may be gone when their attempt ends', async () => {
    await store.recordAttempt(TENANT_B, { at: 10, kind: 'complete' });
    expect(await store.listTenants()).toHaveLength(1);
  });
});

describe('consent states and the partner app', () => {
  it('are found while they last, the newest first, and go with their tenant', async () => {
    const temp = new TempStore();
    const store = await temp.open({ path: ':memory:' });
    await store.savePartnerApp(app('one', 'a'));
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
    await store.saveConsentState({ state: 'one', tenantId: TENANT_A, appId: 'one', createdAt: 1, expiresAt: 100 });
    await store.saveConsentState({ state: 'two', tenantId: TENANT_A, appId: 'one', createdAt: 2, expiresAt: 50 });
    expect(await store.findConsentState(TENANT_A, 'one', 3)).toBe('two');
    expect(await store.findConsentState(TENANT_A, 'one', 50)).toBe('one');
    expect(await store.findConsentState(TENANT_A, 'one', 100)).toBeNull();
    expect(await store.findConsentState(TENANT_B, 'one', 3)).toBeNull();
    await store.removeTenant(TENANT_A);
    await store.addTenant(tenant(TENANT_A, 'Alpha again'));
    expect(await store.findConsentState(TENANT_A, 'one', 3)).toBeNull();
    await expect(
      store.saveConsentState({ state: 'x', tenantId: 'unknown', appId: 'one', createdAt: 1, expiresAt: 2 }),
    ).rejects.toMatchObject({
      kind: 'unknownTenant',
    });
    await temp.remove();
  });

  it('are used up once, by the tenant they belong to, while they last', async () => {
    const temp = new TempStore();
    const store = await temp.open({ path: ':memory:' });
    await store.savePartnerApp(app('one', 'a'));
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.saveConsentState({ state: 'one', tenantId: TENANT_A, appId: 'one', createdAt: 1, expiresAt: 100 });
    const redeem = (asked: Partial<Parameters<StorePort['redeemConsentState']>[0]>) =>
      store.redeemConsentState({ state: 'one', expected: null, spend: true, now: 2, ...asked });
    expect(await redeem({ state: 'other' })).toEqual({ found: 'unknown' });
    expect(await redeem({ expected: TENANT_B })).toEqual({ found: 'otherTenant', tenantId: TENANT_A, appId: 'one' });
    expect(await redeem({ now: 100 })).toEqual({ found: 'expired', tenantId: TENANT_A, appId: 'one' });
    expect(await redeem({ spend: false })).toEqual({ found: 'valid', tenantId: TENANT_A, appId: 'one' });
    expect(await redeem({ expected: TENANT_A })).toEqual({ found: 'valid', tenantId: TENANT_A, appId: 'one' });
    expect(await redeem({})).toEqual({ found: 'used', tenantId: TENANT_A, appId: 'one' });
    expect(await store.findConsentState(TENANT_A, 'one', 3)).toBeNull();
    await temp.remove();
  });

  it('what happened is kept per tenant, newest first', async () => {
    const temp = new TempStore();
    const store = await temp.open({ path: ':memory:' });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addConsentEvents([
      { tenantId: TENANT_A, event: { kind: 'linkMade', at: 5, facts: { link: 'adminV2' } } },
      { tenantId: TENANT_B, event: { kind: 'sent', at: 6, facts: {} } },
      { tenantId: TENANT_A, event: { kind: 'token', at: 4, facts: { roles: ['Incident.Read.All'] } } },
    ]);
    expect(await store.listConsentEvents([TENANT_B, TENANT_A])).toEqual([
      [],
      [
        { kind: 'token', at: 4, facts: { roles: ['Incident.Read.All'] } },
        { kind: 'linkMade', at: 5, facts: { link: 'adminV2' } },
      ],
    ]);
    await temp.remove();
  });

  it('partner apps are several, each replaced when saved again', async () => {
    const temp = new TempStore();
    const store = await temp.open({ path: ':memory:' });
    expect(await store.listPartnerApps()).toEqual([]);
    await store.savePartnerApp(app('one', 'a'));
    await store.savePartnerApp(app('two', 'b'));
    await store.savePartnerApp({ ...app('one', 'c'), savedAt: 2 });
    expect(await store.listPartnerApps()).toEqual([{ ...app('one', 'c'), savedAt: 2 }, app('two', 'b')]);
    await store.removePartnerApp('one');
    expect(await store.listPartnerApps()).toEqual([app('two', 'b')]);
    await temp.remove();
  });
});

describe('links between tenants and partner apps', () => {
  let temp: TempStore;
  let store: StorePort;
  const linksOf = async () => Object.fromEntries((await store.listTenants()).map(({ displayName, appIds }) => [displayName, appIds]));
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open({ path: ':memory:' });
  });
  afterEach(() => temp.remove());

  it('begin with the first app for everybody, and with nobody for a second one', async () => {
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.savePartnerApp(app('one', 'a'));
    await store.savePartnerApp(app('two', 'b'));
    await store.addTenant({ ...tenant(TENANT_B, 'Beta'), appIds: ['two', 'no such app'] });
    expect(await linksOf()).toEqual({ Alpha: ['one'], Beta: ['two'] });
  });

  it('are made and taken away for several, and go with the app', async () => {
    await store.savePartnerApp(app('one', 'a'));
    await store.savePartnerApp(app('two', 'b'));
    await store.saveTenants({ added: [entry(TENANT_A, 'Alpha'), entry(TENANT_B, 'Beta')], changed: [], at: 1, appIds: ['one'] });
    await store.linkTenants({ appId: 'two', tenantIds: [TENANT_A, TENANT_B, 'nobody'], linked: true });
    await store.linkTenants({ appId: 'two', tenantIds: [TENANT_A], linked: true });
    await store.linkTenants({ appId: 'one', tenantIds: [TENANT_B], linked: false });
    expect(await linksOf()).toEqual({ Alpha: ['one', 'two'], Beta: ['two'] });
    await expect(store.linkTenants({ appId: 'three', tenantIds: [TENANT_A], linked: true })).rejects.toMatchObject({ kind: 'unknownApp' });
    await store.removePartnerApp('two');
    expect(await linksOf()).toEqual({ Alpha: ['one'], Beta: [] });
  });

  it('keep the states of consent links apart, and take them along', async () => {
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.savePartnerApp(app('one', 'a'));
    await store.savePartnerApp(app('two', 'b'));
    const state = (name: string, appId: string) => ({ state: name, tenantId: TENANT_A, appId, createdAt: 1, expiresAt: 10 });
    await store.saveConsentState(state('for one', 'one'));
    await store.saveConsentState(state('for two', 'two'));
    expect(await store.findConsentState(TENANT_A, 'one', 2)).toBe('for one');
    expect(await store.findConsentState(TENANT_A, 'two', 2)).toBe('for two');
    await store.removePartnerApp('two');
    expect(await store.redeemConsentState({ state: 'for two', expected: null, spend: true, now: 2 })).toEqual({ found: 'unknown' });
    expect(await store.redeemConsentState({ state: 'for one', expected: null, spend: true, now: 2 })).toEqual({
      found: 'valid',
      tenantId: TENANT_A,
      appId: 'one',
    });
  });
});

const app = (appId: string, clientId: string) => ({
  appId,
  name: appId,
  clientId,
  homeTenantId: TENANT_A,
  cloudId: 'gcc',
  purpose: { features: ['readIncidents' as const, 'hunt' as const], surfaces: ['graph' as const] },
  savedAt: 1,
});
const entry = (tenantId: string, displayName: string) => ({ tenantId, displayName, domain: null, profile: EMPTY_PROFILE });
