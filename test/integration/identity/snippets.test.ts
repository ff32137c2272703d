import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET_VARIABLE, type SnippetLanguage } from '../../../contract/snippets';
import { parseCloudFile } from '../../../main/cloud/cloud-file';
import { makeSnippets } from '../../../main/identity/snippets/make-snippets';
import type { Sandbox, SandboxTenant } from '../../../sandbox/index';
import { runCSharp } from '../../support/snippets/c-sharp';
import { type Run, runPowerShell } from '../../support/snippets/power-shell';
import { customer, open } from '../sandbox/client';

/** A name that would be a command in any of the languages, were it more than a comment. */
const HOSTILE = `Al'pha" $(touch pwned) \`touch pwned\`\nexit 7\r\n\u2028import os;\u0085throw 'x' */`;
const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

let sandbox: Sandbox;
let tenant: SandboxTenant;
beforeAll(async () => {
  sandbox = await open({ incidents: 40 });
  tenant = customer(sandbox, 'bothSurfaces');
});
afterAll(() => sandbox.close());

function snippet(language: SnippetLanguage, resource: 'xdr' | 'graph' = 'xdr'): string {
  const environment = parseCloudFile(JSON.stringify(sandbox.cloudDefinition()));
  const { clientId } = sandbox.partner;
  return makeSnippets({ environment, resource, tenantId: tenant.tenantId, tenantName: HOSTILE, clientId })[language];
}

/** Runs a program with a text on its stdin; what it prints where it ends well is its output, else its complaint. */
function runFor(program: string, args: string[]) {
  return (text: string, env: Record<string, string>): Promise<Run> =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, { stdio: 'pipe', env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', ...env } });
      let [printed, thrown] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (thrown += chunk));
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0 ? { printed } : { thrown: `${printed}${thrown}` }));
      child.stdin.end(text);
    });
}

const tools: [SnippetLanguage, string | null, (text: string, env: Record<string, string>) => Promise<Run>][] = [
  ['powerShell', null, runPowerShell],
  ['cSharp', null, runCSharp],
  ['python', 'python3', runFor('python3', ['-'])],
  ['curl', 'curl', runFor('bash', ['-s'])],
];

describe.each(tools)('the %s snippet', (language, program, run) => {
  const works = it.skipIf(program !== null && !has(program));

  works.each(['xdr', 'graph'] as const)('reads incidents of the tenant over %s', async (resource) => {
    sandbox.control.clearRequests();
    const ran = await run(snippet(language, resource), { [SECRET_VARIABLE]: sandbox.partner.clientSecret });
    expect(ran).toHaveProperty('printed');
    const printed: unknown = JSON.parse('printed' in ran ? ran.printed : '');
    const value = (Array.isArray(printed) ? printed : (printed as { value: unknown[] }).value) as Record<string, unknown>[];
    expect(value).toHaveLength(5);
    const ids = new Set(sandbox.control.truth(tenant.tenantId).map(({ incidentId }) => String(incidentId)));
    for (const incident of value) expect(ids).toContain(String(incident[resource === 'xdr' ? 'incidentId' : 'id']));
    expect(sandbox.control.requests().map(({ method, path, tenantId }) => [method, path, tenantId])).toEqual([
      ['POST', `/${tenant.tenantId}/oauth2/v2.0/token`, tenant.tenantId],
      ['GET', resource === 'xdr' ? '/api/incidents' : '/v1.0/security/incidents', tenant.tenantId],
    ]);
  });

  works('says what Entra says of a wrong secret', async () => {
    const ran = await run(snippet(language), { [SECRET_VARIABLE]: 'wrong & not=a secret' });
    expect(ran).toEqual({ thrown: expect.stringContaining('AADSTS7000215') });
  });

  works('asks nobody without a secret', async () => {
    sandbox.control.clearRequests();
    expect(await run(snippet(language), {})).toEqual({ thrown: expect.stringContaining(SECRET_VARIABLE) });
    expect(sandbox.control.requests()).toEqual([]);
  });

  it('holds no secret, turns nothing off, and names the tenant in a comment', () => {
    const text = snippet(language);
    expect(text).not.toContain(sandbox.partner.clientSecret);
    expect(text).not.toMatch(/\s-k\b|--insecure|SkipCertificateCheck|ServerCertificate|verify\s*=\s*False|_create_unverified/i);
    expect(text).toContain('/.default');
    const named = text.split(/[\n\r\u0085\u2028\u2029]/).filter((line) => line.includes('pwned'));
    expect(named).toHaveLength(1);
    expect(named[0]).toMatch(language === 'cSharp' ? /^\/\/ / : /^# /);
  });
});
