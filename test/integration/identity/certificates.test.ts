import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importCertificate } from '../../../main/identity/credentials/import-certificate';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { PartnerApps } from '../../../main/identity/partner-apps';
import { KeychainVault } from '../../../main/secrets/keychain-vault';
import type { StorePort } from '../../../main/store/store-port';
import { bundleForNode } from '../../support/bundle';
import { startKeyring, type TestKeyring } from '../../support/keyring';
import { pfxOf, selfSigned } from '../../support/openssl';
import { startChildHost } from '../../support/secrets/child-host';
import { TempStore } from '../../support/store/temp-store';
import { type PartnerAtSandbox, partnerAtSandbox } from './partner';

const PASSWORD = 'pfx-password';
let bundle: string;
let keyring: TestKeyring;
beforeAll(async () => {
  bundle = await bundleForNode('test/support/secrets/keychain-child.ts', 'keychain-child');
  keyring = await startKeyring();
});
afterAll(() => keyring.stop());

let at: PartnerAtSandbox;
let temp: TempStore;
let store: StorePort;
let vault: KeychainVault;
/** Headers of the assertions that were sent. */
let assertions: Record<string, unknown>[];
beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 3, incidents: 1 });
  assertions = [];
  temp = new TempStore();
  store = await temp.open();
  vault = openVault();
});
afterEach(async () => {
  vault.close();
  await temp.remove();
  await at.sandbox.close();
});

const send: FetchPort = (url, init) => {
  const assertion = new URLSearchParams(typeof init.body === 'string' ? init.body : '').get('client_assertion');
  if (assertion) assertions.push(JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>);
  return fetch(url, init);
};

const openVault = () => new KeychainVault({ service: `Tenantry ${at.sandbox.port}`, start: () => startChildHost(bundle, keyring.address) });

async function openApps(): Promise<PartnerApps> {
  const apps = new PartnerApps({ store, vault, clouds: [at.environment], fetch: send, now: Date.now, onChange: () => undefined });
  await apps.load();
  return apps;
}

async function newApp(apps: PartnerApps): Promise<string> {
  const { clientId, homeTenantId } = at.sandbox.partner;
  const saved = await apps.save({ appId: null, name: 'Lab app', clientId, homeTenantId, cloudId: at.environment.id });
  if (!saved.ok) throw new Error(saved.why);
  return saved.appId;
}

/** Types the right password into the window the import asks for. */
const typed =
  (...passwords: string[]): Parameters<typeof importCertificate>[2] =>
  async (_file, take) => {
    for (const password of passwords) if ((await take(password)) === null) return true;
    return false;
  };

describe('a certificate credential', () => {
  // 4,096 bits: its key is longer than one entry of Windows' keychain holds.
  it.each(['rsa:2048', 'rsa:4096'])('of %s goes from a PFX file through the keychain into tokens, also after a restart', async (key) => {
    const files = selfSigned({ key });
    at.sandbox.control.addCertificate(files.certificate.toString());
    const pfx = { name: 'partner.pfx', bytes: pfxOf(files, PASSWORD) };
    let apps = await openApps();
    const appId = await newApp(apps);
    const answer = await importCertificate(apps, { appId, files: [pfx], now: Date.now() }, typed('wrong', PASSWORD));
    expect(answer).toMatchObject({ outcome: 'added' });
    expect(await apps.connection(appId)?.check()).toEqual({ outcome: 'accepted' });

    vault.close();
    vault = openVault();
    apps = await openApps();
    expect(apps.summaries()).toMatchObject([
      { secret: 'keychain', problem: null, credentials: [{ source: { kind: 'certificate' }, inUse: true }] },
    ]);
    expect(JSON.stringify(apps.summaries())).not.toContain('PRIVATE KEY');
    const tenantId = at.tenantIn('consented');
    const token = await apps.connection(appId)?.broker.getToken(tenantId, { resource: 'xdr', renew: false });
    if (!token?.ok) throw new Error(token?.problem.detail);
    const claims = JSON.parse(Buffer.from(token.accessToken.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({ tid: tenantId, appidacr: '2' });

    if (answer?.outcome !== 'added') throw new Error('The certificate was not added');
    const account = `credential/${at.environment.id}/${at.sandbox.partner.clientId}/${answer.credentialId}`;
    expect((await vault.get(account))?.length).toBeGreaterThan(key === 'rsa:4096' ? 2_560 : 1_000);
    await apps.remove(appId);
    expect(await vault.get(account)).toBeNull();
    expect(await store.listCredentials(appId)).toEqual([]);
  });

  it('that the registration does not know is refused with 700027, for the app and not for each customer', async () => {
    const apps = await openApps();
    const appId = await newApp(apps);
    const { certificate, key } = selfSigned();
    const file = { name: 'partner.pem', bytes: Buffer.concat([certificate, key]) };
    await importCertificate(apps, { appId, files: [file], now: Date.now() }, typed());
    expect(await apps.connection(appId)?.check()).toMatchObject({
      outcome: 'refused',
      problem: { code: 'credentialRejected', aadsts: 700027 },
    });
    expect(apps.summaries()).toMatchObject([{ problem: { code: 'credentialRejected' } }]);
    at.sandbox.control.addCertificate(certificate.toString());
    expect(await apps.connection(appId)?.check()).toEqual({ outcome: 'accepted' });
    expect(apps.summaries()).toMatchObject([{ problem: null }]);
  });

  it('signs with PS256 and names itself by its SHA-256 thumbprint', async () => {
    const apps = await openApps();
    const appId = await newApp(apps);
    const { certificate, key } = selfSigned();
    await importCertificate(apps, { appId, files: [{ name: 'a', bytes: Buffer.concat([certificate, key]) }], now: Date.now() }, typed());
    at.sandbox.control.addCertificate(certificate.toString());
    await apps.connection(appId)?.check();
    const thumbprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');
    expect(assertions).toEqual([expect.objectContaining({ alg: 'PS256', 'x5t#S256': thumbprint })]);
    expect(assertions[0]).not.toHaveProperty('x5t');
  });

  it('whose password is not known leaves nothing behind', async () => {
    const apps = await openApps();
    const appId = await newApp(apps);
    const pfx = { name: 'partner.pfx', bytes: pfxOf(selfSigned(), PASSWORD) };
    expect(await importCertificate(apps, { appId, files: [pfx], now: Date.now() }, typed('wrong'))).toBeNull();
    expect(apps.summaries()).toMatchObject([{ secret: 'missing', credentials: [] }]);
  });
});
