import { describe, expect, it } from 'vitest';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { tokenFacts } from '../../../contract/token-facts';
import { readTokenFacts, type TokenContext } from '../../../main/identity/token-facts';
import { CLIENT, CLOUD, claims, jwt, NOW, OTHER_TENANT, TENANT } from './token';

const context: TokenContext = {
  tenantId: TENANT,
  resource: 'xdr',
  environment: CLOUD,
  clientId: CLIENT,
  purpose: DEFAULT_PURPOSE,
  expiresAt: NOW + 3_600_000,
  obtainedAt: NOW,
};
const facts = (changes: Record<string, unknown>) => readTokenFacts(jwt(claims(changes)), context);

describe('token facts', () => {
  it('describe a good v1 token', () => {
    const read = facts({});
    expect(read).toEqual({
      resource: 'xdr',
      lacking: [],
      tenantId: TENANT,
      tokenTenantId: TENANT,
      audience: 'https://api.lab.example',
      issuer: `https://sts.lab.example/${TENANT}/`,
      appId: CLIENT,
      version: '1.0',
      roles: ['Incident.Read.All'],
      missingRoles: [],
      notBefore: NOW - 300_000,
      expiresAt: NOW + 3_600_000,
      obtainedAt: NOW,
      fromCache: false,
      warnings: [],
    });
    expect(tokenFacts.safeParse(read).success).toBe(true);
  });

  it('describe a v2 token', () => {
    const read = facts({
      appid: undefined,
      azp: CLIENT.toUpperCase(),
      aud: '8ee8fdad-f234-4243-8f3b-15c294843740',
      ver: '2.0',
      iss: `https://login.lab.example/${TENANT}/v2.0`,
    });
    expect(read).toMatchObject({ appId: CLIENT.toUpperCase(), version: '2.0', warnings: ['issuerUnexpected'] });
    expect(read.problem).toBeUndefined();
  });

  it('name the roles of which one is missing', () => {
    expect(facts({ roles: ['AdvancedHunting.Read.All'] }).missingRoles).toEqual(['Incident.Read.All', 'Incident.ReadWrite.All']);
    expect(facts({ roles: ['Incident.ReadWrite.All'] }).missingRoles).toEqual([]);
    expect(facts({ roles: undefined })).toMatchObject({ roles: [], warnings: ['noRoles'] });
  });

  it.each([
    ['tid', { tid: OTHER_TENANT }],
    ['tid in capitals', { tid: OTHER_TENANT.toUpperCase() }],
    ['issuer, where tid is absent', { tid: undefined, iss: `https://sts.lab.example/${OTHER_TENANT}/` }],
  ])('refuse a token of another tenant by its %s', (_name, change) => {
    expect(facts(change).problem).toMatchObject({ code: 'wrongTenantToken', at: NOW });
  });

  it('do not take the spelling of a GUID for another tenant', () => {
    expect(facts({ tid: TENANT.toUpperCase() }).problem).toBeUndefined();
  });

  it('refuse a token for another API, but not for a slash', () => {
    expect(facts({ aud: 'https://api.securitycenter.windows.com' }).problem?.code).toBe('wrongAudience');
    expect(facts({ aud: 'https://API.lab.example/' }).problem).toBeUndefined();
    expect(facts({ aud: ['x', 'https://api.lab.example'] }).problem).toBeUndefined();
    expect(facts({ aud: undefined }).problem).toBeUndefined();
  });

  it('warn about another app, a wrong clock and odd claims without refusing', () => {
    expect(facts({ appid: OTHER_TENANT }).warnings).toEqual(['appUnexpected']);
    expect(facts({ nbf: NOW / 1000 + 3600 }).warnings).toEqual(['clockSkew']);
    expect(facts({ nbf: 'x', ver: 7, roles: 'Incident.Read.All Other.Role' })).toMatchObject({
      roles: ['Incident.Read.All', 'Other.Role'],
      warnings: [],
    });
  });

  it.each([null, 1e300, -5, 'soon', []])('take a start of %j for none', (nbf) => {
    const read = facts({ nbf });
    expect(read.notBefore).toBeUndefined();
    expect(read.warnings).toEqual([]);
    expect(tokenFacts.safeParse(read).success).toBe(true);
  });

  it.each(['opaque-token', 'a.b.c', '', 'x..y', `x.${Buffer.from('"text"').toString('base64url')}.y`])(
    'accept a token that cannot be read: %j',
    (token) => {
      expect(readTokenFacts(token, context)).toEqual({
        tenantId: TENANT,
        resource: 'xdr',
        lacking: [],
        expiresAt: context.expiresAt,
        obtainedAt: NOW,
        fromCache: false,
        roles: [],
        missingRoles: [],
        warnings: ['undecodable'],
      });
    },
  );
});
