import type { Tenant } from '../directory/tenants';
import type { World } from '../world';
import { isRegistered, portalOf } from './redirect-target';
import type { StsError } from './sts-error';
import { stsErrors } from './sts-errors';
import { findResource } from '../directory/resources';
import { lookUp } from './tenant-lookup';

/** The three links that lead to a consent page. They differ in what they need and in how they answer. */
export type ConsentKind = 'authorize' | 'adminV1' | 'adminV2';

export interface ConsentRequest {
  kind: ConsentKind;
  clientId: string;
  /** Null on a link for any tenant. */
  tenant: Tenant | null;
  redirectUri: string;
  state: string | null;
  scope: string | null;
}

const ANY: Readonly<Record<ConsentKind, ReadonlySet<string>>> = {
  authorize: new Set(['common', 'organizations']),
  adminV1: new Set(['common', 'organizations']),
  // The v2.0 page takes `organizations`, never `common`.
  adminV2: new Set(['organizations']),
};

function missing(kind: ConsentKind, query: URLSearchParams): string | undefined {
  const needed = { authorize: ['client_id', 'response_type'], adminV1: ['client_id'], adminV2: ['client_id', 'redirect_uri', 'scope'] };
  return needed[kind].find((name) => !query.get(name));
}

/** Reads a consent link. Whatever is wrong with it is shown to the administrator and never redirected. */
export function parseConsentRequest(
  world: World,
  kind: ConsentKind,
  tenantName: string,
  query: URLSearchParams,
): { request: ConsentRequest } | { refused: StsError } {
  const absent = missing(kind, query);
  if (absent) return { refused: stsErrors.missing(absent) };
  let tenant: Tenant | null = null;
  if (!ANY[kind].has(tenantName)) {
    const found = lookUp(world, tenantName, 'invalid_request');
    if ('refused' in found) return found;
    tenant = found.tenant;
  }
  const clientId = query.get('client_id') ?? '';
  const registration = world.registrations.find(clientId);
  if (!registration) return { refused: stsErrors.appNotFound(clientId, tenant?.displayName ?? tenantName) };
  if (!registration.multitenant && tenant?.tenantId !== world.partner.homeTenantId) {
    return { refused: tenant ? stsErrors.singleTenant(clientId) : stsErrors.sharedTenantOfSingle(clientId) };
  }
  const scope = query.get('scope');
  if (kind === 'adminV2' && !(scope?.endsWith('/.default') && findResource(scope.slice(0, -'/.default'.length)))) {
    return { refused: stsErrors.scopeInvalid(scope ?? '') };
  }
  const redirectUri = query.get('redirect_uri') ?? portalOf(world);
  if (!isRegistered(world, clientId, redirectUri)) return { refused: stsErrors.redirectUri(redirectUri, clientId) };
  const asked = world.registrations.rolesAskedBy(clientId);
  if (asked.length === 0) return { refused: stsErrors.nothingRequested() };
  if (kind === 'adminV2' && !asked.some(({ resource }) => resource === findResource(scope?.slice(0, -'/.default'.length) ?? ''))) {
    return { refused: stsErrors.resourceNotRequested(scope ?? '', clientId) };
  }
  return { request: { kind, clientId, tenant, redirectUri, state: query.get('state'), scope } };
}
