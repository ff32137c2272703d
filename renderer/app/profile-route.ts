import type { AppStatus } from '../../contract/app-status';
import { ALL_INCIDENTS, type Route } from '../store/route';

/** Where the page is before anything is known. */
const UNTOUCHED = ALL_INCIDENTS;

/**
 * Where to be once a profile is open. Whoever went to a page meanwhile stays on it, without what was selected in the profile before.
 * `reloaded`: where a reload was; only at the first profile of a run.
 */
export function profileRoute(status: AppStatus, route: Route, { first, reloaded }: { first: boolean; reloaded: Route | null }): Route {
  const start: Route = status.partnerApps.length === 0 && status.profile.kind !== 'sandbox' ? { page: 'welcome' } : ALL_INCIDENTS;
  if (first && route === UNTOUCHED) return reloaded ?? start;
  switch (route.page) {
    case 'welcome':
      return start;
    case 'incidents':
      return first ? ALL_INCIDENTS : start;
    case 'tenants':
      return { page: 'tenants', tenantId: null };
    case 'tokens':
      return { page: 'tokens', token: null };
    case 'hunting':
      return { page: 'hunting' };
    case 'overview':
    case 'partnerApp':
    case 'settings':
      return route;
  }
}
