import { i18n } from '@lingui/core';
import type { SecretStorage } from '../../../contract/app-status';
import type { Credential } from '../../../contract/credential';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { RelativeTime } from '../../ui/RelativeTime';
import { placeWords } from './credential-words';

/** What is known of a credential: where it is, until when, and how the registration lists it. Never the secret. */
export function CredentialFacts({ credential, storage }: { credential: Credential; storage: SecretStorage }) {
  const { source, addedAt, expiresAt } = credential;
  const facts: KeyValue[] = [{ name: i18n.t('Kept in'), value: placeWords(credential, storage) }];
  if (source.kind === 'certificate') {
    const { subject, thumbprint, validFrom } = source.certificate;
    facts.push({ name: i18n.t('Subject'), value: subject });
    facts.push({ name: i18n.t('Thumbprint'), value: thumbprint, code: true });
    facts.push({ name: i18n.t('Valid from'), value: <RelativeTime at={validFrom} full /> });
  }
  if (source.kind === 'keyVault') {
    const { vaultUrl, secretName, version } = source.reference;
    facts.push({ name: i18n.t('Vault'), value: vaultUrl, code: true });
    facts.push({
      name: i18n.t('Secret'),
      value:
        version === null
          ? i18n.t('{secretName} (newest version)', { secretName })
          : i18n.t('{secretName}, version {version}', { secretName, version }),
    });
  }
  if (expiresAt !== null) facts.push({ name: i18n.t('Expires'), value: <RelativeTime at={expiresAt} full /> });
  facts.push({ name: i18n.t('Added'), value: <RelativeTime at={addedAt} full /> });
  return <KeyValueList items={facts} />;
}
