import { describe, expect, it } from 'vitest';
import { createTransport } from '../../../main/cloud/transport';

const request = { url: 'https://api.lab.example/x', method: 'GET', headers: {} } as const;

describe('a proxy in between', () => {
  it.each([
    ['fails to open its tunnel', () => Promise.reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED'))],
    ['asks for a sign-in', async () => new Response('', { status: 407 })],
  ])('is tried once more when it %s', async (_name, first) => {
    const replies = [first, async () => new Response('ok')];
    const transport = createTransport(() => replies.shift()?.() ?? Promise.reject(new Error('asked too often')), Date.now);
    expect(await transport.send(request)).toMatchObject({ ok: true, answer: { status: 200 } });
    expect(replies).toHaveLength(0);
  });

  it('is not tried for ever', async () => {
    let calls = 0;
    const transport = createTransport(() => {
      calls += 1;
      return Promise.reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED'));
    }, Date.now);
    expect(await transport.send(request)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    expect(calls).toBe(2);
  });
});

describe('every request', () => {
  it('goes without cookies, cache and redirects', async () => {
    const seen: RequestInit[] = [];
    const transport = createTransport(async (_url, init) => {
      seen.push(init);
      return new Response('');
    }, Date.now);
    await transport.send(request);
    expect(seen[0]).toMatchObject({ redirect: 'error', credentials: 'omit', cache: 'no-store' });
  });
});
