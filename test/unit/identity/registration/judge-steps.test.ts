import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '../../../../contract/problem';
import type { RegistrationStep } from '../../../../contract/registration';
import type { TokenFacts } from '../../../../contract/token-facts';
import type { Evidence } from '../../../../main/identity/registration/evidence';
import { judgeSteps } from '../../../../main/identity/registration/judge-steps';
import type { AcquireAnswer } from '../../../../main/identity/token-broker';
import { CLIENT, NOW, OTHER_TENANT as HOME, TENANT } from '../token';

const problem = (code: ProblemCode, aadsts?: number): Problem => ({ code, at: NOW, ...(aadsts === undefined ? {} : { aadsts }) });
const refused = (code: ProblemCode, aadsts?: number): AcquireAnswer => ({ ok: false, problem: problem(code, aadsts) });
const granted = (changes: Partial<TokenFacts> = {}): AcquireAnswer => ({
  ok: true,
  facts: {
    tenantId: HOME,
    resource: 'xdr',
    tokenTenantId: HOME,
    appId: CLIENT,
    roles: ['Incident.Read.All'],
    missingRoles: [],
    lacking: [],
    expiresAt: NOW,
    obtainedAt: NOW,
    fromCache: false,
    warnings: [],
    ...changes,
  },
});
const fine = { objection: null };
const objects = (aadsts: number) => ({ objection: problem('registrationFault', aadsts) });

const GOOD: Evidence = {
  clientId: CLIENT,
  homeTenantId: HOME,
  purpose: { features: ['readIncidents'], surfaces: ['xdr'] },
  homeTokens: [{ resource: 'xdr', answer: granted() }],
  customerTokens: [{ tenantId: TENANT, answer: granted({ tenantId: TENANT, tokenTenantId: TENANT }) }],
  anyOrganisation: fine,
  addresses: [{ address: 'https://portal.azure.com', verdict: fine }],
  scopes: [{ resource: 'xdr', verdict: fine }],
};
const homeToken = (answer: AcquireAnswer): Partial<Evidence> => ({ homeTokens: [{ resource: 'xdr', answer }] });
const judged = (changes: Partial<Evidence>, step: RegistrationStep) => {
  const result = judgeSteps({ ...GOOD, ...changes }).find((one) => one.step === step);
  return `${result?.state}: ${result?.findings.map(({ code }) => code).join(', ')}`;
};

it('a registration with everything is in place, step by step', () => {
  expect(judgeSteps(GOOD).map(({ step, state }) => `${step} ${state}`)).toEqual([
    'application ok',
    'accountType ok',
    'redirectUris ok',
    'permissions ok',
    'credential ok',
  ]);
});

describe('the application', () => {
  it.each<[string, Partial<Evidence>, string]>([
    ['a wrong client ID', homeToken(refused('consentMissing', 700016)), 'missing: appNotFound'],
    [
      'a wrong client ID without a secret',
      { ...homeToken(refused('credentialMissing')), anyOrganisation: objects(700016) },
      'missing: appNotFound',
    ],
    ['an app not installed at home', homeToken(refused('consentMissing', 7000229)), 'missing: notInHomeTenant'],
    ['a wrong home tenant', homeToken(refused('tenantNotFound', 90002)), 'missing: homeTenantNotFound'],
    ['a token of another app', homeToken(granted({ appId: TENANT })), 'missing: anotherApp'],
    ['an ID in capitals', homeToken(granted({ appId: CLIENT.toUpperCase() })), 'ok: appSeen'],
    ['a token that cannot be read', homeToken(granted({ appId: undefined, warnings: ['undecodable'] })), 'unknown: tokenUnreadable'],
    ['no network', homeToken(refused('unreachable')), 'unknown: noAnswer'],
    ['a wrong secret', homeToken(refused('credentialWrong', 7000215)), 'unknown: noAnswer'],
  ])('with %s', (_what, changes, verdict) => {
    expect(judged(changes, 'application')).toBe(verdict);
  });
});

describe('the account type', () => {
  it.each<[string, Partial<Evidence>, string]>([
    ['a page that objects', { customerTokens: [], anyOrganisation: objects(50194) }, 'missing: singleTenant'],
    [
      'a customer refused for it',
      { customerTokens: [{ tenantId: TENANT, answer: refused('registrationFault', 650059) }] },
      'missing: singleTenant',
    ],
    ['no customer', { customerTokens: [] }, 'unknown: noCustomerYet'],
    [
      'a customer without consent',
      { customerTokens: [{ tenantId: TENANT, answer: refused('consentMissing', 7000229) }] },
      'unknown: noCustomerYet',
    ],
    [
      'a token of the own tenant in place of a customer’s',
      { customerTokens: [{ tenantId: TENANT, answer: granted() }] },
      'unknown: noCustomerYet',
    ],
    ['no network', { customerTokens: [], anyOrganisation: { noAnswer: problem('unreachable') } }, 'unknown: noAnswer'],
  ])('with %s', (_what, changes, verdict) => {
    expect(judged(changes, 'accountType')).toBe(verdict);
  });
});

describe('the redirect URIs', () => {
  it.each<[string, Evidence['addresses'], string]>([
    [
      'one that is not registered',
      [
        { address: 'a', verdict: fine },
        { address: 'b', verdict: objects(50011) },
      ],
      'missing: addressTaken, addressNotRegistered',
    ],
    ['an objection to something else', [{ address: 'a', verdict: objects(650057) }], 'unknown: noAnswer'],
    ['no answer', [{ address: 'a', verdict: { noAnswer: problem('timeout') } }], 'unknown: noAnswer'],
  ])('with %s', (_what, addresses, verdict) => {
    expect(judged({ addresses }, 'redirectUris')).toBe(verdict);
  });
});

describe('the permissions', () => {
  const everything = { features: ['readIncidents', 'updateIncidents', 'hunt'] as const, surfaces: ['xdr', 'graph'] as const };
  const both = (xdr: string[], graph: string[]): Partial<Evidence> => ({
    purpose: { features: [...everything.features], surfaces: [...everything.surfaces] },
    homeTokens: [
      { resource: 'xdr', answer: granted({ roles: xdr }) },
      { resource: 'graph', answer: granted({ resource: 'graph', roles: graph }) },
    ],
  });
  it.each<[string, Partial<Evidence>, string]>([
    ['none', homeToken(granted({ roles: [] })), 'missing: rolesMissing'],
    ['a greater role', homeToken(granted({ roles: ['Incident.ReadWrite.All'] })), 'ok: rolesSeen, rolesBeyondPurpose'],
    ['one too many', homeToken(granted({ roles: ['Incident.Read.All', 'Other.Read'] })), 'ok: rolesSeen, rolesBeyondPurpose'],
    ['a role of the other API only', homeToken(granted({ roles: ['SecurityIncident.Read.All'] })), 'missing: rolesMissing'],
    [
      'a page that misses the API',
      { ...homeToken(granted({ roles: [] })), scopes: [{ resource: 'xdr', verdict: objects(650057) }] },
      'missing: notRequested',
    ],
    [
      'a page that misses all',
      { ...homeToken(refused('credentialMissing')), scopes: [{ resource: 'xdr', verdict: objects(650056) }] },
      'missing: notRequested',
    ],
    ['a token that cannot be read', homeToken(granted({ roles: [], warnings: ['undecodable'] })), 'unknown: tokenUnreadable'],
    ['a token for another API', homeToken(granted({ problem: problem('wrongAudience') })), 'unknown: noAnswer'],
    ['no token', homeToken(refused('credentialWrong', 7000215)), 'unknown: noAnswer'],
    [
      'all on both APIs',
      both(['Incident.ReadWrite.All', 'AdvancedHunting.Read.All'], ['SecurityIncident.ReadWrite.All', 'ThreatHunting.Read.All']),
      'ok: rolesSeen, rolesSeen',
    ],
    ['all on one API', both(['Incident.ReadWrite.All', 'AdvancedHunting.Read.All'], []), 'missing: rolesSeen, rolesMissing'],
  ])('with %s', (_what, changes, verdict) => {
    expect(judged(changes, 'permissions')).toBe(verdict);
  });

  it('names exactly what is missing, for each API', () => {
    const steps = judgeSteps({ ...GOOD, ...both(['Incident.Read.All'], ['ThreatHunting.Read.All']) });
    expect(steps.find(({ step }) => step === 'permissions')?.findings).toMatchObject([
      { code: 'rolesMissing', resource: 'xdr', roles: ['Incident.ReadWrite.All', 'AdvancedHunting.Read.All'] },
      { code: 'rolesMissing', resource: 'graph', roles: ['SecurityIncident.ReadWrite.All'] },
    ]);
  });
});

describe('the credential', () => {
  it.each<[string, AcquireAnswer, string]>([
    ['a secret’s ID in place of its value', refused('credentialWrong', 7000215), 'missing: secretRefused'],
    ['an expired secret', refused('credentialExpired', 7000222), 'missing: secretExpired'],
    ['a refused certificate', refused('credentialRejected', 700027), 'missing: credentialRefused'],
    ['none', refused('credentialMissing'), 'missing: credentialNotEntered'],
    ['a locked keychain', refused('keychainLocked'), 'unknown: noAnswer'],
    ['a refusal of something else', refused('consentMissing', 700016), 'unknown: noAnswer'],
  ])('with %s', (_what, answer, verdict) => {
    expect(judged({ ...homeToken(answer), customerTokens: [] }, 'credential')).toBe(verdict);
  });

  it('is proven by a customer where the own tenant has no such app', () => {
    expect(judged(homeToken(refused('consentMissing', 7000229)), 'credential')).toBe('ok: credentialAccepted');
  });
});
