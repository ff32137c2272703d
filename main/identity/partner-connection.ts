import type { CredentialCheck, CredentialId, CredentialProof, KeyVaultReference } from '../../contract/credential';
import type { Instant, TenantId } from '../../contract/ids';
import type { PartnerApp } from '../../contract/partner-app';
import type { Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { keychainProblem } from '../secrets/keychain-problem';
import type { StoredPartnerApp } from '../store/store-port';
import { checkCredential } from './credential-check';
import { CredentialShelf, type CredentialShelfParts } from './credentials/credential-shelf';
import { proveCredential, stillProves } from './credentials/prove-credential';
import type { KeyPair } from './credentials/read-certificate';
import type { VaultCredential } from './key-vault/read-key-vault';
import { type AcquireAnswer, TokenBroker } from './token-broker';

export interface PartnerConnectionParts extends CredentialShelfParts {
  fetch: FetchPort;
  /** The credentials, or the problem of the one in use, changed. */
  onChange(): void;
  /** How asking Entra for a tenant's token ended. */
  onToken?(tenantId: TenantId, resource: Surface, answer: AcquireAnswer): void;
}

/** How the credential in use stands. */
export interface CredentialStanding {
  /** A problem of the credential itself, which hits every tenant of the app alike. */
  problem: Problem | null;
  /** Since when nothing is known against it: it was put to use then, or accepted again. Null: it is refused, or there is none. */
  goodSince: Instant | null;
}

/** A refusal that another tenant's token contradicts soon may be that of one tenant: it does not count as mended before. */
const CONTRADICTED_SOON_MS = 5 * 60_000;

/**
 * One of the partner's registrations, its credentials, and the token broker that works with the one in use.
 * A registration is never changed in place: a changed one is a new connection, so that no token of the old one lives on.
 */
export class PartnerConnection implements CredentialStanding {
  readonly #shelf: CredentialShelf;
  readonly #proofs = new Map<CredentialId, CredentialProof>();
  #broker: TokenBroker | null = null;
  #problem: Problem | null = null;
  #goodSince: Instant = 0;

  constructor(
    readonly app: StoredPartnerApp,
    readonly environment: CloudEnvironment,
    private readonly parts: PartnerConnectionParts,
  ) {
    this.#shelf = new CredentialShelf(app, parts);
  }

  /** Reads what is stored. Call once, before anything else. A vault in memory is looked into at once; the keychain takes longer, and waits for `look`. */
  async load(): Promise<void> {
    await this.#shelf.load();
    this.#restart();
    if (this.parts.vault.storage.mode === 'session') await this.look();
  }

  /** Looks whether the vault has the secrets that are in its care. */
  async look(): Promise<void> {
    const before = this.#shelf.inUse()?.place;
    let isNew: boolean;
    try {
      isNew = await this.#shelf.look();
      if (this.#shelf.inUse()?.place !== before) this.#restart();
    } catch (error) {
      const refusal = keychainProblem(error, this.parts.now());
      if (!refusal) throw error;
      isNew = true;
      this.#problem = refusal;
      this.#startBroker();
    }
    if (isNew) this.parts.onChange();
  }

  /** The registration as the page may see it. */
  summary(): PartnerApp {
    const { appId, name, clientId, homeTenantId, purpose, savedAt } = this.app;
    const { id, name: cloudName, kind } = this.environment;
    const cloud = { id, name: cloudName, kind };
    const credentials = this.#shelf.list();
    const secret = this.#shelf.inUse()?.place ?? 'missing';
    return { appId, name, clientId, homeTenantId, purpose, savedAt, cloud, credentials, secret, problem: this.#problem };
  }

  get broker(): TokenBroker {
    if (!this.#broker) throw new Error('A partner app was used before it was loaded');
    return this.#broker;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  get goodSince(): Instant | null {
    return this.#problem ? null : this.#goodSince;
  }

  /** Keeps a secret whose shape was checked: in place of another, or (null) as a further one. Throws KeychainError when the vault refuses. */
  saveSecret(secret: string, replacing: CredentialId | null = null): Promise<CredentialId> {
    return this.#added(() => this.#shelf.saveSecret(secret, replacing));
  }

  /** Keeps a certificate with its private key. Throws KeychainError when the vault refuses. */
  saveCertificate(pair: KeyPair): Promise<CredentialId> {
    return this.#added(() => this.#shelf.saveCertificate(pair));
  }

  /** Keeps where a credential is in Key Vault, and in memory what was read there; `known`: read again for it. */
  saveFromKeyVault(reference: KeyVaultReference, read: VaultCredential, known: CredentialId | null): Promise<CredentialId> {
    return this.#added(() => this.#shelf.saveFromKeyVault(reference, read, known));
  }

  /** Where a credential is in Key Vault; null when this is none of there. */
  keyVaultReference(credentialId: CredentialId): KeyVaultReference | null {
    return this.#shelf.keyVaultReference(credentialId);
  }

  /** A certificate's public part, in PEM form; null when there is no such certificate. */
  certificate(credentialId: CredentialId): string | null {
    return this.#shelf.certificate(credentialId);
  }

  /** Notes when a secret ends. False: no such secret. */
  async setExpiry(credentialId: CredentialId, expiresAt: Instant | null): Promise<boolean> {
    const noted = await this.#shelf.setExpiry(credentialId, expiresAt);
    if (noted) this.parts.onChange();
    return noted;
  }

  /**
   * Asks for tokens with one credential: of the own tenant and of a customer (null: there is none). What is in use, and what is known of tenants, stays.
   * Null: there is no such credential, or its value is gone. Throws KeychainError when the vault refuses.
   */
  async prove(credentialId: CredentialId, tenantId: TenantId | null): Promise<CredentialProof | null> {
    this.#proofs.delete(credentialId);
    const credential = await this.#shelf.read(credentialId);
    if (!credential) return null;
    const { clientId, purpose, homeTenantId } = this.app;
    const { fetch, now } = this.parts;
    const getCredential = async () => credential;
    const proof = await proveCredential(
      { environment: this.environment, clientId, purpose, getCredential, fetch, now },
      { homeTenantId, tenantId },
    );
    this.#proofs.set(credentialId, proof);
    return proof;
  }

  /** Switches to a credential that was proven a short while ago; tokens that the one before brought are dropped. False: it was not. */
  async use(credentialId: CredentialId, hasCustomers: boolean): Promise<boolean> {
    if (!stillProves(this.#proofs.get(credentialId), this.parts.now(), hasCustomers)) return false;
    if (!(await this.#shelf.use(credentialId))) return false;
    this.#restart();
    this.parts.onChange();
    return true;
  }

  /** Takes one credential out of store and vault; with the one in use go the tokens it brought. Throws KeychainError when the vault refuses. */
  async removeCredential(credentialId: CredentialId): Promise<void> {
    const wasInUse = this.#shelf.inUse()?.credentialId === credentialId;
    await this.#shelf.remove(credentialId);
    if (wasInUse) this.#restart();
    this.parts.onChange();
  }

  /** Takes all credentials out of store and vault, and every token with them. Throws KeychainError when the vault refuses. */
  async removeCredentials(): Promise<void> {
    await this.#shelf.removeAll();
    this.#restart();
  }

  /** Asks Entra about the credential in use, with a new token of the partner's own tenant. */
  check(): Promise<CredentialCheck> {
    return checkCredential(this.broker, this.app.homeTenantId);
  }

  /** Keeps a further credential. Only where it is in use at once are the tokens of the one before dropped. */
  async #added(keep: () => Promise<CredentialId>): Promise<CredentialId> {
    const credentialId = await keep();
    this.#proofs.delete(credentialId);
    if (this.#shelf.inUse()?.credentialId === credentialId) this.#restart();
    this.parts.onChange();
    return credentialId;
  }

  #restart(): void {
    this.#problem = this.#missing();
    this.#goodSince = this.parts.now();
    this.#startBroker();
  }

  #missing(): Problem | null {
    const place = this.#shelf.inUse()?.place ?? 'missing';
    const at = this.parts.now();
    if (place === 'keyVault') return { code: 'signInNeeded', at };
    return place === 'missing' ? { code: 'credentialMissing', at } : null;
  }

  #startBroker(): void {
    const { clientId, purpose } = this.app;
    const broker = new TokenBroker({
      environment: this.environment,
      clientId,
      purpose,
      getCredential: async () => {
        const inUse = this.#shelf.inUse();
        return inUse && this.#shelf.read(inUse.credentialId);
      },
      fetch: this.parts.fetch,
      now: this.parts.now,
      knownProblem: this.#problem,
      onGlobalProblem: (problem) => {
        // A late answer to the credential before says nothing about this one.
        if (this.#broker !== broker) return;
        this.#goodSince = Math.max(this.parts.now(), (this.#problem?.at ?? 0) + CONTRADICTED_SOON_MS);
        this.#problem = problem;
        // Accepted: whatever kept the credential from being read at the start is over.
        if (problem === null) this.#shelf.foundInUse();
        this.parts.onChange();
      },
      onAnswer: (tenantId, resource, answer) => {
        if (this.#broker === broker) this.parts.onToken?.(tenantId, resource, answer);
      },
    });
    this.#broker = broker;
  }
}

/** Whether two registrations are one to Entra, and so share their credentials. */
export function sameRegistration(
  a: Pick<StoredPartnerApp, 'cloudId' | 'clientId'>,
  b: Pick<StoredPartnerApp, 'cloudId' | 'clientId'>,
): boolean {
  return a.cloudId === b.cloudId && a.clientId === b.clientId;
}
