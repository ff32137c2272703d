import { randomUUID } from 'node:crypto';
import type { Credential, CredentialId, KeyVaultReference } from '../../../contract/credential';
import type { Instant } from '../../../contract/ids';
import type { SecretVault } from '../../secrets/secret-vault';
import type { VaultCredential } from '../key-vault/read-key-vault';
import type { StoredCredential, StoredPartnerApp, StorePort } from '../../store/store-port';
import { certificateFactsOf } from './certificate-facts';
import { type ClientCredential, SignInNeeded } from './client-credential';
import type { KeyPair } from './read-certificate';

export interface CredentialShelfParts {
  store: Pick<StorePort, 'listCredentials' | 'saveCredential' | 'removeCredential'>;
  vault: SecretVault;
  /** What was read from Key Vault in this session: in memory only, and outliving a change of the registration's name or purpose. */
  readFromKeyVault: Map<string, ClientCredential>;
  now(): number;
}

interface Held {
  stored: StoredCredential;
  place: Credential['place'];
}

/** The secret that was there before an app could have several: its keychain entry keeps its name. */
const FIRST: CredentialId = 'first';

/** The credentials of one partner app: what is public of them in the store, their secrets in the vault. All methods throw KeychainError where the vault refuses. */
export class CredentialShelf {
  #held: Held[] = [];

  constructor(
    private readonly app: StoredPartnerApp,
    private readonly parts: CredentialShelfParts,
  ) {}

  /** Reads what is known. Secrets are taken to be where they were put, until `look` has looked. */
  async load(): Promise<void> {
    const stored = await this.parts.store.listCredentials(this.app.appId);
    this.#held = stored.map((one) => {
      const place = one.source.kind === 'keyVault' ? this.#placeOf(one.credentialId) : this.parts.vault.storage.mode;
      return { stored: one, place };
    });
  }

  /** Looks into the vault for each secret. None counts as there where the vault refuses. Out: whether that changed what is known. */
  async look(): Promise<boolean> {
    const secrets = this.#held.filter(({ stored }) => stored.source.kind !== 'keyVault');
    const before = secrets.map(({ place }) => place);
    try {
      for (const held of secrets) {
        const kept = await this.parts.vault.get(this.#accountOf(held.stored.credentialId));
        held.place = kept === null ? 'missing' : this.parts.vault.storage.mode;
      }
    } catch (error) {
      for (const held of secrets) held.place = 'missing';
      throw error;
    }
    return secrets.some(({ place }, index) => place !== before[index]);
  }

  /** As the page may see them, the oldest first. */
  list(): Credential[] {
    return this.#held.map(({ stored: { source, ...facts }, place }) => ({
      ...facts,
      place,
      source: source.kind === 'certificate' ? { kind: 'certificate', certificate: certificateFactsOf(source.pem) } : source,
    }));
  }

  /** The one tokens are asked for with; null: there is none. */
  inUse(): Credential | null {
    return this.list().find(({ inUse }) => inUse) ?? null;
  }

  /** The vault gave the credential in use after all, after it had refused. */
  foundInUse(): void {
    for (const held of this.#held) {
      if (held.stored.inUse && held.stored.source.kind !== 'keyVault') held.place = this.parts.vault.storage.mode;
    }
  }

  /** Reads a credential with its secret; null when the vault is open and has none. Throws SignInNeeded when it is in Key Vault only. */
  async read(credentialId: CredentialId): Promise<ClientCredential | null> {
    const held = this.#find(credentialId);
    if (held?.stored.source.kind === 'keyVault') {
      const read = this.parts.readFromKeyVault.get(this.#accountOf(credentialId));
      if (!read) throw new SignInNeeded();
      return read;
    }
    const bytes = held && (await this.parts.vault.get(this.#accountOf(credentialId)));
    if (!held || !bytes) return null;
    const text = Buffer.from(bytes).toString('utf8');
    const { source } = held.stored;
    if (source.kind !== 'certificate') return { kind: 'secret', secret: text };
    return { kind: 'certificate', privateKey: text, thumbprintSha256: certificateFactsOf(source.pem).thumbprintSha256 };
  }

  /** The certificate itself, in PEM form; null when this is none. */
  certificate(credentialId: CredentialId): string | null {
    const source = this.#find(credentialId)?.stored.source;
    return source?.kind === 'certificate' ? source.pem : null;
  }

  /**
   * Keeps a client secret whose shape was checked.
   * @param replacing the secret it takes the place of; null: a further one, unless the one in use has lost its value
   */
  async saveSecret(secret: string, replacing: CredentialId | null): Promise<CredentialId> {
    const lost = this.#held.find(({ stored, place }) => stored.inUse && stored.source.kind === 'secret' && place === 'missing');
    const before = replacing === null ? lost : this.#find(replacing);
    const stored = before?.stored.source.kind === 'secret' ? before.stored : null;
    return this.#keep({ source: { kind: 'secret' }, expiresAt: null, value: secret, credentialId: stored?.credentialId ?? randomUUID() });
  }

  /** Keeps a certificate with its private key. */
  saveCertificate({ certificate, privateKey }: KeyPair): Promise<CredentialId> {
    const { validTo } = certificateFactsOf(certificate);
    const source = { kind: 'certificate', pem: certificate } as const;
    return this.#keep({ source, expiresAt: validTo, value: privateKey, credentialId: randomUUID() });
  }

  /** Where a credential is in Key Vault; null when this is none of there. */
  keyVaultReference(credentialId: CredentialId): KeyVaultReference | null {
    const source = this.#find(credentialId)?.stored.source;
    return source?.kind === 'keyVault' ? source.reference : null;
  }

  /**
   * Keeps where a credential is in Key Vault, and in memory what was read there.
   * @param known the credential it was read for again; null: a further one
   */
  async saveFromKeyVault(
    reference: KeyVaultReference,
    { credential, expiresAt }: VaultCredential,
    known: CredentialId | null,
  ): Promise<CredentialId> {
    const credentialId = known ?? randomUUID();
    this.parts.readFromKeyVault.set(this.#accountOf(credentialId), credential);
    return this.#keep({ source: { kind: 'keyVault', reference }, expiresAt, value: null, credentialId });
  }

  /** Notes when a secret ends. False: no such secret; a certificate says so itself. */
  async setExpiry(credentialId: CredentialId, expiresAt: Instant | null): Promise<boolean> {
    const held = this.#find(credentialId);
    if (!held || held.stored.source.kind !== 'secret') return false;
    await this.#save({ ...held, stored: { ...held.stored, expiresAt } });
    return true;
  }

  /** Tokens are asked for with this one from now on. False: no such credential. */
  async use(credentialId: CredentialId): Promise<boolean> {
    const held = this.#find(credentialId);
    if (!held) return false;
    await this.#save({ ...held, stored: { ...held.stored, inUse: true } });
    return true;
  }

  /** Removes a credential, its secret first. */
  async remove(credentialId: CredentialId): Promise<void> {
    this.parts.readFromKeyVault.delete(this.#accountOf(credentialId));
    await this.parts.vault.delete(this.#accountOf(credentialId));
    await this.parts.store.removeCredential(this.app.appId, credentialId);
    this.#held = this.#held.filter(({ stored }) => stored.credentialId !== credentialId);
  }

  async removeAll(): Promise<void> {
    for (const { stored } of this.#held) await this.remove(stored.credentialId);
  }

  /**
   * Into the vault first: what the store knows of is there. `value` null: nothing for the vault. The first credential, and one that takes the place of a lost
   * one, is in use at once.
   */
  async #keep({
    value,
    ...kept
  }: Pick<StoredCredential, 'credentialId' | 'source' | 'expiresAt'> & { value: string | null }): Promise<CredentialId> {
    const { credentialId } = kept;
    if (value !== null) await this.parts.vault.set(this.#accountOf(credentialId), Buffer.from(value, 'utf8'));
    const current = this.#held.find(({ stored }) => stored.inUse);
    const inUse = !current || current.place === 'missing' || current.stored.credentialId === credentialId;
    const place = value === null ? this.#placeOf(credentialId) : this.parts.vault.storage.mode;
    await this.#save({ stored: { ...kept, addedAt: this.parts.now(), inUse }, place });
    return credentialId;
  }

  /** Of a credential in Key Vault. */
  #placeOf(credentialId: CredentialId): Credential['place'] {
    return this.parts.readFromKeyVault.has(this.#accountOf(credentialId)) ? 'session' : 'keyVault';
  }

  async #save(held: Held): Promise<void> {
    const { stored } = held;
    await this.parts.store.saveCredential(this.app.appId, stored);
    const others = stored.inUse ? this.#held.map((one) => ({ ...one, stored: { ...one.stored, inUse: false } })) : this.#held;
    const known = others.some((one) => one.stored.credentialId === stored.credentialId);
    this.#held = known ? others.map((one) => (one.stored.credentialId === stored.credentialId ? held : one)) : [...others, held];
  }

  #find(credentialId: CredentialId): Held | null {
    return this.#held.find(({ stored }) => stored.credentialId === credentialId) ?? null;
  }

  /** Keyed by cloud as well: a secret of one cloud can never be sent to another. An entry is never overwritten by another credential's. */
  #accountOf(credentialId: CredentialId): string {
    const { cloudId, clientId } = this.app;
    return credentialId === FIRST ? `client-secret/${cloudId}/${clientId}` : `credential/${cloudId}/${clientId}/${credentialId}`;
  }
}
