import { describe, expect, it } from 'vitest';
import type { RegistrationPlan } from '../../../../contract/registration';
import { MICROSOFT_CLOUDS } from '../../../../main/cloud/clouds';
import { redirectUrisFor } from '../../../../main/identity/registration/redirect-uris';
import { registrationTexts } from '../../../../main/identity/registration/registration-texts';
import { CLOUD, TENANT } from '../token';
import { runWithFakeAz } from './fake-az';

const PLAN: RegistrationPlan = {
  name: 'Incident desk',
  cloudId: 'lab',
  homeTenantId: TENANT,
  purpose: { features: ['readIncidents', 'updateIncidents', 'hunt'], surfaces: ['xdr', 'graph'] },
};
const URIS = ['https://portal.azure.com', 'http://localhost:48621/consent'];
const HOSTILE = [`-x'; touch pwned; echo '`, '$(touch pwned) `touch pwned`', "O'Neill & Söner", 'JSON\nJSON', "a\n'@\nb", '“Låst” ’@'];
const textsOf = (changes: Partial<RegistrationPlan> = {}) => registrationTexts({ ...PLAN, ...changes }, CLOUD, URIS).texts;

/** The JSON between the marks of PowerShell's here-string. */
const bodyOf = (script: string) => JSON.parse(/@'\n([\s\S]*?)\n'@/.exec(script)?.[1] ?? '') as Record<string, unknown>;

describe('the three texts', () => {
  it('register the same app', () => {
    const { manifest, azureCli, powerShell } = textsOf();
    const wanted = JSON.parse(manifest) as { requiredResourceAccess: unknown; signInAudience: string };
    expect(bodyOf(powerShell)).toEqual({ displayName: 'Incident desk', ...wanted });
    const { calls } = runWithFakeAz(azureCli, { tenant: TENANT });
    const create = calls.find((words) => words[2] === 'create' && words[1] === 'app') ?? [];
    const after = (option: string) => create[create.indexOf(option) + 1] ?? '';
    expect(JSON.parse(after('--required-resource-accesses'))).toEqual(wanted.requiredResourceAccess);
    expect(after('--sign-in-audience')).toBe(wanted.signInAudience);
    expect(create.slice(create.indexOf('--web-redirect-uris') + 1, create.indexOf('--required-resource-accesses'))).toEqual(URIS);
    expect(calls).toContainEqual(['ad', 'sp', 'create', '--id', '11111111-aaaa-4bbb-8ccc-222222222222', '--output', 'none']);
  });

  it.each(Object.entries(textsOf()))('make no secret and print none: %s', (_kind, text) => {
    expect(text).not.toMatch(/password|credential\s+reset|addKey|keyCredentials|secretText|show-secrets/i);
  });

  it.each(HOSTILE)('take a name word for word: %j', (name) => {
    const { azureCli, powerShell, manifest } = textsOf({ name });
    expect(bodyOf(powerShell)).toMatchObject({ displayName: name });
    expect(powerShell).toMatch(/^[\x20-\x7e\n]+$/);
    expect(manifest).not.toContain(name);
    const run = runWithFakeAz(azureCli, { tenant: TENANT });
    expect(run).toMatchObject({ status: 0, stderr: '', left: [] });
    expect(run.calls.find((words) => words[1] === 'app' && words[2] === 'create')).toContain(`--display-name=${name}`);
    expect(run.calls.find((words) => words[2] === 'list')).toContain(`displayName eq '${name.replaceAll("'", "''")}'`);
  });
});

describe('the Azure CLI script', () => {
  it('changes nothing when an app of that name is there', () => {
    const run = runWithFakeAz(textsOf().azureCli, { tenant: TENANT, found: 'some-app' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('some-app');
    expect(run.calls.some((words) => words.includes('create'))).toBe(false);
  });

  it('changes nothing when signed in to another tenant', () => {
    const run = runWithFakeAz(textsOf().azureCli, { tenant: 'another' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('another tenant');
    expect(run.calls.some((words) => words.includes('create'))).toBe(false);
  });

  it('runs where the home tenant is not known yet', () => {
    const run = runWithFakeAz(textsOf({ homeTenantId: null }).azureCli, { tenant: TENANT });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('Application (client) ID: 11111111-aaaa-4bbb-8ccc-222222222222');
  });
});

describe('the cloud', () => {
  it.each([
    ['commercial', 'AzureCloud', 'Global', 'https://portal.azure.com'],
    ['gcc', 'AzureCloud', 'Global', 'https://portal.azure.com'],
    ['gccHigh', 'AzureUSGovernment', 'USGov', 'https://portal.azure.us'],
    ['dod', 'AzureUSGovernment', 'USGovDoD', 'https://portal.azure.us'],
  ])('%s is named as its tools name it', (id, azureCli, powerShell, portal) => {
    const cloud = MICROSOFT_CLOUDS.find((one) => one.id === id);
    if (!cloud) throw new Error(`no cloud ${id}`);
    const uris = redirectUrisFor(cloud, null);
    expect(uris).toEqual([portal, 'http://localhost:48621/consent']);
    const { texts } = registrationTexts({ ...PLAN, cloudId: id }, cloud, uris);
    expect(texts.azureCli).toContain(`az cloud set --name ${azureCli} `);
    expect(texts.powerShell).toContain(`-Environment ${powerShell} `);
  });

  it('from a file is not named', () => {
    expect(textsOf().azureCli).not.toContain('az cloud set');
    expect(textsOf().powerShell).not.toContain('-Environment');
  });
});

it('while another program has the port, both addresses are to be registered', () => {
  const listener = { redirectUri: 'http://localhost:48622/consent', preferredPort: 48_621, port: 48_622 };
  expect(redirectUrisFor(CLOUD, listener)).toEqual([
    'https://portal.lab.example',
    'http://localhost:48621/consent',
    'http://localhost:48622/consent',
  ]);
});
