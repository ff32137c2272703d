import { i18n } from '@lingui/core';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const MAX_ADDRESS = 8 * 1024;
/** A browser sends along whatever cookies other programs on localhost have set. */
const MAX_HEADERS = 32 * 1024;
const PATIENCE_MS = 5_000;
const MAX_CONNECTIONS = 16;

/** The same for every answer: who calls learns nothing, and nothing of the address is repeated. */
const page = () => `<!doctype html>
<html lang="${i18n.locale}">
<meta charset="utf-8">
<title>Tenantry</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:28em;padding:0 1em;color-scheme:light dark}h1{font-size:1.3em}</style>
<h1>${i18n.t('Thank you.')}</h1>
<p>${i18n.t('The answer was handed to Tenantry. You can close this window.')}</p>
</html>
`;
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
} as const;

export interface LoopbackServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens on loopback for browsers that come back from the login service (RFC 8252, section 7.3), on the first of the ports that can be had (0: any).
 * Null when there is none. `onAnswer` gets the parameters of every request to the path, and believes none of them.
 */
export async function listenOnLoopback(parts: {
  path: string;
  ports: readonly number[];
  onAnswer(parameters: URLSearchParams): void;
}): Promise<LoopbackServer | null> {
  const server = createServer({ maxHeaderSize: MAX_HEADERS, headersTimeout: PATIENCE_MS, requestTimeout: PATIENCE_MS });
  server.maxConnections = MAX_CONNECTIONS;
  if (!(await listensOnOneOf(server, parts.ports))) return null;
  const { port } = server.address() as AddressInfo;
  server.on('request', (request, response) => answer(request, response, { ...parts, port }));
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { port, path, onAnswer }: { port: number; path: string; onAnswer(parameters: URLSearchParams): void },
): void {
  // A page elsewhere that points its own name at this computer comes with that name.
  if (![`localhost:${port}`, `127.0.0.1:${port}`].includes(request.headers.host ?? '')) return refuse(response, 421);
  const address = request.url ?? '';
  if (address.length > MAX_ADDRESS) return refuse(response, 414);
  const base = `http://localhost:${port}`;
  if (!address.startsWith('/') || !URL.canParse(address, base)) return refuse(response, 400);
  const { pathname, searchParams } = new URL(address, base);
  if (pathname !== path) return refuse(response, 404);
  if (request.method !== 'GET') return refuse(response, 405);
  // Once the page is out: whoever waits for the answer may close the place.
  response.once('close', () => onAnswer(searchParams));
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(page());
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, HEADERS).end();
}

async function listensOnOneOf(server: Server, ports: readonly number[]): Promise<boolean> {
  for (const port of ports) if (await listens(server, port)) return true;
  return false;
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = () => resolve(false);
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
