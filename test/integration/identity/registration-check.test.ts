import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppPurpose } from '../../../contract/partner-app';
import type { RegistrationStep } from '../../../contract/registration';
import { RegistrationDesk } from '../../../main/identity/registration/registration-desk';
import { TokenBroker } from '../../../main/identity/token-broker';
import type { StoredTenant } from '../../../main/store/store-port';
import { type PartnerAtSandbox, partnerAtSandbox, QUICK } from './partner';

const APP_ID = 'app-1';
const LOOPBACK = 'http://localhost:48621/consent';
let at: PartnerAtSandbox;
let purpose: AppPurpose;
let clientId: string;
let homeTenantId: string;
/** Customers linked to the app. */
let customers: string[];

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 6, incidents: 1 });
  ({ clientId, homeTenantId } = at.sandbox.partner);
  purpose = { features: ['readIncidents', 'updateIncidents', 'hunt'], surfaces: ['xdr'] };
  customers = [at.tenantIn('consented')];
});
afterEach(() => at.sandbox.close());

/** Checks against the sandbox, over a real socket, and gives each step's state with the codes of its findings. */
async function check(): Promise<Record<RegistrationStep, string>> {
  const broker = new TokenBroker({
    environment: at.environment,
    clientId,
    purpose,
    getCredential: async () => (at.vault.secret === null ? null : { kind: 'secret', secret: at.vault.secret }),
    fetch,
    now: Date.now,
    limits: QUICK,
    onGlobalProblem: () => undefined,
  });
  const app = { appId: APP_ID, name: 'App', clientId, homeTenantId, cloudId: at.environment.id, purpose, savedAt: 1 };
  const connection = { app, environment: at.environment, broker };
  const desk = new RegistrationDesk({
    apps: { connection: (appId) => (appId === APP_ID ? (connection as never) : null) },
    store: { listTenants: async () => customers.map((tenantId) => ({ tenantId, appIds: [APP_ID] }) as unknown as StoredTenant) },
    clouds: [at.environment],
    listener: () => null,
    fetch,
    now: Date.now,
  });
  const steps = (await desk.check(APP_ID)) ?? [];
  const line = ({ state, findings }: (typeof steps)[number]) => `${state}: ${findings.map(({ code }) => code).join(', ')}`;
  return Object.fromEntries(steps.map((step) => [step.step, line(step)])) as Record<RegistrationStep, string>;
}
const register = (patch: Parameters<PartnerAtSandbox['sandbox']['control']['setRegistration']>[1]) =>
  at.sandbox.control.setRegistration(at.sandbox.partner.clientId, patch);

describe('a check of the registration', () => {
  it('finds everything in place', async () => {
    expect(await check()).toEqual({
      application: 'ok: appSeen',
      accountType: 'ok: provenByCustomer',
      redirectUris: 'ok: addressTaken, addressTaken',
      permissions: 'ok: rolesSeen, rolesBeyondPurpose',
      credential: 'ok: credentialAccepted',
    });
  });

  it('asks gently: one token at home, one of a customer, and a page for each address and API', async () => {
    customers = at.sandbox.tenants.map(({ tenantId }) => tenantId);
    at.sandbox.control.clearRequests();
    await check();
    const asked = at.sandbox.control.requests().map(({ method, path }) => `${method} ${path.split('/').slice(2).join('/')}`);
    expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(2);
    expect(asked.filter((one) => one === 'GET v2.0/adminconsent')).toHaveLength(3);
    expect(asked).toHaveLength(5);
  });

  it('sees a single-tenant app by the page alone (50194), and by the token of a customer (650059)', async () => {
    register({ multitenant: false });
    expect((await check()).accountType).toBe('missing: singleTenant');
    customers = [];
    expect(await check()).toMatchObject({ application: 'ok: appSeen', accountType: 'missing: singleTenant' });
    register({ multitenant: true });
    expect((await check()).accountType).toBe('unknown: noCustomerYet');
  });

  it('sees a redirect URI that is not registered (50011)', async () => {
    register({ redirectUris: [at.environment.redirectUri] });
    expect((await check()).redirectUris).toBe('missing: addressTaken, addressNotRegistered');
    register({ redirectUris: [at.environment.redirectUri, LOOPBACK] });
    expect((await check()).redirectUris).toBe('ok: addressTaken, addressTaken');
  });

  it('sees permissions that are missing, or not asked for at all (650056), or not of the API (650057)', async () => {
    register({ permissions: ['Incident.Read.All'] });
    expect((await check()).permissions).toBe('missing: rolesMissing');
    register({ permissions: ['Incident.ReadWrite.All', 'AdvancedHunting.Read.All'] });
    expect((await check()).permissions).toBe('ok: rolesSeen');
    register({ permissions: [] });
    expect((await check()).permissions).toBe('missing: notRequested');
    purpose = { features: ['readIncidents'], surfaces: ['xdr', 'graph'] };
    register({ permissions: ['Incident.Read.All'] });
    expect((await check()).permissions).toBe('missing: rolesSeen, notRequested');
    register({ permissions: ['Incident.Read.All', 'SecurityIncident.Read.All'] });
    expect((await check()).permissions).toBe('ok: rolesSeen, rolesSeen');
  });

  it('tells a wrong client ID (700016) from a wrong home tenant (90002)', async () => {
    clientId = at.sandbox.partner.secretId;
    expect((await check()).application).toBe('missing: appNotFound');
    ({ clientId } = at.sandbox.partner);
    homeTenantId = at.sandbox.partner.secretId;
    expect((await check()).application).toBe('missing: homeTenantNotFound');
  });

  it('tells a secret’s ID (7000215), an expired secret (7000222) and none apart', async () => {
    at.vault.secret = at.sandbox.partner.secretId;
    expect(await check()).toMatchObject({ credential: 'missing: secretRefused', application: 'unknown: noAnswer' });
    at.vault.secret = at.sandbox.partner.clientSecret;
    at.sandbox.control.setCredential('expired');
    expect((await check()).credential).toBe('missing: secretExpired');
    at.sandbox.control.setCredential('valid');
    at.vault.secret = null;
    expect(await check()).toMatchObject({ credential: 'missing: credentialNotEntered', redirectUris: 'ok: addressTaken, addressTaken' });
  });

  it('says nothing about what it could not ask', async () => {
    at.sandbox.control.fault({ match: '*', reset: true });
    expect(Object.values(await check())).toEqual(expect.arrayContaining([expect.stringMatching(/^unknown: noAnswer/)]));
    expect(Object.values(await check()).filter((line) => !line.startsWith('unknown'))).toEqual([]);
  });
});
