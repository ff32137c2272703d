import { describe, expect, it } from 'vitest';
import { clientIdProblem, homeTenantProblem, partnerAppInputOf } from '../../../../renderer/features/connect/partner-app-words';

const CLIENT = '8EE8FDAD-f234-4243-8f3b-15c294843740';
const HOME = '11111111-2222-4333-8444-555555555555';

describe('clientIdProblem', () => {
  it.each([
    ['', 'Enter the application (client) ID'],
    ['   ', 'Enter the application (client) ID'],
    ['contoso', 'an ID looks like'],
    ['contoso.onmicrosoft.com', 'looks like a domain'],
    ['8ee8fdad-f234', 'not a whole ID'],
    ['8ee8fdadf23442438f3b15c294843740', 'not a whole ID'],
    ['aB3~kLmN.opQrStUvWxYz0123456789abcdef', 'looks like a client secret'],
  ])('"%s" is answered with "%s"', (typed, words) => {
    expect(clientIdProblem(typed)).toContain(words);
  });

  it('takes an ID in any case, with spaces round it', () => {
    expect(clientIdProblem(` ${CLIENT} `)).toBeNull();
  });
});

describe('homeTenantProblem', () => {
  it('catches the same ID in both fields, in any case', () => {
    expect(homeTenantProblem(CLIENT.toLowerCase(), CLIENT)).toContain('Both IDs are the same');
  });

  it('does not call two unusable IDs the same', () => {
    expect(homeTenantProblem('', '')).toContain('Enter the directory (tenant) ID');
  });

  it('takes another ID', () => {
    expect(homeTenantProblem(HOME, CLIENT)).toBeNull();
  });
});

it('hands on IDs in lower case, and nothing while something is wrong', () => {
  expect(partnerAppInputOf({ name: ' Reader ', clientId: ` ${CLIENT}`, homeTenantId: HOME, cloudId: 'global' }, 'app')).toEqual({
    appId: 'app',
    name: 'Reader',
    clientId: CLIENT.toLowerCase(),
    homeTenantId: HOME,
    cloudId: 'global',
  });
  expect(partnerAppInputOf({ name: 'x', clientId: CLIENT, homeTenantId: CLIENT, cloudId: 'global' }, null)).toBeNull();
  expect(partnerAppInputOf({ name: 'x', clientId: CLIENT, homeTenantId: HOME, cloudId: '' }, null)).toBeNull();
});
