import { describe, expect, it } from 'vitest';
import { MICROSOFT_CLOUDS } from '../../../main/cloud/clouds';
import { consentLinks } from '../../../main/identity/consent-links';
import { type AppPurpose, DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { CLIENT, TENANT } from './token';

const linksOf = (id: string, purpose: AppPurpose = DEFAULT_PURPOSE) => {
  const environment = MICROSOFT_CLOUDS.find((cloud) => cloud.id === id);
  if (!environment) throw new Error(`no cloud ${id}`);
  const ownAddress = 'http://localhost:48621/consent';
  return consentLinks({ environment, clientId: CLIENT, tenantId: TENANT, state: 'a-b_c', purpose, ownAddress });
};

describe('consent links', () => {
  it("have exactly the form of Microsoft's partner page", () => {
    expect(linksOf('commercial').seed).toBe(
      'https://login.microsoftonline.com/common/oauth2/authorize?prompt=consent&client_id=aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee&response_type=code&sso_reload=true',
    );
  });

  it('are on the login host of the cloud', () => {
    expect(linksOf('gccHigh').seed).toMatch(/^https:\/\/login\.microsoftonline\.us\/common\/oauth2\/authorize\?prompt=consent&/);
    expect(linksOf('dod').adminV2).toMatch(/^https:\/\/login\.microsoftonline\.us\//);
  });

  it("name the tenant, the scope, the registered address and the state in the tenant's own link", () => {
    expect(linksOf('commercial').adminV2).toBe(
      `https://login.microsoftonline.com/${TENANT}/v2.0/adminconsent?client_id=${CLIENT}&scope=https%3A%2F%2Fapi.security.microsoft.com%2F.default&redirect_uri=https%3A%2F%2Fportal.azure.com&state=a-b_c`,
    );
  });

  it('name Microsoft Graph where the app asks for nothing else', () => {
    const scopeFor = (surfaces: AppPurpose['surfaces']) =>
      new URL(linksOf('commercial', { features: ['readIncidents'], surfaces }).adminV2).searchParams.get('scope');
    expect(scopeFor(['graph'])).toBe('https://graph.microsoft.com/.default');
    expect(scopeFor(['graph', 'xdr'])).toBe('https://api.security.microsoft.com/.default');
  });

  it('has an older form that names no API', () => {
    expect(linksOf('commercial').adminV1).toBe(
      `https://login.microsoftonline.com/${TENANT}/adminconsent?client_id=${CLIENT}&redirect_uri=https%3A%2F%2Fportal.azure.com&state=a-b_c`,
    );
  });

  it('end at our own address where the answer is listened for', () => {
    const { adminV2, reporting } = linksOf('commercial');
    expect(reporting).toBe(adminV2.replace('https%3A%2F%2Fportal.azure.com', 'http%3A%2F%2Flocalhost%3A48621%2Fconsent'));
  });
});
