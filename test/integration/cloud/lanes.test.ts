import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch as fetchOver } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchAnswer, FetchPort } from '../../../main/cloud/fetch-port';
import { createLanes } from '../../../main/cloud/lanes/lanes';
import { readBody, textOf } from '../../../main/cloud/read-body';
import { createTransport } from '../../../main/cloud/transport';

const servers: Server[] = [];
let systemAsked: string[];
let clock: number;
beforeEach(() => {
  systemAsked = [];
  clock = 0;
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const serve = async (listener: RequestListener): Promise<string> => `http://${await listen(createHttp(listener))}`;

/** Node's fetch in Chromium's place: told what it is asked. */
const system: FetchPort = (url, init) => {
  systemAsked.push(url);
  return fetch(url, init);
};
const lanes = (resolved: string, over: FetchPort = system) =>
  createLanes({ system: over, resolveProxy: async () => resolved, now: () => clock });
const textIn = async (answer: FetchAnswer) => textOf((await readBody(answer, 1_000))?.bytes ?? new Uint8Array());

/** A real proxy, as far as tunnels go: out, its address and the targets asked for. */
async function proxy({ lets, wants }: { lets: boolean; wants?: string }): Promise<{ address: string; tunnels: string[] }> {
  const tunnels: string[] = [];
  const server = createHttp((_request, response) => response.writeHead(501).end());
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    tunnels.push(request.url ?? '');
    client.on('error', () => undefined);
    if (!lets && !(wants && request.headers['proxy-authorization'] === wants)) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
  });
  return { address: await listen(server), tunnels };
}

describe('lanes', () => {
  it('has 96 requests under way at one host, over connections that are kept', async () => {
    const waiting: (() => void)[] = [];
    const sockets = new Set<Socket>();
    const url = await serve((request, response) => {
      sockets.add(request.socket);
      waiting.push(() => response.end('all here'));
      if (waiting.length === 96) for (const answer of waiting.splice(0)) answer();
    });
    const port = lanes('DIRECT');
    const round = () => Promise.all(Array.from({ length: 96 }, async () => textIn(await port(url, {}))));
    expect(new Set(await round())).toEqual(new Set(['all here']));
    await round();
    expect(sockets.size).toBe(96);
    expect(systemAsked).toEqual([]);
  });

  it('hears the clock and the cancel of a request while its way is waited for, and asks for that way anew', async () => {
    const url = await serve((_request, response) => response.end('hello'));
    let answers: string | null = null;
    const resolveProxy = () => (answers === null ? new Promise<never>(() => undefined) : Promise.resolve(answers));
    const port = createLanes({ system, resolveProxy, now: () => clock });
    const transport = createTransport(port, Date.now, { headersMs: 20, bodyMs: 40, maxBytes: 1_000 });
    const request = { url, method: 'GET', headers: {} } as const;
    expect(await transport.send(request)).toMatchObject({ ok: false, problem: { code: 'timeout' } });
    const cancel = new AbortController();
    const cancelled = createTransport(port, Date.now).send({ ...request, signal: cancel.signal });
    cancel.abort();
    expect(await cancelled).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    answers = 'DIRECT';
    expect(await createTransport(port, Date.now).send(request)).toMatchObject({ ok: true });
  });

  it.each(['POST', 'PATCH'])('sends %s, headers and body as they were given', async (method) => {
    const url = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (body) => response.end(`${request.method} ${request.headers.authorization} ${body}`));
    });
    const answer = await lanes('DIRECT')(url, { method, headers: { Authorization: 'Bearer one' }, body: 'a=b' });
    expect(await textIn(answer)).toBe(`${method} Bearer one a=b`);
  });

  it('goes through a plain proxy', async () => {
    const url = await serve((_request, response) => response.end('hello'));
    const { address, tunnels } = await proxy({ lets: true });
    expect(await textIn(await lanes(`PROXY ${address}; DIRECT`)(url, {}))).toBe('hello');
    expect(tunnels).toEqual([new URL(url).host]);
    expect(systemAsked).toEqual([]);
  });

  it('leaves a proxy that wants a password to Chromium, and soon asks it no more', async () => {
    const url = await serve((_request, response) => response.end('hello'));
    const { address, tunnels } = await proxy({ lets: false });
    const port = lanes(`PROXY ${address}`);
    for (let round = 0; round < 3; round++) expect(await textIn(await port(url, {}))).toBe('hello');
    expect(systemAsked).toHaveLength(3);
    expect(tunnels).toHaveLength(1);
    clock += 10 * 60_000;
    await port(url, {});
    expect(tunnels).toHaveLength(2);
  });

  it('goes through a proxy that wants a password once somebody has signed in, and lets Chromium ask again where that is refused', async () => {
    const url = await serve((_request, response) => response.end('hello'));
    const { address, tunnels } = await proxy({ lets: false, wants: 'Basic dTpw' });
    let authorization: string | null = null;
    const resolveProxy = async () => `PROXY ${address}`;
    const proxyStanding = async () => ({ wanted: authorization === null, authorization });
    const port = createLanes({ system, resolveProxy, proxyStanding, now: () => clock });
    await port(url, {});
    await port(url, {});
    expect([tunnels.length, systemAsked.length]).toEqual([1, 2]);
    authorization = 'Basic d3Jvbmc=';
    await port(url, {});
    await port(url, {});
    expect([tunnels.length, systemAsked.length]).toEqual([2, 4]);
    authorization = 'Basic dTpw';
    await port(url, {});
    expect(await textIn(await port(url, {}))).toBe('hello');
    expect([tunnels.length, systemAsked.length]).toEqual([3, 5]);
  });

  it('says that a proxy wants a sign-in where Chromium says only that there is no tunnel', async () => {
    const noTunnel: FetchPort = () => Promise.reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED'));
    const behind = (wanted: boolean) =>
      createTransport(
        createLanes({
          system: noTunnel,
          resolveProxy: async () => 'PROXY proxy.lab.example:8080',
          proxyStanding: async () => ({ wanted, authorization: null }),
          now: () => clock,
        }),
        () => 7,
      ).send({ url: 'https://api.lab.example/', method: 'GET', headers: {} });
    expect(await behind(true)).toMatchObject({ ok: false, problem: { code: 'proxySignIn' } });
    expect(await behind(false)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
  });

  it('leaves a proxy that is down to Chromium, which knows the next one', async () => {
    const url = await serve((_request, response) => response.end('hello'));
    const closed = createHttp();
    const address = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    expect(await textIn(await lanes(`PROXY ${address}; DIRECT`)(url, {}))).toBe('hello');
    expect(systemAsked).toEqual([url]);
  });

  it.each(['SOCKS5 127.0.0.1:1', 'HTTPS 127.0.0.1:1', 'nonsense'])('leaves %s to Chromium', async (resolved) => {
    const url = await serve((_request, response) => response.end('hello'));
    expect(await textIn(await lanes(resolved)(url, {}))).toBe('hello');
    expect(systemAsked).toEqual([url]);
  });

  it('asks the way anew after a minute', async () => {
    const url = await serve((_request, response) => response.end('hello'));
    let asked = 0;
    const port = createLanes({
      system,
      resolveProxy: async () => {
        asked += 1;
        return 'DIRECT';
      },
      now: () => clock,
    });
    await Promise.all([port(url, {}), port(url, {})]);
    await port(url, {});
    expect(asked).toBe(1);
    clock += 60_000;
    await Promise.all([port(url, {}), port(url, {})]);
    expect(asked).toBe(2);
  });

  it('sends nothing twice: a connection cut after the request was sent is told', async () => {
    let seen = 0;
    const url = await serve((request) => {
      seen += 1;
      request.socket.destroy();
    });
    await expect(lanes('DIRECT')(url, { method: 'POST', body: 'a=b' })).rejects.toThrow();
    expect([seen, systemAsked]).toEqual([1, []]);
  });
});

describe('lanes to a host with a certificate of a company of its own', () => {
  let folder: string;
  let authority: string;
  let url: string;
  let requests: number;
  let handshakesRefused: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenantry-lanes-'));
    const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', ...subject];
    execFileSync('openssl', [...made, '-keyout', keyFile, '-out', certificateFile], { stdio: 'ignore' });
    authority = readFileSync(certificateFile, 'utf8');
    requests = 0;
    handshakesRefused = 0;
    const server = createHttps({ key: readFileSync(keyFile), cert: authority }, (_request, response) => {
      requests += 1;
      response.end('hello');
    });
    server.on('tlsClientError', () => {
      handshakesRefused += 1;
    });
    url = `https://${await listen(server)}/`;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** In Chromium's place: a client that knows the company's certificates. */
  const companyWide = (): FetchPort => {
    const dispatcher = new Agent({ connect: { ca: authority } });
    return async (target, init) => {
      systemAsked.push(target);
      const { status, headers, body } = await fetchOver(target, { method: init.method, dispatcher });
      return { status, headers: new Headers([...headers]), body };
    };
  };

  it('is reached over Chromium, which knows the certificate; the fast lane tries once and sends nothing', async () => {
    const port = lanes('DIRECT', companyWide());
    for (let round = 0; round < 4; round++) expect(await textIn(await port(url, {}))).toBe('hello');
    expect(requests).toBe(4);
    expect(systemAsked).toHaveLength(4);
    expect(handshakesRefused).toBe(1);
  });

  it('is not reached when neither knows the certificate', async () => {
    const answer = await createTransport(lanes('DIRECT'), () => clock).send({ url, method: 'GET', headers: {} });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'tlsFailed' } });
    expect(requests).toBe(0);
  });
});
