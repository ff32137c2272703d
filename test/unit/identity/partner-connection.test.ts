import { beforeEach, describe, expect, it } from 'vitest';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { PartnerConnection } from '../../../main/identity/partner-connection';
import { KeychainError, type SecretVault } from '../../../main/secrets/secret-vault';
import { SessionVault } from '../../../main/secrets/session-vault';
import type { StoredPartnerApp, StorePort } from '../../../main/store/store-port';
import { refusal, tokenReply, type Reply } from './fake-entra';
import { CLIENT, CLOUD, NOW, OTHER_TENANT, TENANT } from './token';

const APP = { clientId: CLIENT, homeTenantId: OTHER_TENANT, cloudId: CLOUD.id };
const get = { renew: false };
let kept: StoredPartnerApp | null;
let reply: (secret: string) => ReturnType<Reply>;

/** The three methods of the store that a connection uses. */
const store = {
  getPartnerApp: async () => kept,
  savePartnerApp: async (app) => {
    kept = app;
  },
  removePartnerApp: async () => {
    kept = null;
  },
} satisfies Partial<StorePort> as unknown as StorePort;

const fetch: FetchPort = async (_url, init) =>
  reply(new URLSearchParams(typeof init.body === 'string' ? init.body : '').get('client_secret') ?? '');

async function connected(vault: SecretVault = new SessionVault({ reason: 'chosen' })): Promise<PartnerConnection> {
  const partner = new PartnerConnection({ store, vault, clouds: [CLOUD], fetch, now: () => NOW, onChange: () => undefined });
  await partner.load();
  return partner;
}

beforeEach(() => {
  kept = null;
  reply = () => tokenReply()(TENANT, new URLSearchParams());
});

describe('the global problem of a connection', () => {
  it('is not that of a secret that was replaced while it was being refused', async () => {
    const partner = await connected();
    await partner.save(APP);
    await partner.saveSecret('the-first-secret');
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    reply = async (secret) => {
      if (secret !== 'the-first-secret') return tokenReply()(TENANT, new URLSearchParams());
      await late;
      return refusal(7000215)(TENANT, new URLSearchParams());
    };
    const first = partner.broker()?.getToken(TENANT, get);
    await partner.saveSecret('the-second-secret');
    expect(await partner.broker()?.getToken(TENANT, get)).toMatchObject({ ok: true });
    answer();
    expect(await first).toMatchObject({ ok: false, problem: { code: 'credentialWrong' } });
    expect(partner.globalProblem()).toBeNull();
  });

  it('ends when a keychain that was locked at the start gives the secret after all', async () => {
    kept = { ...APP, savedAt: NOW };
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
    const partner = await connected(lockable);
    expect(partner.globalProblem()).toMatchObject({ code: 'keychainLocked' });
    locked = false;
    expect(await partner.broker()?.getToken(TENANT, get)).toMatchObject({ ok: true });
    expect(partner.globalProblem()).toBeNull();
    expect(partner.summary()?.secret).toBe('session');
  });
});

describe('the secret of a registration', () => {
  it('goes with it when another one takes its place', async () => {
    const vault = new SessionVault({ reason: 'chosen' });
    const partner = await connected(vault);
    await partner.save(APP);
    await partner.saveSecret('the-first-secret');
    await partner.save({ ...APP, homeTenantId: TENANT });
    expect(partner.summary()?.secret).toBe('session');
    await partner.save({ ...APP, clientId: OTHER_TENANT });
    expect(partner.summary()?.secret).toBe('missing');
    await partner.save(APP);
    expect(partner.summary()?.secret).toBe('missing');
  });
});
