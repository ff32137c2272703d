import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const TRIES = 50;

function tryPort(server: Server, port: number): Promise<'listening' | 'taken'> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve('taken') : reject(error));
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve('listening');
    });
  });
}

/** A server on loopback, at the wanted port or the next free one; 0 takes any. The listener follows once the port is known. */
export async function listenOnLoopback(
  wanted: number,
): Promise<{ port: number; serve(listener: RequestListener): void; close(): Promise<void> }> {
  const server = createServer();
  server.keepAliveTimeout = 60_000;
  for (let offset = 0; offset <= TRIES; offset += 1) {
    if ((await tryPort(server, wanted === 0 ? 0 : wanted + offset)) === 'taken') continue;
    return {
      port: (server.address() as AddressInfo).port,
      serve: (listener) => server.on('request', listener),
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  throw new Error(`no free port from ${wanted} to ${wanted + TRIES}`);
}
