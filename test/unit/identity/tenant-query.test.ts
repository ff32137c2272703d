import { describe, expect, it } from 'vitest';
import { readTenantQuery } from '../../../main/identity/tenant-query';
import { TENANT } from './token';

describe('what a person types for a tenant', () => {
  it.each([
    TENANT,
    ` ${TENANT.toUpperCase()}\n`,
    `{${TENANT}}`,
    `https://security.microsoft.com/incidents/5?tid=${TENANT}`,
    `https://login.microsoftonline.com/${TENANT}/oauth2/token`,
  ])('finds the ID in %j', (typed) => {
    expect(readTenantQuery(typed)).toEqual({ kind: 'id', tenantId: TENANT });
  });

  it.each([
    ['contoso.com', 'contoso.com'],
    ['  Contoso.COM. ', 'contoso.com'],
    ['contoso.onmicrosoft.com\u200B', 'contoso.onmicrosoft.com'],
    ['admin@contoso.com', 'contoso.com'],
    ['Ada Admin <ada@contoso.com>', 'contoso.com'],
    ['https://contoso.com/about?x=1', 'contoso.com'],
    ['contoso.com/about', 'contoso.com'],
    ['https://login.microsoftonline.com/contoso.com/v2.0/adminconsent', 'contoso.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('finds the domain in %j', (typed, domain) => {
    expect(readTenantQuery(typed)).toEqual({ kind: 'domain', domain });
  });

  it.each(['', '   ', 'contoso', '12345', '127.0.0.1', 'con toso.com', 'https://', '-bad-.com', `${'a'.repeat(64)}.com`])(
    'finds nothing in %j',
    (typed) => {
      expect(readTenantQuery(typed)).toBeNull();
    },
  );
});
