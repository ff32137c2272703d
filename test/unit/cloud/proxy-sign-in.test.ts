import { beforeEach, describe, expect, it } from 'vitest';
import type { ProxyUse } from '../../../contract/proxy';
import { ProxySignIn } from '../../../main/cloud/proxy/proxy-sign-in';
import { SessionVault } from '../../../main/secrets/session-vault';

const CHALLENGE = { host: 'proxy.lab.example', port: 8080, realm: 'Lab', scheme: 'basic' };
const PROXY = 'proxy.lab.example:8080';
const RESOLVED = `PROXY ${PROXY}; DIRECT`;
const RIGHT = { username: 'anna', password: 'pä:ss' };

let vault: SessionVault;
let wanted: ProxyUse[];
let signedIn: number;
beforeEach(() => {
  vault = new SessionVault({ reason: 'chosen' });
  wanted = [];
  signedIn = 0;
});
const started = () =>
  new ProxySignIn({
    vault,
    onWanted: (use) => wanted.push(use),
    onSignedIn: () => (signedIn += 1),
    onChange: () => undefined,
    onFailure: () => undefined,
  });

describe('a proxy that wants a sign-in', () => {
  it('is asked about once, however many requests meet it, and each is told at once that there is none', async () => {
    const proxies = started();
    const answers = await Promise.all([1, 2, 3].map(() => proxies.answer(CHALLENGE, null)));
    expect(answers).toEqual([null, null, null]);
    expect(wanted).toEqual([{ proxy: PROXY, realm: 'Lab', state: 'wanted' }]);
    expect(await proxies.standing(RESOLVED)).toEqual({ wanted: true, authorization: null });
    expect(await proxies.standing('DIRECT')).toEqual({ wanted: false, authorization: null });
  });

  it('is signed in at with what was typed, in the words of RFC 7617', async () => {
    const proxies = started();
    await proxies.answer(CHALLENGE, null);
    await proxies.signIn(PROXY, RIGHT, { keep: false });
    expect(signedIn).toBe(1);
    expect(await proxies.answer(CHALLENGE, null)).toEqual(RIGHT);
    const { authorization } = await proxies.standing(RESOLVED);
    expect(Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString('utf8')).toBe('anna:pä:ss');
    expect(await started().answer(CHALLENGE, null)).toBeNull();
  });

  it('is not spoken to by the fast lane where it wants more than a password', async () => {
    const proxies = started();
    await proxies.answer({ ...CHALLENGE, scheme: 'ntlm' }, null);
    await proxies.signIn(PROXY, RIGHT, { keep: false });
    expect(await proxies.standing(RESOLVED)).toEqual({ wanted: false, authorization: null });
  });

  it('is known after a restart where it was to be kept', async () => {
    await started().signIn(PROXY, RIGHT, { keep: true });
    const proxies = started();
    expect(await proxies.answer(CHALLENGE, null)).toEqual(RIGHT);
    expect(proxies.list()).toEqual([{ proxy: PROXY, realm: 'Lab', state: 'signedIn', kept: 'session' }]);
    expect(wanted).toEqual([]);
    expect(JSON.stringify(proxies.list())).not.toContain(RIGHT.password);
  });

  it('is asked about anew when it refuses, and what it refused is forgotten', async () => {
    await started().signIn(PROXY, RIGHT, { keep: true });
    const proxies = started();
    const given = await proxies.answer(CHALLENGE, null);
    expect(await proxies.answer(CHALLENGE, given)).toBeNull();
    expect(wanted).toMatchObject([{ state: 'refused' }]);
    expect(await started().answer(CHALLENGE, null)).toBeNull();
    // Another request that was refused the same before does not judge what was typed meanwhile.
    await proxies.signIn(PROXY, { ...RIGHT, password: 'new' }, { keep: false });
    expect(await proxies.answer(CHALLENGE, given)).toMatchObject({ password: 'new' });
    expect(wanted.filter(({ state }) => state === 'refused')).toHaveLength(1);
  });

  it('is forgotten on demand', async () => {
    const proxies = started();
    await proxies.signIn(PROXY, RIGHT, { keep: true });
    expect(await proxies.forget(PROXY)).toBe(true);
    expect(await proxies.answer(CHALLENGE, null)).toBeNull();
    expect(await proxies.forget('other:1')).toBe(false);
    expect(await started().answer(CHALLENGE, null)).toBeNull();
  });
});
