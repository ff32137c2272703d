import type { Problem } from '../../contract/problem';

const TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|EPROTO/;
const TIMEOUT = /TIMED_?OUT|TIMEOUT/;

/** Chromium says `net::ERR_…` in the message; Node hides a system code in `cause`, or in the errors of several attempts. */
function netCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const chromium = /net::(ERR_\w+)/.exec(error.message)?.[1];
  if (chromium) return chromium;
  const code: unknown = 'code' in error ? error.code : null;
  if (typeof code === 'string' && code !== '') return code;
  if (error instanceof AggregateError) return netCode(error.errors[0]);
  return error.cause === undefined ? null : netCode(error.cause);
}

function messages(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return error.cause === undefined ? error.message : `${error.message} ${messages(error.cause)}`;
}

/**
 * Why a request got no answer. In: what fetch threw, and whether our own clock ended it.
 * The detail is the network's code, or our own words: never the error's text, which could quote a header.
 */
export function networkProblem(error: unknown, timedOut: boolean, at: number): Problem {
  if (timedOut) return { code: 'timeout', at, detail: 'No complete answer in time.' };
  if (error instanceof Error && error.name === 'AbortError') return { code: 'unreachable', at, detail: 'The request was cancelled.' };
  if (/redirect/i.test(messages(error))) {
    return {
      code: 'unreadable',
      at,
      detail: 'The answer was a redirect to another address, which is not followed. A proxy or sign-in page may stand in between.',
    };
  }
  const code = netCode(error);
  if (code === null) return { code: 'unreachable', at, detail: 'The connection failed.' };
  if (/PROXY_AUTH/.test(code)) return { code: 'proxySignIn', at, detail: code };
  if (TLS.test(code) && !TIMEOUT.test(code)) return { code: 'tlsFailed', at, detail: code };
  if (TIMEOUT.test(code)) return { code: 'timeout', at, detail: code };
  return { code: 'unreachable', at, detail: code };
}

/** A proxy that did not let the request through; worth one more try. */
export function isTunnelFailure(error: unknown): boolean {
  return /TUNNEL_CONNECTION_FAILED|PROXY_CONNECTION_FAILED|PROXY_AUTH/.test(netCode(error) ?? '');
}
