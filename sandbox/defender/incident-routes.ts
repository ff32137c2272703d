import type { Context, Hono } from 'hono';
import { READ_ROLES, WRITE_ROLES } from '../directory/roles';
import { PARTNER_APP_NAME } from '../directory/partner';
import { instant } from '../incidents/times';
import type { World } from '../world';
import { ApiError, badBody } from './api-error';
import { type Caller, identify, requireAnyRole } from './caller';
import { applyUpdate, parseUpdate } from './incident-update';
import { parseListQuery } from './list-query';

/** Counts the call against the tenant's limit. The documented refusal tells the wait in its text only. */
function countCall(world: World, { tenant }: Caller): void {
  const refusal = world.throttles.count(tenant.tenantId, 'xdr');
  if (!refusal) return;
  const { rule, waitSeconds } = refusal;
  const seconds = rule.windowSeconds ?? 60;
  const window = new Date(seconds * 1_000).toISOString().slice(11, 19);
  const told = `API calls quota exceeded! Maximum allowed ${rule.limitPerMinute} per ${window} for the key Destination+TenantID+AppID. You can send requests again in ${waitSeconds} seconds.`;
  const headers: Record<string, string> = rule.style === 'body' ? {} : { 'Retry-After': String(waitSeconds) };
  throw new ApiError(429, '429', rule.style === 'header' ? 'API calls quota exceeded!' : told, tenant.tenantId, headers);
}

async function admit(c: Context, world: World, roles: readonly string[]): Promise<Caller> {
  const caller = await identify(world, c.req.header('authorization'));
  countCall(world, caller);
  requireAnyRole(caller, roles);
  return caller;
}

function nextLink(world: World, filterText: string | null, top: number, skip: number): string {
  const query = new URLSearchParams({ ...(filterText === null ? {} : { $filter: filterText }), $top: String(top), $skip: String(skip) });
  return `${world.url}/api/incidents?${query.toString()}`;
}

async function list(c: Context, world: World): Promise<Response> {
  const { tenant } = await admit(c, world, READ_ROLES);
  const { filter, filterText, top, skip } = parseListQuery(new URL(c.req.url).search);
  const matching = world
    .book(tenant)
    .rows()
    .filter((row) => filter(row.header));
  const page = matching.slice(skip, skip + top);
  const more = world.nextLink && skip + page.length < matching.length;
  return c.json({
    '@odata.context': `${world.url}/api/$metadata#Incidents`,
    value: page.map((row) => row.incident()),
    ...(more ? { '@odata.nextLink': nextLink(world, filterText, top, skip + page.length) } : {}),
  });
}

function incidentId(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new ApiError(400, 'InvalidInput', `Invalid input '${text}': an incident ID is a number`);
  return Number(text);
}

const notFound = (id: number) => new ApiError(404, 'ResourceNotFound', `Incident ${id} was not found`);

async function get(c: Context, world: World, idText: string): Promise<Response> {
  const { tenant } = await admit(c, world, READ_ROLES);
  const id = incidentId(idText);
  const found = world.book(tenant).find(id);
  if (!found) throw notFound(id);
  return c.json({ '@odata.context': `${world.url}/api/$metadata#Incidents/$entity`, ...found });
}

async function update(c: Context, world: World, idText: string): Promise<Response> {
  const { tenant } = await admit(c, world, WRITE_ROLES);
  const id = incidentId(idText);
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw badBody('its Content-Type is not application/json.');
  const change = parseUpdate(await c.req.text());
  const at = instant(world.clock(), 3_333);
  const after = world.book(tenant).change(id, (before) => applyUpdate(before, change, PARTNER_APP_NAME, at));
  if (!after) throw notFound(id);
  return c.json({ '@odata.context': `${world.url}/api/$metadata#Incidents/$entity`, ...after });
}

/** Incidents of the Defender XDR API: list, one, update. */
export function incidentRoutes(app: Hono, world: World): void {
  app.get('/api/incidents', (c) => list(c, world));
  app.get('/api/incidents/:id', (c) => get(c, world, c.req.param('id')));
  app.patch('/api/incidents/:id', (c) => update(c, world, c.req.param('id')));
  app.all('/api/*', async (c) => {
    await identify(world, c.req.header('authorization'));
    throw new ApiError(404, 'NotFound', `No resource was found at ${c.req.method} ${c.req.path}`);
  });
}
