import type { KeyVaultFault, KeyVaultReference } from '../../../contract/credential';
import type { CloudEnvironment } from '../../cloud/environment';

/** Names of secrets and versions, after "Key Vault naming" (Microsoft Learn). */
const NAME = /^[0-9a-zA-Z-]{1,127}$/;

/**
 * Reads a secret's or certificate's identifier as Key Vault shows it: `https://VAULT/secrets/NAME` with or without `/VERSION`. A certificate's key and
 * certificate are read as the secret of the same name.
 * @param cloud the vault has to be in it: a secret of one cloud is never used in another
 */
export function keyVaultReference(
  typed: string,
  { vaultDomain }: Pick<CloudEnvironment, 'vaultDomain'>,
): { ok: true; reference: KeyVaultReference } | { ok: false; fault: KeyVaultFault } {
  const text = typed.trim();
  if (!URL.canParse(text)) return { ok: false, fault: 'badIdentifier' };
  const { protocol, hostname, origin, pathname, search, hash, username, password } = new URL(text);
  const [collection = '', secretName = '', version = '', ...more] = pathname.split('/').slice(1);
  const shapeFits =
    protocol === 'https:' &&
    [search, hash, username, password, ...more].every((part) => part === '') &&
    ['secrets', 'certificates'].includes(collection.toLowerCase()) &&
    NAME.test(secretName) &&
    (version === '' || NAME.test(version));
  if (!shapeFits) return { ok: false, fault: 'badIdentifier' };
  if (vaultDomain !== null && !hostname.endsWith(`.${vaultDomain}`)) return { ok: false, fault: 'otherCloud' };
  return { ok: true, reference: { vaultUrl: origin, secretName, version: version || null } };
}
