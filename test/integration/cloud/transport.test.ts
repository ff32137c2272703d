import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { createLanes } from '../../../main/cloud/lanes/lanes';
import { textOf } from '../../../main/cloud/read-body';
import { createTransport, type TransportLimits } from '../../../main/cloud/transport';

// Loaded when first needed, which the short clocks of this test would count.
beforeAll(() => import('undici'));

const servers: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function listen(server: Server | ReturnType<typeof createTcp>): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const serve = async (listener: RequestListener): Promise<string> => `http://${await listen(createHttp(listener))}`;

const packed =
  (body: Buffer): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);

const LIMITS: TransportLimits = { headersMs: 300, bodyMs: 600, maxBytes: 10_000 };

describe.each<[string, FetchPort]>([
  ['Node', fetch],
  ['the lanes', createLanes({ system: fetch, resolveProxy: async () => 'DIRECT', now: Date.now })],
])('transport over real sockets, by %s', (_lane, port) => {
  const send = (url: string, signal?: AbortSignal) =>
    createTransport(port, () => 7, LIMITS).send({ url, method: 'GET', headers: { authorization: 'Bearer planted-token' }, signal });

  it('hands on status, headers and the body as it was before compression', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(418, { 'x-a': 'b', 'content-encoding': 'gzip' }).end(gzipSync('{"ä":1}')),
    );
    const result = await send(url);
    expect(result).toMatchObject({ ok: true, answer: { status: 418 } });
    expect(result.ok && [result.answer.headers.get('x-a'), textOf(result.answer.bytes)]).toEqual(['b', '{"ä":1}']);
  });

  it.each<[string, RequestListener, string]>([
    ['no answer at all', () => undefined, 'timeout'],
    ['a body that never ends', (_request, response) => void response.writeHead(200).write('{'), 'timeout'],
    ['a reset', (request) => request.socket.destroy(), 'unreachable'],
    [
      'a cut body',
      (_request, response) => void response.writeHead(200, { 'content-length': 100 }).write('{"va', () => response.destroy()),
      'unreachable',
    ],
    ['a redirect', (_request, response) => response.writeHead(302, { location: 'https://evil.example/' }).end(), 'unreadable'],
    ['more than allowed', (_request, response) => response.end('x'.repeat(20_000)), 'unreadable'],
    ['more than allowed, packed', packed(gzipSync('x'.repeat(20_000))), 'unreadable'],
    ['a packed body that is none', packed(Buffer.from('{"value":[]}')), 'unreachable'],
  ])('names %s', async (_name, listener, code) => {
    const result = await send(await serve(listener));
    expect(result).toMatchObject({ ok: false, problem: { code, at: 7 } });
    expect(JSON.stringify(result)).not.toContain('planted-token');
  });

  it('names a port where nobody listens, and a host nobody knows', async () => {
    const address = await listen(createTcp());
    await new Promise((resolve) => (servers.pop() as ReturnType<typeof createTcp>).close(resolve));
    expect(await send(`http://${address}`)).toMatchObject({ ok: false, problem: { code: 'unreachable', detail: 'ECONNREFUSED' } });
    expect(await send('https://no-such-host.invalid')).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
  });

  it('names a failed TLS handshake', async () => {
    const address = await listen(createHttps());
    expect(await send(`https://${address}`)).toMatchObject({ ok: false, problem: { code: 'tlsFailed' } });
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    const url = await serve(() => abort.abort());
    expect(await send(url, abort.signal)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
  });

  it('sends nothing over plain http to another machine', async () => {
    expect(await send('http://192.0.2.1/api/incidents')).toMatchObject({ ok: false, problem: { code: 'refused' } });
  });
});
