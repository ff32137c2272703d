import type { TenantId } from '../../contract/ids';
import { type Feature, rolesFor, type Surface } from '../../contract/permissions';
import type { PartnerConnection } from './partner-connection';

interface Wish {
  tenantId: TenantId;
  resource: Surface;
  need: Feature;
}

/**
 * Which of a tenant's partner apps serves a wish: one whose token for that API allows it, else one that is there for it, else the oldest.
 * Null when there is none.
 */
export function appFor<C extends Pick<PartnerConnection, 'app' | 'broker'>>(linked: readonly C[], wish: Wish): C | null {
  return linked.find((one) => allows(one, wish)) ?? linked.find((one) => isMeant(one, wish)) ?? linked[0] ?? null;
}

/** The API whose token says whether an app can read a tenant: the one it is read through, unless the app is not for that one. */
export function surfaceFor({ app: { purpose } }: Pick<PartnerConnection, 'app'>, wanted: Surface): Surface {
  return purpose.surfaces.includes(wanted) ? wanted : (purpose.surfaces[0] ?? wanted);
}

function allows({ broker }: Pick<PartnerConnection, 'broker'>, { tenantId, resource, need }: Wish): boolean {
  const roles = broker.held(tenantId, resource)?.roles ?? [];
  return rolesFor(need, resource).some((role) => roles.includes(role));
}

/** An app that may write may read as well. */
function isMeant({ app: { purpose } }: Pick<PartnerConnection, 'app'>, { resource, need }: Wish): boolean {
  const { features, surfaces } = purpose;
  return surfaces.includes(resource) && (features.includes(need) || (need === 'readIncidents' && features.includes('updateIncidents')));
}
