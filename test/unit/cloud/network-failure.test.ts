import { describe, expect, it } from 'vitest';
import { isTunnelFailure, networkProblem } from '../../../main/cloud/network-failure';

const node = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) });

describe('why a request got no answer', () => {
  it.each([
    ['a refused connection (Node)', node('ECONNREFUSED'), 'unreachable', 'ECONNREFUSED'],
    ['an unknown host (Node)', node('ENOTFOUND'), 'unreachable', 'ENOTFOUND'],
    [
      'several addresses that all refused (Node)',
      new TypeError('fetch failed', { cause: new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]) }),
      'unreachable',
      'ECONNREFUSED',
    ],
    ['a reset (Chromium)', new Error('net::ERR_CONNECTION_RESET'), 'unreachable', 'ERR_CONNECTION_RESET'],
    ['no network (Chromium)', new Error('net::ERR_INTERNET_DISCONNECTED'), 'unreachable', 'ERR_INTERNET_DISCONNECTED'],
    ['an untrusted certificate (Node)', node('SELF_SIGNED_CERT_IN_CHAIN'), 'tlsFailed', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['an untrusted certificate (Chromium)', new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tlsFailed', 'ERR_CERT_AUTHORITY_INVALID'],
    ['a TLS handshake', new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'tlsFailed', 'ERR_SSL_PROTOCOL_ERROR'],
    ['a slow connection (Chromium)', new Error('net::ERR_CONNECTION_TIMED_OUT'), 'timeout', 'ERR_CONNECTION_TIMED_OUT'],
    ['slow headers (Node)', node('UND_ERR_HEADERS_TIMEOUT'), 'timeout', 'UND_ERR_HEADERS_TIMEOUT'],
  ])('%s', (_name, error, code, detail) => {
    expect(networkProblem(error, false, 5)).toEqual({ code, at: 5, detail });
  });

  it('says time-out when our own clock ended it, whatever was thrown', () => {
    expect(networkProblem(new DOMException('aborted', 'AbortError'), true, 5).code).toBe('timeout');
  });

  it('knows a redirect that was not followed', () => {
    expect(networkProblem(new TypeError('fetch failed', { cause: new Error('unexpected redirect') }), false, 5).code).toBe('unreadable');
    expect(networkProblem(new Error("Attempted to redirect, but redirect policy was 'error'"), false, 5).code).toBe('unreadable');
  });

  it("never repeats an error's own words", () => {
    expect(JSON.stringify(networkProblem(new TypeError('invalid header Bearer eyJ.secret'), false, 5))).not.toContain('eyJ');
  });

  it('tells proxy tunnels apart', () => {
    expect(isTunnelFailure(new Error('net::ERR_TUNNEL_CONNECTION_FAILED'))).toBe(true);
    expect(isTunnelFailure(node('ECONNREFUSED'))).toBe(false);
  });
});
