import type { CredentialId, KeyVaultRead } from '../../../contract/credential';
import type { FetchPort } from '../../cloud/fetch-port';
import type { PartnerApps } from '../partner-apps';
import type { PartnerConnection } from '../partner-connection';
import { stillThere } from '../take-secret';
import { keyVaultReference } from './key-vault-reference';
import type { OpenPage } from './sdk-browser';

/** A secret's identifier as typed, or a credential that is known already. */
export type KeyVaultSubject = { identifier: string } | { credentialId: CredentialId };

/** Brings credentials from Azure Key Vault to the partner's apps. */
export class KeyVaultDesk {
  constructor(private readonly parts: { apps: PartnerApps; fetch: FetchPort; now(): number }) {}

  /** Null: there is no such credential, or the registration changed meanwhile. */
  async read(connection: PartnerConnection, subject: KeyVaultSubject, openPage: OpenPage): Promise<KeyVaultRead | null> {
    const known = 'credentialId' in subject ? subject.credentialId : null;
    const reference =
      'identifier' in subject ? typedReference(connection, subject.identifier) : connection.keyVaultReference(subject.credentialId);
    if (!reference) return null;
    if ('fault' in reference) return { outcome: 'refused', fault: reference.fault };
    const { apps, fetch, now } = this.parts;
    const { environment, app } = connection;
    // The SDK is large and rarely used: it is loaded when it is first needed.
    const { readKeyVault } = await import('./read-key-vault');
    const answer = await readKeyVault(reference, { environment, homeTenantId: app.homeTenantId, fetch, now, openPage });
    if (!answer.ok) return { outcome: 'refused', fault: answer.fault, ...(answer.detail === undefined ? {} : { detail: answer.detail }) };
    const current = stillThere(apps, connection);
    return current && { outcome: 'read', credentialId: await current.saveFromKeyVault(reference, answer.read, known) };
  }
}

function typedReference({ environment }: PartnerConnection, identifier: string) {
  const parsed = keyVaultReference(identifier, environment);
  return parsed.ok ? parsed.reference : { fault: parsed.fault };
}
