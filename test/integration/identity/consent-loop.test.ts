import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import type { ConsentEventKind } from '../../../contract/consent';
import { ConsentDesk } from '../../../main/identity/consent-desk';
import { type ConsentListener, listenForConsent } from '../../../main/identity/consent-listener';
import { consentLinks } from '../../../main/identity/consent-links';
import { ConsentLog } from '../../../main/identity/consent-log';
import { ConsentProber } from '../../../main/identity/consent-probe';
import { ConsentState } from '../../../main/identity/consent-state';
import { TokenBroker } from '../../../main/identity/token-broker';
import type { StorePort } from '../../../main/store/store-port';
import { TempStore } from '../../support/store/temp-store';
import { type PartnerAtSandbox, partnerAtSandbox, QUICK } from './partner';

const DAY = 24 * 60 * 60_000;

let at: PartnerAtSandbox;
let temp: TempStore;
let store: StorePort;
let desk: ConsentDesk;
let listener: ConsentListener;
let clock: { ahead: number };
let customer: string;
/** Resolves when the next run of asking for a token is over. */
let ended: Promise<void>;

const APP_ID = 'app-1';

/** Everything of one run of the app that follows consents, on the store as it is on disk. */
async function openRun(): Promise<void> {
  store = await temp.open();
  const now = () => Date.now() + clock.ahead;
  let end: () => void = () => undefined;
  ended = new Promise((resolve) => {
    end = resolve;
  });
  const log = new ConsentLog({ store, now, onChange: () => undefined });
  let noted: Promise<void> = Promise.resolve();
  const broker = new TokenBroker({
    environment: at.environment,
    clientId: at.sandbox.partner.clientId,
    purpose: DEFAULT_PURPOSE,
    getCredential: async () => ({ kind: 'secret', secret: at.sandbox.partner.clientSecret }),
    fetch,
    now: Date.now,
    limits: QUICK,
    onGlobalProblem: () => undefined,
    onAnswer: (tenantId, _resource, answer) => {
      noted = log.noteToken(tenantId, APP_ID, answer);
      // Nobody waits for one that comes after the end.
      noted.catch(() => undefined);
    },
  });
  const prober: ConsentProber = new ConsentProber({
    acquire: (tenantId) => broker.acquire(tenantId, { resource: 'xdr', fresh: true }),
    onEnd: () => noted,
    onChange: (tenantId) => {
      if (['works', 'stopped', 'gaveUp'].includes(prober.state(tenantId, APP_ID)?.state ?? '')) end();
    },
    now,
    wait: async () => undefined,
  });
  desk = new ConsentDesk({ store, states: new ConsentState({ store, now }), log, prober, now, onFailure: end });
  const opened = await listenForConsent({ onAnswer: (parameters) => taken.push(desk.takeRequest(parameters)), preferredPort: 48_700 });
  if (!opened) throw new Error('No port could be listened to');
  listener = opened;
  desk.listenWith(opened);
}
const taken: ReturnType<ConsentDesk['takeRequest']>[] = [];

async function closeRun(): Promise<void> {
  await desk.close();
  await desk.log.flush();
  await store.close();
}

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 12, incidents: 1 });
  temp = new TempStore();
  clock = { ahead: 0 };
  taken.length = 0;
  customer = at.tenantIn('notConsented');
  await openRun();
  await saveApp();
  await store.addTenant({ tenantId: customer, displayName: 'Customer', domain: null, addedAt: 1, appIds: [APP_ID] });
});
afterEach(async () => {
  await closeRun();
  await temp.remove();
  await at.sandbox.close();
});

async function saveApp(): Promise<void> {
  const { clientId, homeTenantId } = at.sandbox.partner;
  const { id: cloudId } = at.environment;
  await store.savePartnerApp({ appId: APP_ID, name: 'App', clientId, homeTenantId, cloudId, purpose: DEFAULT_PURPOSE, savedAt: 1 });
}

async function reportingLink(): Promise<string> {
  const links = consentLinks({
    environment: at.environment,
    clientId: at.sandbox.partner.clientId,
    tenantId: customer,
    state: await desk.stateOf(customer, APP_ID),
    purpose: DEFAULT_PURPOSE,
    ownAddress: listener.place.redirectUri,
  });
  return links.reporting ?? '';
}

/** Presses a button of the consent page and gives the address the browser is sent to. */
async function press(link: string, decision: 'accept' | 'cancel'): Promise<string> {
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' });
  expect(response.status).toBe(302);
  return response.headers.get('location') ?? '';
}

/** Follows it as the browser does, over a real socket, and gives what it was taken for. */
async function follow(address: string) {
  const response = await fetch(address.replace('localhost', '127.0.0.1'));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('You can close this window');
  return taken.at(-1);
}

const kinds = async (): Promise<ConsentEventKind[]> => (await desk.history(customer, APP_ID)).events.map(({ kind }) => kind);

describe('a consent given in a browser on this computer', () => {
  it('is taken hours later by another run of the app, and proven by a token', async () => {
    const link = await reportingLink();
    await closeRun();
    clock.ahead = 13 * DAY;
    await openRun();
    expect(await follow(await press(link, 'accept'))).toEqual({ verdict: 'granted' });
    await ended;
    const { events, probe } = await desk.history(customer, APP_ID);
    expect(events.map(({ kind }) => kind)).toEqual(['token', 'granted']);
    expect(events[0]?.facts.roles).toContain('Incident.Read.All');
    expect(probe).toMatchObject({ state: 'works', attempts: 1 });
  });

  it('counts once: the same answer again changes nothing, in this run and in the next', async () => {
    const address = await press(await reportingLink(), 'accept');
    expect(await follow(address)).toEqual({ verdict: 'granted' });
    await ended;
    expect(await follow(address)).toEqual({ verdict: 'usedState' });
    await closeRun();
    await openRun();
    expect(await follow(address)).toEqual({ verdict: 'usedState' });
    expect(await kinds()).toEqual(['ignored', 'token', 'granted']);
    expect(await desk.stateOf(customer, APP_ID)).not.toBe(new URL(address).searchParams.get('state'));
  });

  it('counts once for two answers at the same moment', async () => {
    const parameters = new URL(await press(await reportingLink(), 'accept')).searchParams;
    const verdicts = await Promise.all([desk.takeRequest(parameters), desk.takeRequest(parameters)]);
    expect(verdicts.map(({ verdict }) => verdict).toSorted()).toEqual(['granted', 'usedState']);
  });

  it('is nothing with a state of somebody else, or none, or one that expired', async () => {
    const address = new URL(await press(await reportingLink(), 'accept'));
    const state = address.searchParams.get('state') ?? '';
    address.searchParams.set('state', 'B'.repeat(32));
    expect(await follow(address.href)).toEqual({ verdict: 'unknownState' });
    address.searchParams.delete('state');
    expect(await follow(address.href)).toEqual({ verdict: 'noState' });
    clock.ahead = 15 * DAY;
    address.searchParams.set('state', state);
    expect(await follow(address.href)).toEqual({ verdict: 'expiredState' });
    expect(await kinds()).toEqual(['ignored']);
    expect(at.tokenRequests()).toBe(0);
  });

  it('is a refusal with an error, although the page adds admin_consent=True, and the link stays good', async () => {
    const link = await reportingLink();
    const address = await press(link, 'cancel');
    expect(new URL(address).searchParams.get('admin_consent')).toBe('True');
    expect(await follow(address)).toMatchObject({
      verdict: 'declined',
      error: 'consent_required',
      detail: expect.stringMatching(/^AADSTS65004/),
    });
    expect(at.tokenRequests()).toBe(0);
    expect(await follow(await press(link, 'accept'))).toEqual({ verdict: 'granted' });
    await ended;
    expect(await kinds()).toEqual(['token', 'granted', 'declined']);
  });

  it('that names another tenant is not believed: only the token of the right one counts', async () => {
    const other = at.sandbox.tenants.find(({ tenantId, state }) => tenantId !== customer && state === 'consented')?.tenantId ?? '';
    const state = await desk.stateOf(customer, APP_ID);
    const forged = `${listener.place.redirectUri}?admin_consent=True&tenant=${other}&state=${state}`;
    expect(await follow(forged)).toEqual({ verdict: 'mismatch', tenantId: other });
    await ended;
    expect(await kinds()).toEqual(['mismatch']);
    expect(desk.prober.state(customer, APP_ID)).toMatchObject({ state: 'gaveUp', attempts: 6, problem: { code: 'consentMissing' } });
  });

  it('whose token is of another tenant is stopped and named', async () => {
    const other = at.sandbox.tenants.find(({ tenantId, state }) => tenantId !== customer && state === 'consented')?.tenantId ?? '';
    at.sandbox.control.issueTokenFor(customer, other);
    await follow(await press(await reportingLink(), 'accept'));
    await ended;
    expect(desk.prober.state(customer, APP_ID)).toMatchObject({ problem: { code: 'wrongTenantToken' } });
    expect(await kinds()).toEqual(['granted']);
  });

  it('that Entra does not know everywhere yet is asked for until it does', async () => {
    const lag = { error: 'invalid_client', error_description: 'AADSTS7000229: not there yet', error_codes: [7000229] };
    at.sandbox.control.fault({ match: 'token', tenantId: customer, times: 3, status: 401, body: lag });
    await follow(await press(await reportingLink(), 'accept'));
    await ended;
    expect(at.tokenRequests()).toBe(4);
    expect(await kinds()).toEqual(['token', 'granted']);
  });
});

describe('the history', () => {
  it('tells drift and withdrawal from the tokens that come', async () => {
    await desk.prober.start(customer, APP_ID);
    at.sandbox.control.setTenantState(customer, 'consented');
    await desk.prober.start(customer, APP_ID);
    at.sandbox.control.setTenantState(customer, 'partial');
    await desk.prober.start(customer, APP_ID);
    at.sandbox.control.setTenantState(customer, 'notConsented');
    await desk.prober.start(customer, APP_ID);
    expect(await kinds()).toEqual(['revoked', 'drifted', 'token']);
  });

  it('goes with its tenant', async () => {
    await desk.log.add(customer, 'sent');
    await store.removeTenant(customer);
    await desk.log.add(customer, 'sent');
    await store.addTenant({ tenantId: customer, displayName: 'Customer', domain: null, addedAt: 1 });
    expect(await kinds()).toEqual([]);
  });
});

describe('the loopback address', () => {
  /** Sends bytes as they are, as no browser would. */
  const raw = (request: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(listener.place.port, '127.0.0.1', () => socket.end(request));
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  const get = (path: string, host = `localhost:${listener.place.port}`, method = 'GET') =>
    raw(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);

  it.each([
    ['another name for this computer', () => get('/consent?admin_consent=True&state=x', 'rebound.example'), 421],
    ['a name without our port', () => get('/consent', 'localhost'), 421],
    ['another path', () => get('/'), 404],
    ['a path that only begins like ours', () => get('/consent/../secret'), 404],
    ['another method', () => get('/consent', undefined, 'POST'), 405],
    ['an address as for a proxy', () => get('http://elsewhere.example/consent'), 400],
    ['an address that is too long', () => get(`/consent?state=${'x'.repeat(9000)}`), 414],
    ['headers that are too long', () => raw(`GET /consent HTTP/1.1\r\nHost: localhost\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`), 431],
  ])('refuses %s', async (_name, request, status) => {
    expect(await request()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(taken).toEqual([]);
  });

  it('repeats nothing of what it is sent', async () => {
    const answer = await get('/consent?error=marker%3Cb%3E&error_description=marker&state=marker');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toContain('marker');
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer).not.toContain('<script');
  });

  it('is the next free one when the port is taken, and says so', async () => {
    const second = await listenForConsent({ onAnswer: () => undefined, preferredPort: listener.place.port });
    expect(second?.place).toMatchObject({ preferredPort: listener.place.port });
    expect(second?.place.port).toBeGreaterThan(listener.place.port);
    expect(second?.place.redirectUri).toBe(`http://localhost:${second?.place.port}/consent`);
    await second?.close();
  });
});
