import { LISTENER_PATH } from './consent-listener';

/**
 * Reads a pasted address a browser ended on. It must be on a registered address of the tenant's apps (a portal may have moved the browser on within itself),
 * or on our own loopback address, at any port: the link may have been made while another one was in use.
 */
export function readRedirectAddress(
  pasted: string,
  registered: readonly string[],
): { ok: true; parameters: URLSearchParams } | { ok: false; why: 'noAddress' | 'otherAddress' } {
  const text = pasted.trim();
  if (/\s/.test(text) || !URL.canParse(text)) return { ok: false, why: 'noAddress' };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || !['http:', 'https:'].includes(url.protocol)) return { ok: false, why: 'otherAddress' };
  const own = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname) && url.pathname === LISTENER_PATH;
  if (!own && !registered.some((address) => new URL(address).origin === url.origin)) return { ok: false, why: 'otherAddress' };
  return { ok: true, parameters: url.searchParams };
}
