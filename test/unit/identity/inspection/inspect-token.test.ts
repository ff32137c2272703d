import { describe, expect, it } from 'vitest';
import { inspectionAnswer } from '../../../../contract/token-inspection';
import { MICROSOFT_CLOUDS } from '../../../../main/cloud/clouds';
import { inspectToken, type InspectionContext } from '../../../../main/identity/inspection/inspect-token';
import { CLIENT, CLOUD, claims, NOW, OTHER_TENANT, TENANT } from '../token';

const context: InspectionContext = {
  now: NOW,
  dropped: false,
  clouds: [CLOUD],
  askedTenantId: TENANT,
  askedClientId: CLIENT,
  nameOf: (tenantId) => (tenantId === TENANT ? 'Alpha' : undefined),
  appsOf: (clientId) =>
    clientId === CLIENT ? [{ name: 'Lab app', purpose: { features: ['readIncidents', 'updateIncidents'], surfaces: ['xdr'] } }] : [],
};
const token = (changes: Record<string, unknown>) => ({
  header: { alg: 'RS256' },
  claims: claims({ exp: NOW / 1000 + 3600, ...changes }),
  signature: 'whole' as const,
});
const inspect = (changes: Record<string, unknown> = {}, more: Partial<InspectionContext> = {}) =>
  inspectToken(token(changes), { ...context, ...more });

describe('an inspected token', () => {
  it('is told in full', () => {
    const inspection = inspect({ roles: ['Incident.Read.All', 'Elsewhere.Read'] });
    expect(inspection).toMatchObject({
      tenantId: TENANT,
      tenantName: 'Alpha',
      clientId: CLIENT,
      appName: 'Lab app',
      audiences: ['https://api.lab.example'],
      resource: 'xdr',
      caller: 'app',
      expiresAt: NOW + 3_600_000,
      otherPermissions: ['Elsewhere.Read'],
      findings: [],
    });
    expect(inspection.features).toEqual([
      { feature: 'readIncidents', anyOf: ['Incident.Read.All', 'Incident.ReadWrite.All'], grantedBy: 'Incident.Read.All', needed: true },
      { feature: 'updateIncidents', anyOf: ['Incident.ReadWrite.All'], grantedBy: null, needed: true },
      { feature: 'hunt', anyOf: ['AdvancedHunting.Read.All'], grantedBy: null, needed: false },
    ]);
    expect(inspectionAnswer.safeParse({ readable: true, inspection }).success).toBe(true);
  });

  it('of a person is read by its scopes', () => {
    const inspection = inspect({ roles: undefined, scp: 'Incident.ReadWrite openid' });
    expect(inspection).toMatchObject({ caller: 'user', otherPermissions: ['openid'], findings: [] });
    expect(inspection.features.map(({ grantedBy }) => grantedBy)).toEqual(['Incident.ReadWrite', 'Incident.ReadWrite', null]);
  });

  it('of an app that is none of ours needs nothing', () => {
    const inspection = inspect({ appid: OTHER_TENANT }, { askedClientId: undefined });
    expect(inspection.features.map(({ needed }) => needed)).toEqual([null, null, null]);
    expect(inspection.findings).toEqual([]);
  });

  it.each([
    ['wrongTenant', { tid: OTHER_TENANT, iss: `https://sts.lab.example/${OTHER_TENANT}/` }],
    ['issuerOfOtherTenant', { iss: `https://sts.lab.example/${OTHER_TENANT}/` }],
    ['issuerUnknown', { iss: `https://elsewhere.example/${TENANT}/` }],
    ['issuerUnknown', { iss: undefined }],
    ['expired', { exp: NOW / 1000 }],
    ['notYetValid', { nbf: NOW / 1000 + 301 }],
    ['idToken', { aud: CLIENT }],
    ['otherApp', { appid: OTHER_TENANT }],
    ['noPermissions', { roles: [] }],
  ])('is found to be %s', (finding, changes) => {
    expect(inspect(changes).findings).toContain(finding);
  });

  it('is found unsigned or cut off', () => {
    expect(inspectToken({ ...token({}), header: { alg: 'none' } }, context).findings).toEqual(['unsigned']);
    expect(inspectToken({ ...token({}), signature: 'absent' }, context).findings).toEqual(['unsigned']);
    expect(inspectToken({ ...token({}), signature: 'cutOff' }, context).findings).toEqual(['signatureCutOff']);
  });

  it('takes no capitals and no few minutes for a fault', () => {
    expect(inspect({ tid: TENANT.toUpperCase(), appid: CLIENT.toUpperCase(), nbf: NOW / 1000 + 200 }).findings).toEqual([]);
  });

  it('survives claims that are nothing like it', () => {
    const inspection = inspect({ tid: 7, iss: [], aud: { x: 1 }, roles: 'Incident.Read.All', exp: 'never', appid: null, scp: 4 });
    expect(inspection).toMatchObject({ audiences: [], resource: null, features: [], tenantId: undefined, expiresAt: undefined });
    expect(inspection.claims.find(({ name }) => name === 'aud')?.text).toBe('{"x":1}');
  });

  it.each([
    ['https://api.securitycenter.microsoft.com', 'mde'],
    ['https://api.securitycenter.windows.com/', 'mde'],
    ['https://securitycenter.onmicrosoft.com/windowsatpservice', 'mde'],
    ['fc780465-2017-40d4-a0c5-307022471b92', 'mde'],
    ['https://api.security.microsoft.com/', 'xdr'],
    ['8EE8FDAD-f234-4243-8f3b-15c294843740', 'xdr'],
    ['https://api-gov.security.microsoft.us', 'xdr'],
    ['https://graph.microsoft.us', 'graph'],
    ['00000003-0000-0000-c000-000000000000', 'graph'],
    ['https://management.azure.com', null],
  ])('with the audience %s is for %s', (aud, resource) => {
    expect(inspect({ aud }, { clouds: MICROSOFT_CLOUDS }).resource).toBe(resource);
  });
});
