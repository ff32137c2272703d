import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { PartnerApps, type PartnerAppsParts } from '../../../main/identity/partner-apps';
import { KeychainError, type SecretVault } from '../../../main/secrets/secret-vault';
import { SessionVault } from '../../../main/secrets/session-vault';
import type { StoredCredential, StoredPartnerApp, StoredTenant } from '../../../main/store/store-port';
import { json, refusal, tokenReply } from './fake-entra';
import { APP, CLIENT, CLOUD, NOW, OTHER_TENANT, TENANT } from './token';

const get = { resource: 'xdr', need: 'readIncidents', renew: false } as const;
const INPUT = { appId: null, name: 'Lab app', clientId: CLIENT, homeTenantId: OTHER_TENANT, cloudId: CLOUD.id };
const WRITER = { ...INPUT, name: 'Writer', clientId: OTHER_TENANT };
let kept: Map<PartnerAppId, StoredPartnerApp>;
let credentials: Map<PartnerAppId, StoredCredential[]>;
let links: Map<string, Set<PartnerAppId>>;
let reply: (client: string, secret: string) => Response | Promise<Response>;

/** The part of the store that partner apps use. */
const store: PartnerAppsParts['store'] = {
  listPartnerApps: async () => [...kept.values()],
  savePartnerApp: async (app) => void kept.set(app.appId, app),
  removePartnerApp: async (appId) => {
    kept.delete(appId);
    credentials.delete(appId);
    for (const apps of links.values()) apps.delete(appId);
  },
  listCredentials: async (appId) => credentials.get(appId) ?? [],
  saveCredential: async (appId, saved) => {
    const others = (credentials.get(appId) ?? []).filter(({ credentialId }) => credentialId !== saved.credentialId);
    credentials.set(appId, [...others.map((one) => (saved.inUse ? { ...one, inUse: false } : one)), saved]);
  },
  removeCredential: async (appId, credentialId) =>
    void credentials.set(
      appId,
      (credentials.get(appId) ?? []).filter((one) => one.credentialId !== credentialId),
    ),
  linkTenants: async ({ appId, tenantIds, linked }) => {
    for (const tenantId of tenantIds) {
      const apps = links.get(tenantId) ?? new Set();
      if (linked) apps.add(appId);
      else apps.delete(appId);
      links.set(tenantId, apps);
    }
  },
  listTenants: async () => [...links].map(([tenantId, apps]) => ({ tenantId, appIds: [...apps] }) as unknown as StoredTenant),
};

const fetch: FetchPort = async (_url, init) => {
  const form = new URLSearchParams(typeof init.body === 'string' ? init.body : '');
  return reply(form.get('client_id') ?? '', form.get('client_secret') ?? '');
};
const granted = (roles = ['Incident.Read.All']) => tokenReply({ roles })(TENANT, new URLSearchParams());

async function opened(vault: SecretVault = new SessionVault({ reason: 'chosen' })): Promise<PartnerApps> {
  const apps = new PartnerApps({ store, vault, clouds: [CLOUD], fetch, now: () => NOW, onChange: () => undefined });
  await apps.load();
  return apps;
}

/** A further app with a secret, linked to the tenant. */
async function added(apps: PartnerApps, input: typeof INPUT = INPUT): Promise<PartnerAppId> {
  const saved = await apps.save(input);
  if (!saved.ok) throw new Error(saved.why);
  await apps.connection(saved.appId)?.saveSecret(`secret of ${input.name}`);
  await apps.link(saved.appId, [TENANT], true);
  return saved.appId;
}

beforeEach(() => {
  kept = new Map();
  credentials = new Map();
  links = new Map();
  reply = () => granted();
});

describe('the credential problem of an app', () => {
  it('is not that of a secret that was replaced while it was being refused', async () => {
    const apps = await opened();
    const appId = await added(apps);
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asked = false;
    reply = async (_client, secret) => {
      if (secret === 'the-second-secret') return granted();
      asked = true;
      await late;
      return refusal(7000215)(TENANT, new URLSearchParams());
    };
    const first = apps.connection(appId)?.broker.getToken(TENANT, get);
    await vi.waitFor(() => expect(asked).toBe(true), { timeout: 20_000 });
    const [inUse] = apps.summaries()[0]?.credentials ?? [];
    await apps.connection(appId)?.saveSecret('the-second-secret', inUse?.credentialId);
    expect(await apps.getToken(TENANT, get)).toMatchObject({ ok: true, appId });
    answer();
    expect(await first).toMatchObject({ ok: false, problem: { code: 'credentialWrong' } });
    expect(apps.connection(appId)?.problem).toBeNull();
  });

  it('ends when a keychain that was locked at the start gives the secret after all', async () => {
    kept.set(APP.appId, APP);
    credentials.set(APP.appId, [{ credentialId: 'first', source: { kind: 'secret' }, addedAt: 0, expiresAt: null, inUse: true }]);
    links.set(TENANT, new Set([APP.appId]));
    const vault = new SessionVault({ reason: 'chosen' });
    await vault.set(`client-secret/${CLOUD.id}/${CLIENT}`, Buffer.from('a-secret-for-tests'));
    let locked = true;
    const lockable: SecretVault = {
      storage: vault.storage,
      get: async (account) => {
        if (locked) throw new KeychainError('locked', 'locked');
        return vault.get(account);
      },
      set: (account, secret) => vault.set(account, secret),
      delete: (account) => vault.delete(account),
      close: () => vault.close(),
    };
    const apps = await opened(lockable);
    expect(apps.summaries()).toMatchObject([{ secret: 'missing', problem: { code: 'keychainLocked' } }]);
    locked = false;
    expect(await apps.getToken(TENANT, get)).toMatchObject({ ok: true });
    expect(apps.summaries()).toMatchObject([{ secret: 'session', problem: null }]);
  });

  it('is found when the keychain is looked into, which is not before the first list', async () => {
    kept.set(APP.appId, APP);
    credentials.set(APP.appId, [{ credentialId: 'first', source: { kind: 'secret' }, addedAt: 0, expiresAt: null, inUse: true }]);
    const memory = new SessionVault({ reason: 'chosen' });
    let opens = true;
    const keychain: SecretVault = {
      storage: { mode: 'keychain', backend: 'for tests' },
      get: async (account) => {
        if (!opens) throw new KeychainError('locked', 'locked');
        return memory.get(account);
      },
      set: (account, secret) => memory.set(account, secret),
      delete: (account) => memory.delete(account),
      close: () => memory.close(),
    };
    const apps = await opened(keychain);
    expect(apps.summaries()).toMatchObject([{ secret: 'keychain', problem: null }]);
    await apps.look();
    expect(apps.summaries()).toMatchObject([{ secret: 'missing', problem: { code: 'credentialMissing' } }]);
    await apps.connection(APP.appId)?.saveSecret('a-secret-for-tests');
    await apps.look();
    expect(apps.summaries()).toMatchObject([{ secret: 'keychain', problem: null }]);
    opens = false;
    await apps.look();
    expect(apps.summaries()).toMatchObject([{ secret: 'missing', problem: { code: 'keychainLocked' } }]);
  });

  it('is that of one app, and leaves the others alone', async () => {
    const apps = await opened();
    const reader = await added(apps);
    await added(apps, WRITER);
    reply = (client) => (client === CLIENT ? granted() : json(401, { error: 'invalid_client', error_codes: [7000222] }));
    await apps.connection(reader)?.broker.acquire(TENANT, { resource: 'xdr', fresh: true });
    for (const { appId } of apps.summaries()) await apps.connection(appId)?.broker.acquire(TENANT, { resource: 'xdr', fresh: true });
    expect(apps.summaries().map(({ name, problem }) => [name, problem?.code])).toEqual([
      ['Lab app', undefined],
      ['Writer', 'credentialExpired'],
    ]);
    expect(await apps.credentialOf(TENANT, 'xdr')).toEqual({ problem: null, goodSince: NOW });
  });

  it('is over with another credential at once, and where a token comes all the same, after a while: it may be that of one tenant', async () => {
    const apps = await opened();
    const appId = await added(apps);
    const ask = () => apps.connection(appId)?.broker.acquire(TENANT, { resource: 'xdr', fresh: true });
    reply = () => json(401, { error: 'invalid_client', error_codes: [7000222] });
    await ask();
    expect(await apps.credentialOf(TENANT, 'xdr')).toMatchObject({ problem: { code: 'credentialExpired' }, goodSince: null });
    reply = () => granted();
    await ask();
    expect(await apps.credentialOf(TENANT, 'xdr')).toEqual({ problem: null, goodSince: NOW + 5 * 60_000 });
    const [known] = apps.connection(appId)?.summary().credentials ?? [];
    await apps.connection(appId)?.saveSecret('another', known?.credentialId ?? null);
    expect(await apps.credentialOf(TENANT, 'xdr')).toEqual({ problem: null, goodSince: NOW });
  });
});

describe('the secret of a registration', () => {
  it('stays when only the home tenant is mended, and goes when another registration takes its place', async () => {
    const apps = await opened();
    const appId = await added(apps);
    const secret = () => apps.connection(appId)?.summary().secret;
    await apps.save({ ...INPUT, appId, homeTenantId: TENANT });
    expect(secret()).toBe('session');
    await apps.save({ ...INPUT, appId, clientId: TENANT });
    expect(secret()).toBe('missing');
    await apps.save({ ...INPUT, appId });
    expect(secret()).toBe('missing');
  });

  it('is never shared by two apps', async () => {
    const apps = await opened();
    await added(apps);
    expect(await apps.save({ ...INPUT, name: 'The same again' })).toEqual({ ok: false, why: 'alreadyThere' });
    expect(await apps.save({ ...INPUT, cloudId: 'elsewhere' })).toEqual({ ok: false, why: 'noSuchCloud' });
    expect(await apps.save({ ...WRITER, appId: 'long gone' })).toEqual({ ok: false, why: 'noSuchApp' });
  });
});

describe('the app that serves a tenant', () => {
  it('is none while it is linked to none', async () => {
    const apps = await opened();
    const appId = await added(apps);
    expect(await apps.getToken(OTHER_TENANT, get)).toMatchObject({ ok: false, problem: { code: 'noPartnerApp' } });
    await apps.link(appId, [TENANT], false);
    expect(await apps.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code: 'noPartnerApp' } });
    expect(await apps.byReader([TENANT, OTHER_TENANT])).toEqual([]);
  });

  it('is found again after the store refused once', async () => {
    const apps = await opened();
    await added(apps);
    const { listTenants } = store;
    store.listTenants = () => Promise.reject(new Error('database is locked'));
    await expect(apps.byReader([TENANT])).rejects.toThrow('database is locked');
    store.listTenants = listTenants;
    expect(await apps.byReader([TENANT])).toMatchObject([{ tenantIds: [TENANT] }]);
  });

  it('is the one that is there for it, until a token shows that another may', async () => {
    const apps = await opened();
    const reader = await added(apps);
    const writer = await added(apps, WRITER);
    await apps.setPurpose(writer, { features: ['updateIncidents'], surfaces: ['xdr'] });
    reply = (client) => granted(client === CLIENT ? ['Incident.Read.All'] : []);
    expect(await apps.getToken(TENANT, { ...get, need: 'updateIncidents' })).toMatchObject({ appId: writer });
    expect(await apps.getToken(TENANT, get)).toMatchObject({ appId: reader });
    reply = () => granted(['Incident.ReadWrite.All']);
    await apps.connection(reader)?.broker.acquire(TENANT, { resource: 'xdr', fresh: true });
    expect(await apps.getToken(TENANT, { ...get, need: 'updateIncidents' })).toMatchObject({ appId: reader });
  });

  it('loses its tokens with its purpose, its link or itself', async () => {
    const apps = await opened();
    const appId = await added(apps);
    const held = () => apps.connection(appId)?.broker.held(TENANT, 'xdr') ?? null;
    await apps.getToken(TENANT, get);
    expect(held()).toMatchObject({ lacking: [] });
    await apps.setPurpose(appId, { features: ['readIncidents', 'hunt'], surfaces: ['xdr'] });
    expect(held()).toBeNull();
    await apps.getToken(TENANT, get);
    expect(held()).toMatchObject({ lacking: ['hunt'] });
    await apps.link(appId, [TENANT], false);
    expect(held()).toBeNull();
    await apps.remove(appId);
    expect(apps.summaries()).toEqual([]);
  });
});
