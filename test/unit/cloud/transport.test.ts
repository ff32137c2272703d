import { describe, expect, it, vi } from 'vitest';
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

describe('room for an answer', () => {
  const limits = { headersMs: 1_000, bodyMs: 40, maxBytes: 1_000 };
  async function* pieces() {
    yield Buffer.from('one');
    yield Buffer.from('two');
  }
  const transport = createTransport(async () => ({ status: 200, headers: new Headers(), body: pieces() }), Date.now, limits);

  it('may be waited for longer than the clock on the body allows', async () => {
    const asked: number[] = [];
    vi.useFakeTimers();
    const room = async (bytes: number) => {
      asked.push(bytes);
      await vi.advanceTimersByTimeAsync(2 * limits.bodyMs);
    };
    expect(await transport.send({ ...request, room })).toMatchObject({ ok: true, answer: { bytes: Buffer.from('onetwo') } });
    expect(asked).toEqual([3, 3]);
    vi.useRealTimers();
  });

  it('is not waited for after the end of the request', async () => {
    const end = new AbortController();
    const room = () => {
      end.abort();
      return Promise.reject(new DOMException('The read was ended.', 'AbortError'));
    };
    expect(await transport.send({ ...request, room, signal: end.signal })).toMatchObject({ ok: false });
  });
});
