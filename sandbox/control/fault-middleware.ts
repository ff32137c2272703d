import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Next } from 'hono';
import type { FaultRule } from '../types';
import type { World } from '../world';
import { requestFacts } from './request-facts';

const bindings = (c: Context): HttpBindings => c.env as HttpBindings;

/** The rule's own answer instead of the real one. */
function ownAnswer(rule: FaultRule): Response {
  const text = typeof rule.body === 'string' ? rule.body : JSON.stringify(rule.body ?? {});
  return new Response(text, {
    status: rule.status ?? 200,
    headers: { 'content-type': rule.contentType ?? 'application/json; charset=utf-8', ...rule.headers },
  });
}

function cut(c: Context): Response {
  bindings(c).outgoing.socket?.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Announces the whole answer and sends the beginning of it; what follows is `end`'s. */
async function truncated(c: Context, bytes: number, end: () => Promise<void>): Promise<Response> {
  const whole = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = bindings(c);
  outgoing.writeHead(c.res.status, { ...Object.fromEntries(c.res.headers), 'content-length': whole.length });
  await new Promise<void>((sent) => {
    outgoing.write(whole.subarray(0, Math.min(bytes, whole.length - 1)), () => sent());
  });
  await end();
  outgoing.socket?.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function apply(c: Context, world: World, rule: FaultRule | undefined, next: Next): Promise<Response | undefined> {
  if (rule?.delayMs) await wait(rule.delayMs);
  if (rule?.hang) await world.faults.hang();
  if (rule?.reset) return cut(c);
  if (rule && (rule.status !== undefined || rule.body !== undefined)) return ownAnswer(rule);
  await next();
  if (rule?.stall !== undefined) return truncated(c, rule.stall, () => world.faults.hang());
  return rule?.truncate === undefined ? undefined : truncated(c, rule.truncate, async () => undefined);
}

/** Latency, faults and the log, around every request but those of the control. */
export function weather(world: World) {
  return async (c: Context, next: Next): Promise<Response | undefined> => {
    const { kind, path, query, tenantId } = requestFacts(world, c.req.raw);
    const at = new Date().toISOString();
    if (world.latencyMs > 0) await wait(world.latencyMs);
    const response = await apply(c, world, world.faults.take(kind, tenantId), next);
    const status = response === RESPONSE_ALREADY_SENT ? 0 : (response ?? c.res).status;
    world.log.add({ method: c.req.method, path, query, tenantId, status, at });
    if (response && response !== RESPONSE_ALREADY_SENT) return response;
    if (response) c.res = response;
    return undefined;
  };
}
