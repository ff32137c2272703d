import type { Context, Hono } from 'hono';
import { PARTNER_APP_NAME } from '../directory/partner';
import type { Tenant } from '../directory/tenants';
import type { BookRow } from '../incidents/book';
import { instant } from '../incidents/times';
import type { SandboxIncident } from '../types';
import type { World } from '../world';
import type { Place } from './graph-alert';
import { ALERT_READ, admit, INCIDENT_READ, INCIDENT_WRITE } from './graph-caller';
import { GraphError } from './graph-error';
import { graphFilter } from './graph-filter';
import { graphAlerts, graphComments, graphIncident } from './graph-incident';
import { graphPage, parseGraphQuery } from './graph-query';
import { commented, patched } from './graph-update';
import { Spelling } from './spelling';

const INCIDENTS = '/v1.0/security/incidents';
const ALERTS = '/v1.0/security/alerts_v2';
const SHARED = ['assignedTo', 'classification', 'createdDateTime', 'determination', 'lastUpdateDateTime', 'severity', 'status'];
/** Filters name values as the schema spells them, whatever an answer looks like. */
const SCHEMA = new Spelling('schema', true);

const placeOf = ({ tenantId }: Tenant): Place => ({ tenantId, portal: 'https://security.microsoft.com' });

function spellingFor(c: Context, world: World): Spelling {
  return new Spelling(world.graph.spelling, /include-unknown-enum-members/i.test(c.req.header('prefer') ?? ''));
}

const context = (what: string) => ({ '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#security/${what}` });

/** A property of an incident for `$filter`; only what the list's header lacks makes the whole incident. */
function incidentValue({ header, incident }: BookRow, property: string): unknown {
  switch (property) {
    case 'createdDateTime':
      return header.createdTime;
    case 'lastUpdateDateTime':
      return header.lastUpdateTime;
    case 'assignedTo':
      return header.assignedTo;
    case 'status':
      return SCHEMA.member(header.status);
    default:
      return graphIncident(incident(), { tenantId: '', portal: '' }, SCHEMA, false)[property];
  }
}

async function listIncidents(c: Context, world: World): Promise<Response> {
  const tenant = await admit(c, world, INCIDENT_READ);
  const query = parseGraphQuery(new URL(c.req.url).search, { most: 50, usual: 50, canExpand: true });
  if (query.expand && tenant.state === 'graphExpandFails') {
    throw new GraphError(504, 'GatewayTimeout', 'The request timed out while alerts were expanded.');
  }
  const matches = query.filter === null ? () => true : graphFilter(query.filter, SHARED, incidentValue);
  const spelling = spellingFor(c, world);
  const rows = world
    .book(tenant)
    .rows()
    .filter((row) => matches(row));
  const show = (row: BookRow) =>
    graphIncident(world.graph.settling.seen(tenant.tenantId, row.incident()), placeOf(tenant), spelling, query.expand);
  return c.json({ ...context('incidents'), ...graphPage(`${world.url}${INCIDENTS}`, query, rows, show) });
}

async function listAlerts(c: Context, world: World): Promise<Response> {
  const tenant = await admit(c, world, ALERT_READ);
  const query = parseGraphQuery(new URL(c.req.url).search, { most: 1_000, usual: 100, canExpand: false });
  const properties = [...SHARED, 'serviceSource'];
  const schema = world
    .book(tenant)
    .rows()
    .flatMap((row) => {
      const incident = row.incident();
      const shown = graphAlerts(incident, placeOf(tenant), spellingFor(c, world));
      return graphAlerts(incident, placeOf(tenant), SCHEMA).map((alert, index) => ({ alert, shown: shown[index] }));
    });
  const matches =
    query.filter === null
      ? () => true
      : graphFilter<(typeof schema)[number]>(query.filter, properties, ({ alert }, property) => alert[property]);
  return c.json({ ...context('alerts_v2'), ...graphPage(`${world.url}${ALERTS}`, query, schema.filter(matches), ({ shown }) => shown) });
}

const notFound = (id: string) => new GraphError(404, 'NotFound', `Incident with id ${id} was not found.`);

function find(world: World, tenant: Tenant, id: string): SandboxIncident {
  const found = /^\d{1,15}$/.test(id) ? world.book(tenant).find(Number(id)) : undefined;
  if (!found) throw notFound(id);
  return found;
}

async function getIncident(c: Context, world: World, id: string): Promise<Response> {
  const tenant = await admit(c, world, INCIDENT_READ);
  const expand = c.req.query('$expand');
  if (expand !== undefined && expand !== 'alerts')
    throw new GraphError(400, 'BadRequest', `Could not find a property named '${expand}' to expand.`);
  const expanded = expand === 'alerts';
  const seen = world.graph.settling.seen(tenant.tenantId, find(world, tenant, id));
  return c.json({ ...context('incidents/$entity'), ...graphIncident(seen, placeOf(tenant), spellingFor(c, world), expanded) });
}

/** Changes an incident for good; reads through Graph may go on showing what it was for a while. */
async function change(c: Context, world: World, id: string, make: (before: SandboxIncident, body: string, at: string) => SandboxIncident) {
  const tenant = await admit(c, world, INCIDENT_WRITE);
  const before = find(world, tenant, id);
  const body = await c.req.text();
  const after = make(before, body, instant(world.clock(), 3_333));
  world.book(tenant).change(Number(id), () => after);
  world.graph.settling.note(tenant.tenantId, before);
  return { tenant, after };
}

async function patchIncident(c: Context, world: World, id: string): Promise<Response> {
  const { tenant, after } = await change(c, world, id, patched);
  return c.json({ ...context('incidents/$entity'), ...graphIncident(after, placeOf(tenant), spellingFor(c, world), false) });
}

async function addComment(c: Context, world: World, id: string): Promise<Response> {
  const { after } = await change(c, world, id, (before, body, at) => commented(before, body, PARTNER_APP_NAME, at));
  return c.json({ ...context(`incidents('${id}')/comments`), value: graphComments(after, spellingFor(c, world)) });
}

/** Incidents and alerts of Microsoft Graph's security API, over the same incidents as the Defender XDR API. */
export function graphRoutes(app: Hono, world: World): void {
  app.get(INCIDENTS, (c) => listIncidents(c, world));
  app.get(`${INCIDENTS}/:id`, (c) => getIncident(c, world, c.req.param('id')));
  app.patch(`${INCIDENTS}/:id`, (c) => patchIncident(c, world, c.req.param('id')));
  app.post(`${INCIDENTS}/:id/comments`, (c) => addComment(c, world, c.req.param('id')));
  app.get(ALERTS, (c) => listAlerts(c, world));
  app.all('/v1.0/*', (c) => {
    throw new GraphError(400, 'BadRequest', `Resource not found for the segment '${c.req.path.split('/').at(-1) ?? ''}'.`);
  });
}
