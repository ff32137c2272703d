import { expect, it } from 'vitest';
import { nameFromDomain, tenantQueryOf, tenantQueryProblem } from '../../../../renderer/features/tenants/tenant-query';

const ID = '8ee8fdad-f234-4243-8f3b-15c294843740';

it.each([
  ['contoso.com', 'contoso.com'],
  [' Contoso.COM ', 'contoso.com'],
  ['https://www.contoso.co.uk/about?x=1', 'contoso.co.uk'],
  ['contoso.com:443/x', 'contoso.com'],
  ['anna@contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  ['Anna <anna@contoso.com>', 'contoso.com'],
  ['bücher.example', 'bücher.example'],
  [ID.toUpperCase(), ID],
  [`https://login.microsoftonline.com/${ID}/v2.0`, ID],
  [`https://security.microsoft.com/incidents?tid=${ID}`, ID],
])('finds the tenant in "%s"', (typed, query) => {
  expect(tenantQueryOf(typed)).toBe(query);
  expect(tenantQueryProblem(typed)).toBeNull();
});

it.each(['', 'contoso', 'two words', '8ee8fdad-f234', '-contoso.com', 'contoso..com'])('says what is wrong with "%s"', (typed) => {
  expect(tenantQueryOf(typed)).toBeNull();
  expect(tenantQueryProblem(typed)).toMatch(/tenant ID/);
});

it('starts a name from the domain', () => {
  expect(nameFromDomain('contoso.onmicrosoft.com')).toBe('Contoso');
  expect(nameFromDomain(undefined)).toBe('');
});
