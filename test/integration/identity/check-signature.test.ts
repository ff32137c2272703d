import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseCloudFile } from '../../../main/cloud/cloud-file';
import type { CloudEnvironment } from '../../../main/cloud/environment';
import { checkSignature } from '../../../main/identity/inspection/check-signature';
import type { Sandbox, SandboxTenant } from '../../../sandbox/index';
import { customer, open, tokenOf } from '../sandbox/client';

let sandbox: Sandbox;
let tenant: SandboxTenant;
let cloud: CloudEnvironment;
beforeAll(async () => {
  sandbox = await open({ incidents: 2 });
  tenant = customer(sandbox);
  cloud = parseCloudFile(JSON.stringify(sandbox.cloudDefinition()));
});
afterAll(() => sandbox.close());

const check = (token: string, clouds = [cloud]) => checkSignature(token, { clouds, fetch, now: Date.now });
const changed = (token: string, change: (claims: Record<string, unknown>) => Record<string, unknown>, header?: Record<string, unknown>) => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const parsed = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${header ? write(header) : head}.${write(change(parsed))}.${signature}`;
};

it('fits a token of the tenant, by keys and no more', async () => {
  const token = await tokenOf(sandbox, tenant.tenantId);
  sandbox.control.clearRequests();
  expect(await check(token)).toEqual({ outcome: 'valid', keysFrom: `${sandbox.url}/${tenant.tenantId}/discovery/keys` });
  expect(sandbox.control.requests().map(({ method, path, query }) => [method, path, query])).toEqual([
    ['GET', `/${tenant.tenantId}/discovery/keys`, ''],
  ]);
});

it('does not fit one that was changed', async () => {
  const token = await tokenOf(sandbox, tenant.tenantId);
  expect((await check(changed(token, (claims) => ({ ...claims, roles: ['Incident.ReadWrite.All'] })))).outcome).toBe('invalid');
});

it('takes a key list of another tenant for none', async () => {
  const token = await tokenOf(sandbox, tenant.tenantId);
  const other = sandbox.tenants.find(({ tenantId }) => tenantId !== tenant.tenantId)?.tenantId ?? '';
  const swapped = (url: string, init: RequestInit) => fetch(url.replace(tenant.tenantId, other), init);
  expect(await checkSignature(token, { clouds: [cloud], fetch: swapped, now: Date.now })).toMatchObject({
    outcome: 'unknown',
    why: 'noSuchKey',
  });
});

it('asks nobody where the token does not say whom, or names a stranger', async () => {
  const token = await tokenOf(sandbox, tenant.tenantId);
  sandbox.control.clearRequests();
  expect(await check(changed(token, (claims) => ({ ...claims, iss: 'http://127.0.0.1:1/keys/' })))).toMatchObject({ why: 'issuerUnknown' });
  expect(await check(changed(token, (claims) => ({ ...claims, tid: '../../elsewhere' })))).toMatchObject({ why: 'noTenant' });
  expect(await check(token.slice(0, token.lastIndexOf('.') + 1))).toMatchObject({ why: 'unsigned' });
  expect(await check('eyJ')).toMatchObject({ why: 'unreadable' });
  expect(sandbox.control.requests()).toEqual([]);
});

it('cannot tell by an unknown key, by a secret one, or of Graph', async () => {
  const token = await tokenOf(sandbox, tenant.tenantId);
  const same = (claims: Record<string, unknown>) => claims;
  expect(await check(changed(token, same, { alg: 'RS256', kid: 'gone' }))).toMatchObject({ outcome: 'unknown', why: 'noSuchKey' });
  expect(await check(changed(token, same, { alg: 'HS256', kid: 'gone' }))).toMatchObject({ outcome: 'unknown', why: 'algorithm' });
  const [head = ''] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>;
  expect(await check(changed(token, same, { ...header, nonce: 'n' }))).toMatchObject({ outcome: 'unknown', why: 'protected' });
});

it('says so when the keys cannot be fetched', async () => {
  const token = await tokenOf(sandbox, tenant.tenantId);
  const dead: CloudEnvironment = { ...cloud, loginBase: 'http://127.0.0.1:1' };
  expect(await check(token, [dead])).toMatchObject({ outcome: 'unknown', why: 'unreachable', problem: { code: 'unreachable' } });
  sandbox.control.fault({ match: '*', times: 1, status: 503, body: '<html>busy</html>', contentType: 'text/html' });
  expect(await check(token)).toMatchObject({ outcome: 'unknown', why: 'unreachable', problem: { httpStatus: 503 } });
});
