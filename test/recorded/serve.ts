import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RecordedFile } from './recorded-file';

/**
 * An imitated service on loopback that answers with the files as they are. The token is the tenant's ID, so each tenant gets
 * its own file; every page after the first is empty.
 */
export async function serve(files: readonly RecordedFile[]): Promise<{ base: string; close(): void }> {
  const bodies = new Map(files.map((file) => [file.tenantId, file.body]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = bodies.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (url.pathname !== '/api/incidents' || !body) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(Number(url.searchParams.get('$skip') ?? 0) === 0 ? body : '{"value":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, close: () => server.close() };
}
