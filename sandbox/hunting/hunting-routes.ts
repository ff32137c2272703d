import { setTimeout as wait } from 'node:timers/promises';
import type { Context, Hono } from 'hono';
import { ApiError, badBody } from '../defender/api-error';
import { identify, requireAnyRole } from '../defender/caller';
import type { Tenant } from '../directory/tenants';
import { admit } from '../graph/graph-caller';
import { badRequest, GraphError } from '../graph/graph-error';
import type { World } from '../world';
import { HuntingRefusal, runQuery } from './run-query';

const GRAPH_HUNTING = '/v1.0/security/runHuntingQuery';
const XDR_HUNTING = '/api/advancedhunting/run';

/** The body as an object; null: none. */
async function bodyOf(c: Context): Promise<Readonly<Record<string, unknown>> | null> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return null;
  try {
    const body: unknown = JSON.parse(await c.req.text());
    return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** Waits as long as the tenant's queries take. */
async function takeTime(world: World, tenant: Tenant): Promise<void> {
  const { takesMs } = world.hunting.of(tenant.tenantId);
  if (takesMs) await wait(takesMs);
}

async function graphHunt(c: Context, world: World): Promise<Response> {
  const tenant = await admit(c, world, ['ThreatHunting.Read.All']);
  const body = await bodyOf(c);
  const query = body?.Query ?? body?.query;
  const timespan = body?.Timespan ?? body?.timespan ?? null;
  if (typeof query !== 'string' || (timespan !== null && typeof timespan !== 'string')) throw badRequest('Invalid request body.');
  await takeTime(world, tenant);
  try {
    const { schema, results } = runQuery(world, tenant, query, timespan);
    return c.json({ '@odata.context': `${world.url}/v1.0/$metadata#microsoft.graph.security.huntingQueryResults`, schema, results });
  } catch (error) {
    if (!(error instanceof HuntingRefusal)) throw error;
    const headers: Record<string, string> = error.waitSeconds === undefined ? {} : { 'Retry-After': String(error.waitSeconds) };
    throw new GraphError(
      error.status,
      error.status === 429 ? 'TooManyRequests' : error.status === 400 ? 'BadRequest' : 'InternalServerError',
      error.message,
      headers,
    );
  }
}

async function xdrHunt(c: Context, world: World): Promise<Response> {
  const caller = await identify(world, c.req.header('authorization'));
  const refusal = world.throttles.count(caller.tenant.tenantId, 'xdr');
  if (refusal)
    throw new ApiError(
      429,
      '429',
      `API calls quota exceeded! You can send requests again in ${refusal.waitSeconds} seconds.`,
      caller.tenant.tenantId,
    );
  requireAnyRole(caller, ['AdvancedHunting.Read.All']);
  const query = (await bodyOf(c))?.Query;
  if (typeof query !== 'string') throw badBody('Query is missing.');
  await takeTime(world, caller.tenant);
  const started = performance.now();
  try {
    const { schema, results } = runQuery(world, caller.tenant, query, null);
    const stats = {
      ExecutionTime: (performance.now() - started) / 1_000,
      resource_usage: {
        cpu: { user: '00:00:00.0156250', kernel: '00:00:00', 'total cpu': '00:00:00.0156250' },
        memory: { peak_per_node: 8_388_608 },
      },
      dataset_statistics: [{ table_row_count: results.length, table_size: results.length * 200 }],
    };
    return c.json({ Stats: stats, Schema: schema.map(({ name, type }) => ({ Name: name, Type: type })), Results: results });
  } catch (error) {
    if (!(error instanceof HuntingRefusal)) throw error;
    throw new ApiError(
      error.status,
      error.status === 429 ? '429' : error.status === 400 ? 'BadRequest' : 'InternalServerError',
      error.message,
    );
  }
}

/** Advanced hunting on both surfaces, over the same telemetry. */
export function huntingRoutes(app: Hono, world: World): void {
  app.post(GRAPH_HUNTING, (c) => graphHunt(c, world));
  app.post(XDR_HUNTING, (c) => xdrHunt(c, world));
}
