import type { HuntingRunId } from '../../contract/hunting';
import type { IncidentKey, TenantId } from '../../contract/ids';
import type { NoticeTarget } from '../../contract/notifications';
import { type HeldToken, heldToken } from '../../contract/token-inspection';

/** Where the user is. `incidents` with a null tenant means all tenants. */
export type Route =
  | { page: 'welcome' }
  | { page: 'overview' }
  | { page: 'incidents'; tenantId: TenantId | null; incident: IncidentKey | null }
  | { page: 'tenants'; tenantId: TenantId | null }
  /** Null: no tenant chosen. */
  | { page: 'tokens'; token: HeldToken | null }
  /** `run`: whose rows are to be shown; only until they are. */
  | { page: 'hunting'; run?: { runId: HuntingRunId; name: string } }
  | { page: 'partnerApp' }
  | { page: 'settings' };
export type PageName = Route['page'];

export const ALL_INCIDENTS: Route = { page: 'incidents', tenantId: null, incident: null };

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Where a click on a notification leads. */
export function routeTo(target: NoticeTarget): Route {
  switch (target.kind) {
    case 'incident':
      return { page: 'incidents', tenantId: null, incident: target.incident };
    case 'incidents':
      return ALL_INCIDENTS;
    case 'hunting':
      return target.run ? { page: 'hunting', run: target.run } : { page: 'hunting' };
  }
}

/** The route as a location hash, for reload and back/forward. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'welcome':
      return '#/welcome';
    case 'hunting':
      return '#/hunting';
    case 'overview':
      return '#/overview';
    case 'partnerApp':
      return '#/partner-app';
    case 'settings':
      return '#/settings';
    case 'tenants':
      return route.tenantId ? `#/tenants/${route.tenantId}` : '#/tenants';
    case 'tokens':
      return route.token ? `#/tokens/${route.token.tenantId}/${route.token.appId}/${route.token.resource}` : '#/tokens';
    case 'incidents': {
      const list = `#/incidents/${route.tenantId ?? 'all'}`;
      return route.incident ? `${list}/${route.incident.tenantId}/${encodeURIComponent(route.incident.incidentId)}` : list;
    }
  }
}

/** The route a hash means, or null when it means none. */
export function routeOf(hash: string): Route | null {
  const [page, first, second, third] = hash.replace(/^#\//, '').split('/');
  switch (page) {
    case 'welcome':
      return { page: 'welcome' };
    case 'hunting':
      return { page: 'hunting' };
    case 'overview':
      return { page: 'overview' };
    case 'partner-app':
      return { page: 'partnerApp' };
    case 'settings':
      return { page: 'settings' };
    case 'tenants':
      return { page: 'tenants', tenantId: guidOrNull(first) };
    case 'tokens':
      return { page: 'tokens', token: heldToken.safeParse({ tenantId: first, appId: second, resource: third }).data ?? null };
    case 'incidents': {
      const incidentTenant = guidOrNull(second);
      const incident = incidentTenant && third ? { tenantId: incidentTenant, incidentId: decodeURIComponent(third) } : null;
      return { page: 'incidents', tenantId: guidOrNull(first), incident };
    }
    default:
      return null;
  }
}

function guidOrNull(text: string | undefined): string | null {
  return text && GUID.test(text) ? text : null;
}
