import type { Tenant } from '../directory/tenants';
import type { World } from '../world';
import type { StsError } from './sts-error';
import { stsErrors } from './sts-errors';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/i;

/** Names in a tenant's place that stand for "whoever signs in". */
export const SHARED_TENANTS: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

/** The tenant named in a path, or why there is none. Metadata and token endpoints name the same error differently. */
export function lookUp(
  world: World,
  name: string,
  notFound: 'invalid_tenant' | 'invalid_request',
): { tenant: Tenant } | { refused: StsError } {
  const tenant = world.directory.find(name);
  if (tenant && tenant.state !== 'unknownTenant') return { tenant };
  if (!GUID.test(name) && !DOMAIN.test(name)) return { refused: stsErrors.tenantMalformed(name) };
  return { refused: stsErrors.tenantNotFound(name, notFound) };
}
