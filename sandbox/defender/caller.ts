import type { Tenant } from '../directory/tenants';
import type { World } from '../world';
import { ApiError } from './api-error';

/** Audiences this API takes: its URI as requested, with or without a slash, or its app ID. */
const AUDIENCES: ReadonlySet<unknown> = new Set([
  'https://api.security.microsoft.com',
  'https://api.security.microsoft.com/',
  '8ee8fdad-f234-4243-8f3b-15c294843740',
]);

export interface Caller {
  tenant: Tenant;
  roles: readonly string[];
}

const unauthorized = (message: string) => new ApiError(401, 'Unauthorized', message);

/**
 * Who calls, from the bearer token: signature, validity, audience and tenant are checked, then the tenant's subscription.
 * The tenant is the token's, as in the real service: what tenant the client thinks it asks is not part of the request.
 */
export async function identify(world: World, authorization: string | undefined): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw unauthorized('Authorization header is missing or holds no bearer token.');
  const verified = await world.signingKey.verify(token);
  if ('failure' in verified)
    throw unauthorized(verified.failure === 'expired' ? 'The access token has expired.' : 'The access token is not valid.');
  const { claims } = verified;
  if (!AUDIENCES.has(claims.aud)) throw unauthorized(`The access token was issued for another audience: '${String(claims.aud)}'.`);
  const tenant = world.directory.find(String(claims.tid));
  if (!tenant || tenant.state === 'unknownTenant') throw unauthorized('The tenant of the access token was not found.');
  if (tenant.state === 'notLicensed') throw unauthorized('Unauthorized request - reason of failure: Account mode is inactive');
  return { tenant, roles: Array.isArray(claims.roles) ? claims.roles.map(String) : [] };
}

/** Refuses a caller with none of the roles, naming both lists as the service does. */
export function requireAnyRole(caller: Caller, required: readonly string[]): void {
  if (required.some((role) => caller.roles.includes(role))) return;
  throw new ApiError(
    403,
    'Forbidden',
    `Missing application roles. API required roles: ${required.join(',')}, application roles: ${caller.roles.join(',')}.`,
  );
}
