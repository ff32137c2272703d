import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox, SandboxTenant } from '../../../sandbox/index';
import { api, customer, errorOf, incidentsOf, open } from './client';
import { exchange, jsonOf, rawRequest } from './raw-http';

/*
 * The four ways to get a token that Microsoft's page on partner access shows, as the requests they make.
 * PowerShell and C# are sent byte for byte; curl and Python run for real where they are installed.
 */
const RIGHT = 'https://api.security.microsoft.com';
const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

let sandbox: Sandbox;
let tenant: SandboxTenant;
beforeAll(async () => {
  sandbox = await open({ incidents: 5 });
  tenant = customer(sandbox);
});
afterAll(() => sandbox.close());

/** Runs a program with the text on its stdin. */
function run(program: string, args: string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', () => resolve(output));
    child.stdin.end(input);
  });
}

async function expectIncidents(token: unknown): Promise<void> {
  const answer = await api(sandbox, String(token), '/api/incidents');
  expect(answer.status).toBe(200);
  expect(incidentsOf(answer)).toHaveLength(tenant.incidents);
}

/** A token that is given, for Defender for Endpoint: no roles of ours in it, and no entry at the incidents. */
async function expectWrongAudience(token: unknown, audience: string): Promise<void> {
  const claims = JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  expect(claims.aud).toBe(audience);
  expect(claims).not.toHaveProperty('roles');
  const answer = await api(sandbox, String(token), '/api/incidents');
  expect([answer.status, errorOf(answer).code]).toEqual([401, 'Unauthorized']);
}

it('PowerShell: Invoke-RestMethod to the v1.0 endpoint', async () => {
  const { clientId, clientSecret } = sandbox.partner;
  const body = `resource=${encodeURIComponent(RIGHT)}&client_id=${clientId}&client_secret=${encodeURIComponent(clientSecret)}&grant_type=client_credentials`;
  const headers = [
    'User-Agent: Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1320',
    'Content-Type: application/x-www-form-urlencoded',
    `Host: 127.0.0.1:${sandbox.port}`,
    'Expect: 100-continue',
  ];
  const answer = jsonOf(await exchange(sandbox.port, rawRequest(`POST /${tenant.tenantId}/oauth2/token`, headers, body)));
  expect(answer).toMatchObject({ token_type: 'Bearer', resource: RIGHT, expires_in: '3599' });
  await expectIncidents(answer.access_token);
});

it('C#: ADAL, which first asks which hosts are one cloud', async () => {
  const { clientId, clientSecret } = sandbox.partner;
  const authorize = encodeURIComponent(`${sandbox.url}/${tenant.tenantId}/oauth2/authorize`);
  const headers = [
    'client-request-id: 7c9e6679-7425-40de-944b-e07fc1f90ae7',
    'return-client-request-id: true',
    'x-client-SKU: PCL.Desktop',
    'x-client-Ver: 3.19.8.16603',
    'x-client-CPU: x64',
    'x-client-OS: Microsoft Windows NT 6.2.9200.0',
    'Accept: application/json',
    `Host: 127.0.0.1:${sandbox.port}`,
  ];
  const discovery = rawRequest(`GET /common/discovery/instance?api-version=1.1&authorization_endpoint=${authorize}`, headers, '');
  expect(jsonOf(await exchange(sandbox.port, discovery))).toHaveProperty('metadata.0.preferred_network', `127.0.0.1:${sandbox.port}`);
  const body = `resource=${encodeURIComponent(RIGHT)}&client_id=${clientId}&client_secret=${encodeURIComponent(clientSecret)}&grant_type=client_credentials`;
  const form = [...headers, 'Content-Type: application/x-www-form-urlencoded'];
  const answer = await exchange(sandbox.port, rawRequest(`POST /${tenant.tenantId}/oauth2/token`, form, body));
  expect(answer.toLowerCase()).toContain('client-request-id: 7c9e6679-7425-40de-944b-e07fc1f90ae7');
  await expectIncidents(jsonOf(answer).access_token);
});

/** The request of the page's Python sample: urllib, form-encoded, v1.0. */
const python = (resource: string) => `
import json, urllib.parse, urllib.request
url = "${sandbox.url}/%s/oauth2/token" % "${tenant.tenantId}"
body = {
    "resource": "${resource}",
    "client_id": "${sandbox.partner.clientId}",
    "client_secret": "${sandbox.partner.clientSecret}",
    "grant_type": "client_credentials",
}
request = urllib.request.Request(url, urllib.parse.urlencode(body).encode("utf-8"))
print(json.loads(urllib.request.urlopen(request).read())["access_token"])
`;

describe.skipIf(!has('python3'))('Python: urllib to the v1.0 endpoint', () => {
  it('with the resource of the old page: a token for another audience', async () => {
    const resource = 'https://api.securitycenter.windows.com';
    await expectWrongAudience((await run('python3', ['-'], python(resource))).trim(), resource);
  });

  it('with the right resource: incidents', async () => {
    await expectIncidents((await run('python3', ['-'], python(RIGHT))).trim());
  });
});

/** The page's curl line, without its switch that turns certificate checks off; the secret comes from stdin rather than the command line. */
async function curl(scope: string): Promise<unknown> {
  const fields = ['grant_type=client_credentials', `client_id=${sandbox.partner.clientId}`, `scope=${scope}`];
  const args = [
    '-s',
    '-i',
    '-X',
    'POST',
    '-H',
    'Content-Type:application/x-www-form-urlencoded',
    ...fields.flatMap((field) => ['-d', field]),
  ];
  args.push('--data', '@-', `${sandbox.url}/${tenant.tenantId}/oauth2/v2.0/token`);
  return jsonOf(await run('curl', args, `client_secret=${sandbox.partner.clientSecret}`)).access_token;
}

describe.skipIf(!has('curl'))('curl: the v2.0 endpoint', () => {
  it('with the scope of the page: a token for another audience', async () => {
    const resource = 'https://securitycenter.onmicrosoft.com/windowsatpservice';
    await expectWrongAudience(await curl(`${resource}/.default`), resource);
  });

  it('with the right scope: incidents', async () => {
    await expectIncidents(await curl(`${RIGHT}/.default`));
  });
});
