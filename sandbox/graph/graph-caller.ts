import type { Context } from 'hono';
import type { Tenant } from '../directory/tenants';
import type { World } from '../world';
import { GraphError } from './graph-error';

/** Audiences Graph takes: its URI as requested, with or without a slash, or its app ID. */
const AUDIENCES: ReadonlySet<unknown> = new Set([
  'https://graph.microsoft.com',
  'https://graph.microsoft.com/',
  '00000003-0000-0000-c000-000000000000',
]);

export const INCIDENT_READ = ['SecurityIncident.Read.All', 'SecurityIncident.ReadWrite.All'] as const;
export const INCIDENT_WRITE = ['SecurityIncident.ReadWrite.All'] as const;
/** Alerts may be read with the roles of incidents too (seen in the service's own refusals). */
export const ALERT_READ = ['SecurityAlert.Read.All', 'SecurityAlert.ReadWrite.All', ...INCIDENT_READ] as const;

const unauthenticated = (message: string) => new GraphError(401, 'InvalidAuthenticationToken', message);

async function identify(world: World, authorization: string | undefined): Promise<{ tenant: Tenant; roles: readonly string[] }> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated('Access token is empty.');
  const verified = await world.signingKey.verify(token);
  if ('failure' in verified)
    throw unauthenticated(
      verified.failure === 'expired' ? 'Lifetime validation failed, the token is expired.' : 'Access token validation failure.',
    );
  const { claims } = verified;
  if (!AUDIENCES.has(claims.aud)) throw unauthenticated('Access token validation failure. Invalid audience.');
  const tenant = world.directory.find(String(claims.tid));
  if (!tenant || tenant.state === 'unknownTenant') throw unauthenticated('The tenant of the access token was not found.');
  return { tenant, roles: Array.isArray(claims.roles) ? claims.roles.map(String) : [] };
}

/** Counts the call against the tenant's limit on Graph; a refusal says the wait in its header. */
function countCall(world: World, tenant: Tenant): void {
  const refusal = world.throttles.count(tenant.tenantId, 'graph');
  if (refusal) throw new GraphError(429, 'TooManyRequests', 'Too many requests.', { 'Retry-After': String(refusal.waitSeconds) });
}

/** Lets a call in, or throws what Graph refuses it with: token, limit, roles and then the tenant's subscription, in this order. */
export async function admit(c: Context, world: World, required: readonly string[]): Promise<Tenant> {
  const { tenant, roles } = await identify(world, c.req.header('authorization'));
  countCall(world, tenant);
  if (!required.some((role) => roles.includes(role))) {
    const message = `Missing application roles. API required roles: ${required.join(',')}, application roles: ${roles.join(',')}.`;
    throw new GraphError(403, 'Forbidden', message);
  }
  if (tenant.state === 'notLicensed') throw new GraphError(403, 'Forbidden', `Tenant ${tenant.tenantId}: Account is not provisioned.`);
  return tenant;
}
