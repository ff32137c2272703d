import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RecordedFile } from './recorded-file';

/** Where each surface has its list. */
const PATHS = { xdr: '/api/incidents', graph: '/v1.0/security/incidents' } as const;

/**
 * An imitated service on loopback that answers with the files as they are. The token is the tenant's ID, so each tenant gets
 * its own file; every page after the first is empty.
 */
export async function serve(files: readonly RecordedFile[]): Promise<{ base: string; close(): void }> {
  const served = new Map(files.map((file) => [file.tenantId, file]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = served.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (!file || url.pathname !== PATHS[file.surface]) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(Number(url.searchParams.get('$skip') ?? 0) === 0 ? file.body : '{"value":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, close: () => server.close() };
}
