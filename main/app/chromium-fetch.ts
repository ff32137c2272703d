import { net } from 'electron';
import type { FetchAnswer, FetchPort } from '../cloud/fetch-port';
import type { ProxyCredentials, ProxySignIn } from '../cloud/proxy/proxy-sign-in';

/**
 * Chromium's lane in main: `net.request` in place of `net.fetch`, which leaves out what a proxy that wants a sign-in asks (`login`). As `fetch` with
 * `redirect: 'error'`, without cookies and cache.
 */
export function chromiumFetch(proxies: Pick<ProxySignIn, 'answer'>): FetchPort {
  return (url, init) =>
    new Promise<FetchAnswer>((resolve, reject) => {
      const request = net.request({ url, method: init.method ?? 'GET', redirect: 'error', cache: 'no-store', credentials: 'omit' });
      new Headers(init.headers).forEach((value, name) => request.setHeader(name, value));
      let refused: ProxyCredentials | null = null;
      const signIn = async (info: Electron.AuthInfo, answer: (username?: string, password?: string) => void) => {
        // A service that asks so itself is answered in its own way, with tokens, or not at all.
        refused = info.isProxy ? await proxies.answer(info, refused) : null;
        if (refused) answer(refused.username, refused.password);
        else answer();
      };
      request.on('login', (info, answer) => void signIn(info, answer));
      request.on('response', (response) => {
        // It may end with an error before anybody reads it, or when nobody does.
        response.on('error', () => undefined);
        resolve({ status: response.statusCode, headers: headersOf(response.headers), body: chunksOf(response) });
      });
      request.on('error', reject);
      const abort = () => {
        reject(new DOMException('The request was cancelled.', 'AbortError'));
        request.abort();
      };
      if (init.signal?.aborted) {
        abort();
        return;
      }
      init.signal?.addEventListener('abort', abort, { once: true });
      request.on('close', () => init.signal?.removeEventListener('abort', abort));
      request.end(typeof init.body === 'string' ? init.body : undefined);
    });
}

function headersOf(received: Record<string, string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) for (const one of [value].flat()) headers.append(name, one);
  return headers;
}

/** The answer is a stream of Node's, which Electron's types do not say. */
function chunksOf(response: Electron.IncomingMessage): AsyncIterable<Uint8Array> | null {
  return Symbol.asyncIterator in response ? (response as Electron.IncomingMessage & AsyncIterable<Uint8Array>) : null;
}
