import type { Problem } from '../../contract/problem';
import type { AnswerHeaders, FetchPort } from './fetch-port';
import { networkProblem, isTunnelFailure } from './network-failure';
import { BodyRefused, readBody } from './read-body';
import { serviceUrlFault } from './service-url';

export interface TransportLimits {
  /** Until the status line and headers are there, connecting included (ms). */
  headersMs: number;
  /** Until the whole body is there, counted from the start (ms). */
  bodyMs: number;
  /** Largest body accepted, after decompression (bytes). */
  maxBytes: number;
}

export const DEFAULT_LIMITS: TransportLimits = { headersMs: 30_000, bodyMs: 120_000, maxBytes: 64 * 1024 * 1024 };

export interface TransportRequest {
  url: string;
  method: 'GET' | 'POST' | 'PATCH';
  headers: Record<string, string>;
  body?: string;
  /** Ends the request early. The answer is then a failure; ask the signal why. */
  signal?: AbortSignal;
  /** Is handed the body of a success while it comes, in place of `bytes`, which then stay empty. What it throws is thrown. */
  onBody?(chunk: Uint8Array): void;
  /** Takes room for so many more bytes before they are kept; null: it was there. How long it is waited for counts for no clock. */
  room?(bytes: number): Promise<void> | null;
}

/** What the service answered, whatever its status. */
export interface Answer {
  status: number;
  headers: AnswerHeaders;
  /** The body as it came, decompressed. */
  bytes: Uint8Array;
  /** The same still packed, where it came so. */
  gzip?: Uint8Array;
}

export type TransportResult =
  | { ok: true; answer: Answer }
  | { ok: false; problem: Problem /** The answer was larger than is accepted. */; tooLarge?: boolean };

interface Sent {
  result: TransportResult;
  /** A proxy did not let the request through. */
  tunnel: boolean;
}

export interface Transport {
  /** Never throws for what the network does. */
  send(request: TransportRequest): Promise<TransportResult>;
}

/**
 * The only way requests leave: no redirects (they would carry the token elsewhere), no cookies, no cache, with a clock on
 * connecting and on the whole body. Messages of failures hold the network's own code and never a header.
 */
export function createTransport(fetchPort: FetchPort, now: () => number, limits: TransportLimits = DEFAULT_LIMITS): Transport {
  const once = async (request: TransportRequest): Promise<Sent> => {
    const end = new AbortController();
    let late = false;
    const tooLate = (): void => {
      late = true;
      end.abort();
    };
    const headersTimer = setTimeout(tooLate, limits.headersMs);
    let bodyTimer = setTimeout(tooLate, limits.bodyMs);
    const room = async (bytes: number): Promise<void> => {
      const waiting = request.room?.(bytes);
      if (!waiting) return;
      clearTimeout(bodyTimer);
      await waiting;
      bodyTimer = setTimeout(tooLate, limits.bodyMs);
    };
    // By hand: `AbortSignal.any` costs more than the rest of asking.
    const endEarly = (): void => end.abort();
    if (request.signal?.aborted) end.abort();
    else request.signal?.addEventListener('abort', endEarly, { once: true });
    try {
      const init: RequestInit & { cache: 'no-store' } = {
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: end.signal,
      };
      const response = await fetchPort(request.url, init);
      clearTimeout(headersTimer);
      const body = await readBody(response, limits.maxBytes, { room, onBody: response.status < 300 ? request.onBody : undefined });
      if (response.status === 407) {
        const asked: Problem = { code: 'proxySignIn', at: now(), httpStatus: 407, detail: 'The proxy wants a sign-in.' };
        return { result: { ok: false, problem: asked }, tunnel: true };
      }
      if (body !== null) {
        return { result: { ok: true, answer: { status: response.status, headers: response.headers, ...body } }, tunnel: false };
      }
      const detail = `The answer is larger than ${limits.maxBytes} bytes.`;
      const problem: Problem = { code: 'unreadable', at: now(), httpStatus: response.status, detail };
      return { result: { ok: false, problem, tooLarge: true }, tunnel: false };
    } catch (error) {
      if (error instanceof BodyRefused) throw error.cause;
      return { result: { ok: false, problem: networkProblem(error, late, now()) }, tunnel: isTunnelFailure(error) };
    } finally {
      clearTimeout(headersTimer);
      clearTimeout(bodyTimer);
      request.signal?.removeEventListener('abort', endEarly);
    }
  };

  return {
    async send(request) {
      const fault = serviceUrlFault(request.url);
      if (fault) return { ok: false, problem: { code: 'refused', at: now(), detail: `Not sent: the address ${fault}.` } };
      const first = await once(request);
      // The first request of a fresh session through an authenticating proxy fails now and then.
      const last = first.tunnel && !request.signal?.aborted ? await once(request) : first;
      return last.result;
    },
  };
}
