import { describe, expect, it } from 'vitest';
import { apiProblem, rolesNamed } from '../../../main/cloud/api-errors';
import { answerOf } from './answer';

const NOW = Date.UTC(2026, 0, 15, 12);
const ROLES = ['Incident.Read.All', 'Incident.ReadWrite.All'];
const error = (code: string, message: string, target?: string) => ({ error: { code, message, target } });
const seen = (status: number, body: unknown, headers?: Record<string, string>) => apiProblem(answerOf(status, body, headers), ROLES, NOW);

describe('what a refusal of the Defender API means', () => {
  it.each([
    [
      'an inactive subscription',
      401,
      error('Unauthorized', 'Unauthorized request - reason of failure: Account mode is inactive'),
      'notLicensed',
    ],
    ['a missing licence', 401, error('Unauthorized', 'Unauthorized request - reason of failure: No Tvm license'), 'notLicensed'],
    ['a token for another API', 401, error('Unauthorized', 'Access token validation failure. Invalid audience.'), 'wrongAudience'],
    ['an expired token', 401, error('Unauthorized', 'The token is expired'), 'tokenRefused'],
    ['a 401 without a body', 401, '', 'tokenRefused'],
    ['a feature that is off', 403, error('DisabledFeature', 'Feature is not enabled'), 'notLicensed'],
    ['an unprovisioned account', 403, error('Forbidden', 'Account is not provisioned.'), 'notLicensed'],
    ['a plain 403', 403, error('Forbidden', 'Forbidden'), 'rolesMissing'],
    ['an operation not allowed', 403, error('DisallowedOperation', 'Not now'), 'refused'],
    ['a bad filter', 400, error('ODataError', "Invalid OData URI query: Could not find a property named 'severity'"), 'refused'],
    ['an unknown incident', 404, error('ResourceNotFound', 'Incident 5 was not found'), 'refused'],
    ['a server fault', 500, error('InternalServerError', ''), 'serviceError'],
    ['a web page with a server status', 503, '<html><head><title>Bad gateway</title></head></html>', 'serviceError'],
    ['a web page of a proxy', 403, '<!DOCTYPE html><html><title>Blocked</title></html>', 'unreadable'],
  ])('%s', (_name, status, body, code) => {
    expect(seen(status, body)).toMatchObject({ code, at: NOW });
  });

  it('names the roles the service asks for', () => {
    const problem = seen(
      403,
      error(
        'Forbidden',
        'Missing application roles. API required roles: Incident.Read.All,Incident.ReadWrite.All, application roles: AdvancedHunting.Read.All.',
      ),
    );
    expect(problem).toMatchObject({ code: 'rolesMissing', missingRoles: ROLES, httpStatus: 403 });
  });

  it('reads role lists in the forms seen', () => {
    expect(rolesNamed('API required roles: A.Read,B.Read.All, application roles: .')).toEqual(['A.Read', 'B.Read.All']);
    expect(rolesNamed('API required roles: A.Read; B.Read.')).toEqual(['A.Read', 'B.Read']);
    expect(rolesNamed('Forbidden')).toEqual([]);
  });

  it('says until when it is throttled, from the header or the body', () => {
    const body = error(
      '429',
      'API calls quota exceeded! Maximum allowed 30 per 00:01:00 for the key Destination+TenantID+AppID. You can send requests again in 8 seconds.',
    );
    expect(seen(429, body)).toMatchObject({ code: 'throttled', retryAt: NOW + 8_000 });
    expect(seen(429, body, { 'Retry-After': '30' })).toMatchObject({ retryAt: NOW + 30_000 });
    expect(seen(429, '')).toMatchObject({ code: 'throttled', retryAt: NOW + 60_000 });
    expect(seen(503, '', { 'Retry-After': '5' })).toMatchObject({ code: 'serviceError', retryAt: NOW + 5_000 });
    expect(seen(503, '').retryAt).toBeUndefined();
  });

  it("keeps the service's words and tracking ids", () => {
    expect(seen(404, error('NotFound', 'No such thing <b>', '43f4cb08'))).toMatchObject({
      detail: 'NotFound: No such thing <b>',
      traceId: '43f4cb08',
    });
    const graph = { error: { code: 'Forbidden', message: 'no', innerError: { 'request-id': 'r-1', 'client-request-id': 'c-1' } } };
    expect(seen(403, graph)).toMatchObject({ traceId: 'r-1', correlationId: 'c-1' });
    expect(seen(400, 'plain words').detail).toBe('plain words');
    expect(seen(400, '{"message":"gateway"}').detail).toBe('gateway');
  });
});
