import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, Next } from 'hono';

const packed = promisify(gzip);
/** Less is sent as it is. */
const WORTH_IT = 1_024;

/** Sends what is worth it as gzip where the caller takes that, as the services do. In one piece: a stream of Node 20's own now and then never ended. */
export async function gzipped(c: Context, next: Next): Promise<void> {
  await next();
  if (!/\bgzip\b/i.test(c.req.header('accept-encoding') ?? '') || c.res.headers.has('content-encoding') || !c.res.body) return;
  const { status, headers } = c.res;
  const body = Buffer.from(await c.res.arrayBuffer());
  const answer = body.length < WORTH_IT ? body : await packed(body);
  c.res = new Response(new Uint8Array(answer), { status, headers });
  c.res.headers.delete('content-length');
  if (answer === body) return;
  c.res.headers.set('content-encoding', 'gzip');
  c.res.headers.append('vary', 'Accept-Encoding');
}
