import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/index';
import { askToken, customer, open, SCOPE, tokenOf } from './client';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await open({ incidents: 3 });
});
afterEach(() => sandbox.close());

const consentLink = (tenant: string, changes: Record<string, string> = {}) =>
  `${sandbox.url}/${tenant}/v2.0/adminconsent?${new URLSearchParams({
    client_id: sandbox.partner.clientId,
    scope: SCOPE,
    redirect_uri: 'http://localhost:4711/done',
    ...changes,
  }).toString()}`;
/** Roles of a new token. */
const rolesIn = async (tenantId: string, scope = SCOPE) => decodeJwt(await tokenOf(sandbox, tenantId, { scope })).roles ?? [];
const objection = async (link: string) => /AADSTS(\d+)/.exec(await (await fetch(link)).text())?.[1] ?? null;
const accept = (link: string) => fetch(link, { method: 'POST', body: new URLSearchParams({ decision: 'accept' }), redirect: 'manual' });
const register = (patch: Parameters<Sandbox['control']['setRegistration']>[1]) =>
  sandbox.control.setRegistration(sandbox.partner.clientId, patch);

describe('a registration', () => {
  it('for one tenant is refused everywhere else, and works at home', async () => {
    const { tenantId } = customer(sandbox, 'consented');
    register({ multitenant: false });
    expect((await askToken(sandbox, tenantId)).body.error_codes).toEqual([650059]);
    expect(await objection(consentLink(tenantId))).toBe('650059');
    expect(await objection(consentLink('organizations'))).toBe('50194');
    expect(await objection(consentLink(sandbox.partner.homeTenantId))).toBeNull();
    expect((await askToken(sandbox, sandbox.partner.homeTenantId)).status).toBe(200);
  });

  it('takes only the redirect URIs it lists', async () => {
    register({ redirectUris: ['https://portal.azure.com'] });
    expect(await objection(consentLink('organizations'))).toBe('50011');
    expect(await objection(consentLink('organizations', { redirect_uri: 'https://portal.azure.com' }))).toBeNull();
  });

  it('without permissions, or without those of an API, is refused at the consent page', async () => {
    expect(await objection(consentLink('organizations', { scope: 'https://graph.microsoft.com/.default' }))).toBe('650057');
    register({ permissions: [] });
    expect(await objection(consentLink('organizations'))).toBe('650056');
  });

  it('that asks for more than was granted has drifted, until the customer consents again', async () => {
    const { tenantId } = customer(sandbox, 'notConsented');
    register({ permissions: ['Incident.Read.All'] });
    await accept(consentLink(tenantId));
    expect(await rolesIn(tenantId)).toEqual(['Incident.Read.All']);
    register({ permissions: ['Incident.Read.All', 'AdvancedHunting.Read.All', 'SecurityIncident.Read.All'] });
    expect(await rolesIn(tenantId)).toEqual(['Incident.Read.All']);
    await accept(consentLink(tenantId));
    expect(await rolesIn(tenantId)).toEqual(['Incident.Read.All', 'AdvancedHunting.Read.All']);
    expect(await rolesIn(tenantId, 'https://graph.microsoft.com/.default')).toEqual(['SecurityIncident.Read.All']);
  });

  it('of an unknown app or permission is a mistake of the test', () => {
    expect(() => sandbox.control.setRegistration('nobody', {})).toThrow('no such app');
    expect(() => register({ permissions: ['Everything.All'] })).toThrow('no such permission');
  });
});
