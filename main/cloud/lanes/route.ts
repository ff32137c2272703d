/** How a host is reached. `system`: in a way only Chromium knows how to go. */
export type Route = { kind: 'direct' } | { kind: 'proxy'; url: string } | { kind: 'system' };

/**
 * The first way in an answer of Chromium's proxy resolver, in the words of a PAC script: `DIRECT`, or `PROXY host:port; DIRECT`.
 * Proxies spoken to over TLS or SOCKS are Chromium's. What comes after the first way is as well: it is for when that fails.
 */
export function routeOf(resolved: string): Route {
  const { kind, at } = firstWay(resolved);
  if (/^direct$/i.test(kind)) return { kind: 'direct' };
  if (/^proxy$/i.test(kind) && at && URL.canParse(`http://${at}`)) return { kind: 'proxy', url: `http://${at}` };
  return { kind: 'system' };
}

/** The proxy of the first way, as `host:port`; null: there is none that could ask for a sign-in. */
export function proxyOf(resolved: string): string | null {
  const { kind, at } = firstWay(resolved);
  return /^https?$|^proxy$/i.test(kind) && at ? at : null;
}

function firstWay(resolved: string): { kind: string; at: string | undefined } {
  const [kind = '', at] = (resolved.split(';')[0] ?? '').trim().split(/\s+/);
  return { kind, at };
}
