import { beforeEach, describe, expect, it } from 'vitest';
import type { FetchPort } from '../../../../main/cloud/fetch-port';
import { PartnerConnection } from '../../../../main/identity/partner-connection';
import { SessionVault } from '../../../../main/secrets/session-vault';
import type { StoredCredential } from '../../../../main/store/store-port';
import { refusal, tokenReply } from '../fake-entra';
import { APP, CLOUD, NOW, OTHER_TENANT, TENANT } from '../token';

const MINUTE = 60_000;
const get = { resource: 'xdr', renew: false } as const;
let now: number;
let kept: StoredCredential[];
/** Secrets that are refused, and tenants that answer otherwise. */
let refused: Set<string>;
let reply: (tenantId: string, secret: string) => Response | Promise<Response>;
let asked: string[];
let connection: PartnerConnection;

const store = {
  listCredentials: async () => kept,
  saveCredential: async (_appId: string, saved: StoredCredential) => {
    const others = kept.filter(({ credentialId }) => credentialId !== saved.credentialId);
    kept = [...others.map((one) => (saved.inUse ? { ...one, inUse: false } : one)), saved];
  },
  removeCredential: async (_appId: string, credentialId: string) => {
    kept = kept.filter((one) => one.credentialId !== credentialId);
  },
};

const fetch: FetchPort = async (url, init) => {
  const secret = new URLSearchParams(typeof init.body === 'string' ? init.body : '').get('client_secret') ?? '';
  const tenantId = new URL(url).pathname.split('/')[1] ?? '';
  asked.push(`${secret} ${tenantId}`);
  return refused.has(secret) ? refusal(7000215)(tenantId, new URLSearchParams()) : reply(tenantId, secret);
};

beforeEach(async () => {
  now = NOW;
  kept = [];
  refused = new Set();
  asked = [];
  reply = (tenantId) => tokenReply({ tid: tenantId, iss: `https://sts.lab.example/${tenantId}/` })(tenantId, new URLSearchParams());
  connection = new PartnerConnection(APP, CLOUD, {
    store,
    vault: new SessionVault({ reason: 'chosen' }),
    readFromKeyVault: new Map(),
    fetch,
    now: () => now,
    onChange: () => undefined,
  });
  await connection.load();
  await connection.saveSecret('the-old-secret');
});

const inUse = () => connection.summary().credentials.find((one) => one.inUse)?.credentialId;

describe('a credential beside the one in use', () => {
  it('is not used before it was proven and switched to, and the old one not after', async () => {
    const old = inUse();
    const next = await connection.saveSecret('the-new-secret');
    await connection.broker.getToken(TENANT, get);
    expect(asked).toEqual([`the-old-secret ${TENANT}`]);
    expect(await connection.use(next, true)).toBe(false);
    expect(inUse()).toBe(old);

    expect(await connection.prove(next, TENANT)).toMatchObject({
      good: true,
      home: { outcome: 'accepted' },
      customer: { tenantId: TENANT, check: { outcome: 'accepted' } },
    });
    expect(asked.slice(1)).toEqual([`the-new-secret ${OTHER_TENANT}`, `the-new-secret ${TENANT}`]);
    expect(connection.broker.held(TENANT, 'xdr')).not.toBeNull();
    expect(await connection.use(next, true)).toBe(true);
    expect(inUse()).toBe(next);
    expect(connection.broker.held(TENANT, 'xdr')).toBeNull();
    await connection.broker.getToken(TENANT, get);
    expect(asked.at(-1)).toBe(`the-new-secret ${TENANT}`);
    await connection.removeCredential(old ?? '');
    expect(connection.summary().credentials).toMatchObject([{ credentialId: next, inUse: true }]);
  });

  it('that is refused changes nothing, and says nothing of the one in use', async () => {
    const old = inUse();
    const next = await connection.saveSecret('the-new-secret');
    refused.add('the-new-secret');
    expect(await connection.prove(next, TENANT)).toMatchObject({
      good: false,
      home: { outcome: 'refused', problem: { code: 'credentialWrong' } },
    });
    expect(await connection.use(next, true)).toBe(false);
    expect([inUse(), connection.problem]).toEqual([old, null]);
  });

  it('is not proven by a customer that answers for another reason', async () => {
    const next = await connection.saveSecret('the-new-secret');
    const good = reply;
    reply = (tenantId, secret) => (tenantId === TENANT ? refusal(7000229)(tenantId, new URLSearchParams()) : good(tenantId, secret));
    expect(await connection.prove(next, TENANT)).toMatchObject({
      good: false,
      home: { outcome: 'accepted' },
      customer: { check: { outcome: 'unknown', problem: { code: 'consentMissing' } } },
    });
    expect(await connection.use(next, true)).toBe(false);
  });

  it('is not proven by a token of another tenant', async () => {
    const next = await connection.saveSecret('the-new-secret');
    reply = (tenantId) => tokenReply({ tid: OTHER_TENANT })(tenantId, new URLSearchParams());
    expect(await connection.prove(next, TENANT)).toMatchObject({
      good: false,
      customer: { check: { problem: { code: 'wrongTenantToken' } } },
    });
  });

  it('has to be proven with a customer where there are any, and anew after a quarter of an hour or with another value', async () => {
    const next = await connection.saveSecret('the-new-secret');
    await connection.prove(next, null);
    expect(await connection.use(next, true)).toBe(false);
    await connection.prove(next, TENANT);
    now += 16 * MINUTE;
    expect(await connection.use(next, true)).toBe(false);
    await connection.prove(next, TENANT);
    await connection.saveSecret('yet-another-secret', next);
    expect(await connection.use(next, true)).toBe(false);
    await connection.prove(next, null);
    expect(await connection.use(next, false)).toBe(true);
  });
});

describe('the end of a secret', () => {
  it('is what was typed, until another secret takes its place', async () => {
    const id = inUse() ?? '';
    expect(await connection.setExpiry(id, NOW + 5)).toBe(true);
    expect(connection.summary().credentials).toMatchObject([{ expiresAt: NOW + 5 }]);
    await connection.saveSecret('the-new-secret', id);
    expect(connection.summary().credentials).toMatchObject([{ credentialId: id, expiresAt: null, inUse: true }]);
    expect(await connection.setExpiry('no such credential', NOW)).toBe(false);
  });
});
