import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { parseCloudFile } from '../../../main/cloud/cloud-file';
import type { PartnerConnection } from '../../../main/identity/partner-connection';
import { AnalystSignIn } from '../../../main/identity/sign-in/analyst-sign-in';
import type { Sandbox } from '../../../sandbox/index';
import { open } from '../sandbox/client';

let sandbox: Sandbox;
let connection: PartnerConnection;
let signIns: AnalystSignIn;
beforeEach(async () => {
  sandbox = await open({ tenants: 2 });
  connection = connectionTo(sandbox);
  signIns = new AnalystSignIn({ fetch, now: Date.now });
});
afterEach(async () => {
  signIns.cancel();
  await sandbox.close();
});

/** Registration and cloud of a connection: all a sign-in needs of it. */
function connectionTo({ partner, cloudDefinition }: Sandbox): PartnerConnection {
  const { clientId, homeTenantId } = partner;
  const app = { appId: 'app-1', name: 'App', clientId, homeTenantId, cloudId: 'sandbox', purpose: DEFAULT_PURPOSE, savedAt: 0 };
  return { app, environment: parseCloudFile(JSON.stringify(cloudDefinition())) } as unknown as PartnerConnection;
}

const links: string[] = [];
/** A browser in which somebody presses a button of the sign-in page. */
const browser = (decision: 'accept' | 'cancel', meddle: (back: URL) => Promise<void> = async () => undefined) => {
  return async (link: string) => {
    links.push(link);
    const page = await (await fetch(link)).text();
    const analyst = /<option value="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await fetch(link, { method: 'POST', body: new URLSearchParams({ decision, analyst }), redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    await meddle(back);
    void fetch(back).catch(() => undefined);
  };
};
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

it('ends with the person’s own token, held until the sign-out', async () => {
  const answer = await signIns.signIn(connection, 'xdr', browser('accept'));
  expect(answer).toMatchObject({ ok: true, token: { user: expect.stringMatching(/^kim@/) } });
  const held = signIns.held(connection, 'xdr');
  expect(claimsOf(held?.accessToken ?? '')).toMatchObject({
    tid: sandbox.partner.homeTenantId,
    scp: expect.stringContaining('Incident.Read'),
  });
  expect(signIns.held(connection, 'graph')).toBeNull();
  // A changed registration is another connection.
  expect(signIns.held(connectionTo(sandbox), 'xdr')).toBeNull();
  expect(signIns.signOut(connection)).toBe(true);
  expect(signIns.held(connection, 'xdr')).toBeNull();
  expect(signIns.signOut(connection)).toBe(false);
});

it('asks with a proof key, for the right API, and sends no secret', async () => {
  await signIns.signIn(connection, 'graph', browser('accept'));
  const asked = new URL(links.at(-1) ?? '');
  expect(`${asked.origin}${asked.pathname}`).toBe(`${sandbox.url}/${sandbox.partner.homeTenantId}/oauth2/v2.0/authorize`);
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
  expect(asked.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect(asked.searchParams.get('scope')).toContain('https://graph.microsoft.com/.default');
  expect(asked.searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
  expect(asked.search).not.toContain(encodeURIComponent(sandbox.partner.clientSecret));
});

it('passes over answers that carry another state, twice the state, or none', async () => {
  const strangers = async (back: URL) => {
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'guessed'),
      (url: URL) => url.searchParams.append('state', 'again'),
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => {
        url.pathname = '/elsewhere';
      },
    ]) {
      const stranger = new URL(back);
      stranger.searchParams.set('code', 'forged');
      change(stranger);
      await fetch(stranger);
    }
  };
  expect(await signIns.signIn(connection, 'xdr', browser('accept', strangers))).toMatchObject({ ok: true });
});

it('is over when the person cancels, here or there, and the place it would come back to is closed', async () => {
  expect(await signIns.signIn(connection, 'xdr', browser('cancel'))).toEqual({ ok: false, why: 'cancelled' });
  let address = '';
  const waiting = signIns.signIn(connection, 'xdr', async (link) => {
    address = new URL(link).searchParams.get('redirect_uri') ?? '';
    signIns.cancel();
  });
  expect(await waiting).toEqual({ ok: false, why: 'cancelled' });
  await expect(fetch(address)).rejects.toThrow();
});

it('ends one that is under way when another begins', async () => {
  let opened: () => void = () => undefined;
  const page = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const first = signIns.signIn(connection, 'xdr', async () => opened());
  await page;
  const second = await signIns.signIn(connection, 'xdr', browser('accept'));
  expect(await first).toEqual({ ok: false, why: 'cancelled' });
  expect(second.ok).toBe(true);
});

it('closes its place when the browser cannot be opened', async () => {
  let address = '';
  const broken = async (link: string) => {
    address = new URL(link).searchParams.get('redirect_uri') ?? '';
    throw new Error('no browser');
  };
  await expect(signIns.signIn(connection, 'xdr', broken)).rejects.toThrow('no browser');
  await expect(fetch(address)).rejects.toThrow();
});

it('says what Entra refused, on the page and for the code', async () => {
  sandbox.control.refuse(sandbox.partner.homeTenantId, 'consent', 53003);
  const onPage = await signIns.signIn(connection, 'xdr', browser('accept'));
  expect(onPage).toMatchObject({ ok: false, why: 'problem', problem: { aadsts: 53003 } });
  sandbox.control.refuse(sandbox.partner.homeTenantId, 'consent', null);
  sandbox.control.refuse(sandbox.partner.homeTenantId, 'token', 7000218);
  const forCode = await signIns.signIn(connection, 'xdr', browser('accept'));
  expect(forCode).toMatchObject({ ok: false, why: 'problem', problem: { aadsts: 7000218 } });
  expect(signIns.held(connection, 'xdr')).toBeNull();
});

it('does not keep a token of another tenant', async () => {
  const [other] = sandbox.tenants;
  sandbox.control.issueTokenFor(sandbox.partner.homeTenantId, other?.tenantId ?? null);
  const answer = await signIns.signIn(connection, 'xdr', browser('accept'));
  expect(answer).toMatchObject({ ok: false, why: 'problem', problem: { code: 'wrongTenantToken' } });
  expect(signIns.held(connection, 'xdr')).toBeNull();
});
