import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type ProtocolResponse, type Session } from 'electron';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';

export const APP_ORIGIN = 'app://tenantry';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const NOT_FOUND = answer(404, 'text/plain', Buffer.from('Not found'));

/** Makes `app:` a standard, secure scheme. Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page of `root` under `app://tenantry` in one session, with the security headers on every answer.
 * Not by `protocol.handle`: its first request makes main read all of Node's fetch, before the page has a line to show.
 * @returns settles when the first script was answered
 */
export function serveApp(session: Session, root: string): Promise<void> {
  return new Promise((resolve) => {
    const serve = async (url: string, send: (response: ProtocolResponse) => void): Promise<void> => {
      send(await answerOf(url, root));
      if (new URL(url).pathname.endsWith('.js')) resolve();
    };
    session.protocol.registerBufferProtocol('app', ({ url }, send) => void serve(url, send));
  });
}

async function answerOf(url: string, root: string): Promise<ProtocolResponse> {
  const file = fileOf(url, root);
  if (file === null) return NOT_FOUND;
  try {
    return answer(200, TYPES[extname(file)] ?? 'application/octet-stream', await readFile(file));
  } catch {
    return NOT_FOUND;
  }
}

/** Whether a URL is one of our own pages. */
export function isAppUrl(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol: scheme, host } = new URL(url);
  return scheme === 'app:' && host === 'tenantry';
}

/** The file an `app:` URL means, or null when it leaves `root` or our host. */
export function fileOf(url: string, root: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'tenantry') return null;
  const wanted = normalize(join(root, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  return wanted.startsWith(root + sep) ? wanted : null;
}

function answer(statusCode: number, type: string, data: Buffer): ProtocolResponse {
  return {
    statusCode,
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      // No opener policy: there is no opener, and for it Chromium would load the page in a second process of its own.
      'referrer-policy': 'no-referrer',
    },
    data,
  };
}
