import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { API_REFUSALS, type ApiRefusal } from '../../../contract/api-refusals';
import { ENTRA_ROWS } from '../../../contract/entra-codes';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import type { Problem } from '../../../contract/problem';
import { readConsentAnswer } from '../../../main/identity/consent-answer';
import { consentLinks } from '../../../main/identity/consent-links';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import { ProblemCard } from '../../../renderer/features/common/ProblemCard';
import { actorWords } from '../../../renderer/features/common/problem-words';
import { eventWords } from '../../../renderer/features/consent/consent-words';
import { partnerAtSandbox, type PartnerAtSandbox } from './partner';

/** The words on screen, as text. */
const shown = (problem: Problem): string =>
  renderToStaticMarkup(createElement(ProblemCard, { problem, tenantName: 'Contoso' }))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&gt;', '>');

const numbersAt = (place: 'token' | 'consent') =>
  ENTRA_ROWS.filter((row) => row.place === place).flatMap((row) => row.numbers.map((number) => ({ number, row })));

let at: PartnerAtSandbox;
let customer: string;
beforeAll(async () => {
  at = await partnerAtSandbox({ tenants: 3, incidents: 5 });
  customer = at.tenantIn('consented');
});
afterAll(() => at.sandbox.close());

it('has rows for more than forty codes and refusals, each number once', () => {
  const numbers = ENTRA_ROWS.flatMap((row) => row.numbers);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(ENTRA_ROWS.length + Object.keys(API_REFUSALS).length).toBeGreaterThan(60);
  for (const { who, ask, cause, nextStep } of [...ENTRA_ROWS, ...Object.values(API_REFUSALS).map((row) => ({ ask: undefined, ...row }))]) {
    expect(cause).toMatch(/\.$/);
    expect(nextStep).toMatch(/\.$/);
    if (who === 'customer') expect(ask, cause).toBeDefined();
  }
});

describe("what Entra answers at the token endpoint, through MSAL to the tenant's card", () => {
  beforeEach(() => at.broker.forget(customer));

  it.each(numbersAt('token'))('AADSTS$number', async ({ number, row }) => {
    at.sandbox.control.refuse(customer, 'token', number);
    const answer = await at.broker.acquire(customer, { resource: 'xdr', fresh: true });
    at.sandbox.control.refuse(customer, 'token', null);
    if (answer.ok) throw new Error('A token came');
    expect(answer.problem).toMatchObject({
      code: row.code,
      aadsts: number,
      traceId: expect.any(String),
      correlationId: expect.any(String),
    });
    const text = shown(answer.problem);
    for (const words of [row.cause, row.nextStep, actorWords(row.who), `AADSTS${number}`]) expect(text).toContain(words);
    expect(text.includes('Copy text for the customer')).toBe(row.ask !== undefined);
  });

  it('a number nobody has words for is shown word for word, with its IDs', async () => {
    at.sandbox.control.refuse(customer, 'token', 7_999_999);
    const answer = await at.broker.acquire(customer, { resource: 'xdr', fresh: true });
    at.sandbox.control.refuse(customer, 'token', null);
    if (answer.ok) throw new Error('A token came');
    const text = shown(answer.problem);
    expect(answer.problem.code).toBe('unknownEntra');
    for (const words of [
      'AADSTS7999999',
      'Something the list of codes does not explain.',
      answer.problem.traceId,
      answer.problem.correlationId,
    ])
      expect(text).toContain(words);
  });
});

describe("what the consent page ends with, through the redirect to the tenant's history", () => {
  it.each(numbersAt('consent'))('AADSTS$number', async ({ number, row }) => {
    at.sandbox.control.refuse(customer, 'consent', number);
    const { clientId } = at.sandbox.partner;
    const { adminV2 } = consentLinks({
      environment: at.environment,
      clientId,
      tenantId: customer,
      state: 'a-state',
      purpose: DEFAULT_PURPOSE,
      ownAddress: null,
    });
    const body = new URLSearchParams({ decision: 'accept' });
    const response = await fetch(adminV2, { method: 'POST', body, redirect: 'manual' });
    at.sandbox.control.refuse(customer, 'consent', null);
    const answer = readConsentAnswer(new URL(response.headers.get('location') ?? '').searchParams);
    expect(answer).toMatchObject({ outcome: 'declined', detail: expect.stringContaining(`AADSTS${number}`) });
    const { title, text } = eventWords({ kind: 'declined', at: 1, facts: { detail: answer?.detail } });
    expect(title).toBe('Consent not given');
    for (const words of [row.cause, row.nextStep, `AADSTS${number}`]) expect(text).toContain(words);
  });
});

/** Answers as the API gives them, one for each refusal that says something particular. */
const ANSWERS: Record<ApiRefusal, { status: number; body: unknown; contentType?: string }> = {
  missingRoles: {
    status: 403,
    body: {
      error: { code: 'Forbidden', message: 'Missing application roles. API required roles: Incident.Read.All, application roles: .' },
    },
  },
  accountInactive: {
    status: 401,
    body: { error: { code: 'Unauthorized', message: 'Unauthorized request - reason of failure: Account mode is inactive' } },
  },
  notProvisioned: { status: 403, body: { error: { code: 'Forbidden', message: 'Account is not provisioned.' } } },
  noLicence: { status: 401, body: { error: { code: 'Unauthorized', message: 'No Tvm license' } } },
  featureDisabled: { status: 403, body: { error: { code: 'DisabledFeature', message: 'Tenant feature is not enabled' } } },
  operationDisallowed: { status: 403, body: { error: { code: 'DisallowedOperation', message: 'The operation is not allowed' } } },
  wrongAudience: { status: 401, body: { error: { code: 'Unauthorized', message: 'The audience is invalid' } } },
  tokenNotAccepted: { status: 401, body: { error: { code: 'Unauthorized', message: 'Invalid authorization header' } } },
  quotaExceeded: {
    status: 429,
    body: { error: { code: '429', message: 'API calls quota exceeded! You can send requests again in 8 seconds.' } },
  },
  serverError: { status: 500, body: { error: { code: 'InternalServerError', message: '' } } },
  queryRefused: { status: 400, body: { error: { code: 'ODataError', message: 'Invalid OData URI query x' } } },
  notFound: { status: 404, body: { error: { code: 'ResourceNotFound', message: 'Resource x was not found' } } },
  webPage: { status: 403, body: '<!doctype html><title>Sign in to the network</title>', contentType: 'text/html' },
};

describe("what the API answers, to the tenant's card", () => {
  beforeEach(() => {
    at.broker.forget(customer);
    at.broker.retry();
  });

  it.each(Object.keys(ANSWERS) as ApiRefusal[])('%s', async (refusal) => {
    const row = { ask: undefined, ...API_REFUSALS[refusal] };
    const grant = await at.broker.getToken(customer, { resource: 'xdr', renew: false });
    if (!grant.ok) throw new Error('No token came');
    at.sandbox.control.fault({ match: 'incidents', tenantId: customer, times: 2, ...ANSWERS[refusal] });
    const provider = new XdrProvider({ environment: at.environment, fetch, now: Date.now });
    const page = await provider.readPage({
      tenantId: customer,
      accessToken: grant.accessToken,
      range: { createdSince: null, updatedSince: null },
      cursor: null,
      signal: new AbortController().signal,
    });
    at.sandbox.control.clearFaults();
    if (page.ok) throw new Error('A page came');
    expect(page.problem).toMatchObject({ code: row.code, refusal });
    const text = shown(page.problem);
    for (const words of [row.cause, row.nextStep, actorWords(row.who)]) expect(text).toContain(words);
    expect(text.includes('Copy text for the customer')).toBe(row.ask !== undefined);
  });
});
