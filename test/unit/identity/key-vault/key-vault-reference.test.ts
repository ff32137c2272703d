import { describe, expect, it } from 'vitest';
import { keyVaultReference } from '../../../../main/identity/key-vault/key-vault-reference';

const COMMERCIAL = { vaultDomain: 'vault.azure.net' };

describe('the identifier of a secret in Key Vault', () => {
  it.each([
    ['https://my-vault.vault.azure.net/secrets/partner', { secretName: 'partner', version: null }],
    ['  https://my-vault.vault.azure.net/secrets/partner/  ', { secretName: 'partner', version: null }],
    ['https://MY-VAULT.vault.azure.net:443/Secrets/partner/0123456789abcdef', { secretName: 'partner', version: '0123456789abcdef' }],
    ['https://my-vault.vault.azure.net/certificates/partner', { secretName: 'partner', version: null }],
  ])('%s is read', (typed, expected) => {
    expect(keyVaultReference(typed, COMMERCIAL)).toEqual({
      ok: true,
      reference: { vaultUrl: 'https://my-vault.vault.azure.net', ...expected },
    });
  });

  it.each([
    '',
    'my-vault/partner',
    'https://my-vault.vault.azure.net',
    'https://my-vault.vault.azure.net/keys/partner',
    'https://my-vault.vault.azure.net/secrets/',
    'https://my-vault.vault.azure.net/secrets/a%20b',
    'https://my-vault.vault.azure.net/secrets/a/b/c',
    'https://my-vault.vault.azure.net/secrets/a?api-version=7.4',
    'https://user:pass@my-vault.vault.azure.net/secrets/a',
    'http://my-vault.vault.azure.net/secrets/a',
    'file:///secrets/a',
  ])('"%s" is none', (typed) => {
    expect(keyVaultReference(typed, COMMERCIAL)).toEqual({ ok: false, fault: 'badIdentifier' });
  });

  it.each([
    'https://my-vault.vault.usgovcloudapi.net/secrets/a',
    'https://vault.azure.net/secrets/a',
    'https://my-vaultvault.azure.net/secrets/a',
    'https://vault.azure.net.example/secrets/a',
  ])('%s is not in the commercial cloud', (typed) => {
    expect(keyVaultReference(typed, COMMERCIAL)).toEqual({ ok: false, fault: 'otherCloud' });
  });

  it('may be anywhere for a cloud of a file', () => {
    expect(keyVaultReference('https://vault.lab.example:8443/secrets/a', { vaultDomain: null })).toMatchObject({
      ok: true,
      reference: { vaultUrl: 'https://vault.lab.example:8443' },
    });
  });
});
