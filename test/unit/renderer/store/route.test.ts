import { describe, expect, it } from 'vitest';
import { ALL_INCIDENTS, hashOf, type Route, routeOf } from '../../../../renderer/store/route';

const TENANT = '11111111-2222-4333-8444-555555555555';

describe('hash and route', () => {
  const routes: Route[] = [
    { page: 'welcome' },
    { page: 'overview' },
    { page: 'partnerApp' },
    { page: 'settings' },
    { page: 'tenants', tenantId: null },
    { page: 'tenants', tenantId: TENANT },
    { page: 'tokens', token: null },
    { page: 'tokens', token: { tenantId: TENANT, appId: 'app-1', resource: 'graph' } },
    ALL_INCIDENTS,
    { page: 'incidents', tenantId: TENANT, incident: null },
    { page: 'incidents', tenantId: null, incident: { tenantId: TENANT, incidentId: '12/3 %' } },
  ];
  it.each(routes)('come back the same: $page', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it('takes nothing for a route that is none', () => {
    expect(routeOf('')).toBeNull();
    expect(routeOf('#/elsewhere')).toBeNull();
  });

  it('names a token whole or not at all', () => {
    expect(routeOf(`#/tokens/${TENANT}/app-1/elsewhere`)).toEqual({ page: 'tokens', token: null });
    expect(routeOf(`#/tokens/${TENANT}`)).toEqual({ page: 'tokens', token: null });
  });

  it('never makes an incident without its tenant', () => {
    expect(routeOf('#/incidents/all/not-a-tenant/77')).toEqual(ALL_INCIDENTS);
  });
});
