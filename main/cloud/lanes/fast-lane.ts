import type { Readable } from 'node:stream';
import type * as Undici from 'undici';
import type { Dispatcher } from 'undici';
import type { AnswerHeaders, FetchAnswer } from '../fetch-port';

/** Connections to one host at a time (docs/decisions/0017-transport.md). */
const CONNECTIONS = 96;
const CONNECT_MS = 10_000;
/** How long an answer may stand still. */
const STALL_MS = 30_000;

/** A plain proxy on the way. */
export interface FastProxy {
  url: string;
  /** The `Proxy-Authorization` header; null: none. */
  authorization: string | null;
}

/** Requests over a pool of kept connections of our own, through no proxy or a plain one. Certificates are checked against Node's list. */
export class FastLane {
  /** With the first request; asking for it with each costs more than sending one. */
  #undici: Promise<typeof Undici> | null = null;
  readonly #ways = new Map<string, Promise<Dispatcher>>();

  /** As `fetch` with `redirect: 'error'`, without cookies and cache. `proxy`: null for none. */
  async fetch(url: string, init: RequestInit, proxy: FastProxy | null): Promise<FetchAnswer> {
    const { request } = await (this.#undici ??= import('undici'));
    const { statusCode, headers, body } = await request(url, {
      dispatcher: await this.#way(proxy),
      method: init.method ?? 'GET',
      headers: { 'user-agent': 'Tenantry', ...plain(init.headers), 'accept-encoding': 'gzip' },
      body: typeof init.body === 'string' ? init.body : null,
      signal: init.signal ?? null,
    });
    // It may end with an error before anybody reads it, or when nobody does.
    body.on('error', () => undefined);
    if (statusCode >= 300 && statusCode < 400 && headers['location'] !== undefined) {
      body.destroy();
      throw new TypeError('unexpected redirect');
    }
    return { status: statusCode, headers: new ReceivedHeaders(headers), body, ...packing(body, headers['content-encoding']) };
  }

  #way(proxy: FastProxy | null): Promise<Dispatcher> {
    const key = proxy === null ? '' : `${proxy.url} ${proxy.authorization ?? ''}`;
    const known = this.#ways.get(key);
    if (known) return known;
    const options = { connections: CONNECTIONS, bodyTimeout: STALL_MS, headersTimeout: 0, connect: { timeout: CONNECT_MS } };
    const way = import('undici').then(({ Agent, ProxyAgent }) =>
      proxy === null
        ? new Agent(options)
        : new ProxyAgent({ ...options, uri: proxy.url, ...(proxy.authorization === null ? {} : { token: proxy.authorization }) }),
    );
    this.#ways.set(key, way);
    return way;
  }
}

/** As a record. Where they are one already they are not made `Headers` first, which takes as long as a tenth of the request. */
function plain(headers: RequestInit['headers']): Record<string, string> {
  const isPlain = headers !== undefined && !(headers instanceof Headers) && !Array.isArray(headers);
  return isPlain && Object.values(headers).every((value) => typeof value === 'string')
    ? (headers as Record<string, string>)
    : Object.fromEntries(new Headers(headers));
}

/** Named in lower case, as they are received; several of one name are one, parted by commas. */
class ReceivedHeaders implements AnswerHeaders {
  constructor(private readonly received: Record<string, string | string[] | undefined>) {}

  get(name: string): string | null {
    const value = this.received[name.toLowerCase()];
    return value === undefined ? null : [value].flat().join(', ');
  }

  *[Symbol.iterator](): Iterator<[string, string]> {
    for (const name of Object.keys(this.received)) yield [name, this.get(name) ?? ''];
  }
}

function packing(body: Readable, encoding: string | string[] | undefined): Pick<FetchAnswer, 'packed'> {
  if (encoding === undefined || encoding === 'identity') return {};
  if (encoding === 'gzip') return { packed: 'gzip' };
  body.destroy();
  throw new TypeError('the answer is packed in a way that was not asked for');
}

/** Failures before anything was sent: asking again in another way sends nothing twice. */
const NOT_SENT = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT)$/;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|^ERR_TLS/;

/** Why the fast lane did not even reach the service: `host` unreachable, or a `lane` that does not lead there. Null: it did, or may have. */
export function dead(error: unknown): 'host' | 'lane' | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CERTIFICATE.test(code) || error.message.startsWith('Proxy response')) return 'lane';
  return NOT_SENT.test(code) ? 'host' : null;
}
