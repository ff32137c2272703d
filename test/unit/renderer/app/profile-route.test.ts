import { describe, expect, it } from 'vitest';
import type { AppStatus } from '../../../../contract/app-status';
import { DEFAULT_PURPOSE } from '../../../../contract/partner-app';
import { profileRoute } from '../../../../renderer/app/profile-route';
import { ALL_INCIDENTS, type Route } from '../../../../renderer/store/route';

const TENANT = '11111111-2222-4333-8444-555555555555';

function status(kind: AppStatus['profile']['kind'], connected: boolean): AppStatus {
  const cloud = { id: 'global', name: 'Global', kind: 'microsoft' } as const;
  const ids = { appId: 'app', clientId: TENANT, homeTenantId: TENANT };
  const app = {
    ...ids,
    name: 'App',
    cloud,
    purpose: DEFAULT_PURPOSE,
    savedAt: 0,
    credentials: [],
    secret: 'keychain' as const,
    problem: null,
  };
  return {
    version: '1',
    electron: '1',
    profile: { id: kind, kind, name: kind, hosts: [] },
    clouds: [cloud],
    secretStorage: { mode: 'keychain', backend: 'test' },
    store: { state: 'open', path: '' },
    partnerApps: connected ? [app] : [],
    theme: 'system',
    languageChoice: 'system',
    language: 'en',
    timeZone: 'system',
    backgroundCheckHours: 6,
    preferredSurface: 'xdr',
    schedule: null,
    proxies: [],
  };
}

describe('at the start', () => {
  const first = { first: true, reloaded: null };

  it('welcomes whoever has no partner app yet', () => {
    expect(profileRoute(status('live', false), ALL_INCIDENTS, first)).toEqual({ page: 'welcome' });
    expect(profileRoute(status('custom', false), ALL_INCIDENTS, first)).toEqual({ page: 'welcome' });
  });

  it('shows incidents to everybody else', () => {
    expect(profileRoute(status('live', true), ALL_INCIDENTS, first)).toEqual(ALL_INCIDENTS);
    expect(profileRoute(status('sandbox', false), ALL_INCIDENTS, first)).toEqual(ALL_INCIDENTS);
  });

  it('goes back to where a reload was', () => {
    const reloaded: Route = { page: 'tenants', tenantId: TENANT };
    expect(profileRoute(status('live', true), ALL_INCIDENTS, { first: true, reloaded })).toEqual(reloaded);
  });

  it('leaves alone whoever went to a page before the profile was open', () => {
    const went: Route = { page: 'tenants', tenantId: null };
    expect(profileRoute(status('live', false), went, first)).toEqual(went);
    expect(profileRoute(status('sandbox', true), { page: 'settings' }, first)).toEqual({ page: 'settings' });
  });
});

describe('when another profile opens', () => {
  const later = { first: false, reloaded: { page: 'settings' } as Route };

  it('goes from the welcome page into the sandbox, and back', () => {
    expect(profileRoute(status('sandbox', true), { page: 'welcome' }, later)).toEqual(ALL_INCIDENTS);
    expect(profileRoute(status('live', false), ALL_INCIDENTS, later)).toEqual({ page: 'welcome' });
  });

  it('takes no tenant and no incident of the old profile along', () => {
    expect(profileRoute(status('live', true), { page: 'tenants', tenantId: TENANT }, later)).toEqual({ page: 'tenants', tenantId: null });
    const token: Route = { page: 'tokens', token: { tenantId: TENANT, appId: 'app', resource: 'xdr' } };
    expect(profileRoute(status('live', true), token, later)).toEqual({ page: 'tokens', token: null });
    const open: Route = { page: 'incidents', tenantId: TENANT, incident: { tenantId: TENANT, incidentId: '1' } };
    expect(profileRoute(status('live', true), open, later)).toEqual(ALL_INCIDENTS);
  });

  it('stays on settings', () => {
    expect(profileRoute(status('live', false), { page: 'settings' }, later)).toEqual({ page: 'settings' });
  });
});
