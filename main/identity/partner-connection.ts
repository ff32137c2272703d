import type { TenantId } from '../../contract/ids';
import type { CredentialCheck, PartnerApp, PartnerAppInput } from '../../contract/partner-app';
import type { Problem } from '../../contract/problem';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { KeychainError, type SecretVault } from '../secrets/secret-vault';
import type { StoredPartnerApp, StorePort } from '../store/store-port';
import { checkCredential } from './credential-check';
import { type ResolveAnswer, resolveTenant } from './resolve-tenant';
import { TokenBroker } from './token-broker';

export interface PartnerConnectionParts {
  store: StorePort;
  vault: SecretVault;
  clouds: readonly CloudEnvironment[];
  fetch: FetchPort;
  now(): number;
  /** The registration, the secret's place or the global problem changed. */
  onChange(): void;
}

/**
 * The partner's registration in this profile, its secret in the vault, and the token broker that uses both.
 * A changed registration or secret drops every token held.
 */
export class PartnerConnection {
  #app: StoredPartnerApp | null = null;
  #secretPlace: PartnerApp['secret'] = 'missing';
  #broker: TokenBroker | null = null;
  #globalProblem: Problem | null = null;

  constructor(private readonly parts: PartnerConnectionParts) {}

  /** Reads what is stored. Call once, before anything else. */
  async load(): Promise<void> {
    this.#app = await this.parts.store.getPartnerApp();
    await this.#lookForSecret();
    this.#startBroker();
  }

  environment(): CloudEnvironment | null {
    return this.#app ? this.#cloud(this.#app.cloudId) : null;
  }

  /** The registration as the page may see it. */
  summary(): PartnerApp | null {
    const environment = this.environment();
    if (!this.#app || !environment) return null;
    const { clientId, homeTenantId, savedAt } = this.#app;
    return {
      clientId,
      homeTenantId,
      savedAt,
      cloud: { id: environment.id, name: environment.name, kind: environment.kind },
      secret: this.#secretPlace,
    };
  }

  /** Null while no registration is saved. */
  broker(): TokenBroker | null {
    return this.#broker;
  }

  /** A problem of the credential itself, which hits every tenant alike. */
  globalProblem(): Problem | null {
    return this.#globalProblem;
  }

  /** False when this profile has no such cloud. A secret of another client or cloud is not carried over: it is removed. Throws KeychainError when that fails. */
  async save(input: PartnerAppInput): Promise<boolean> {
    if (!this.#cloud(input.cloudId)) return false;
    const next = { ...input, savedAt: this.parts.now() };
    if (this.#app && accountOf(this.#app) !== accountOf(next)) await this.parts.vault.delete(accountOf(this.#app));
    await this.parts.store.savePartnerApp(next);
    this.#app = next;
    await this.#lookForSecret();
    this.#startBroker();
    return true;
  }

  /** Puts a secret whose shape was checked into the vault. Throws KeychainError when the vault refuses. */
  async saveSecret(secret: string): Promise<void> {
    if (!this.#app) throw new Error('A secret came in without a registration it belongs to');
    await this.parts.vault.set(accountOf(this.#app), Buffer.from(secret, 'utf8'));
    this.#secretPlace = this.parts.vault.storage.mode;
    this.#startBroker();
  }

  /** Removes registration and secret. */
  async remove(): Promise<void> {
    if (this.#app) await this.parts.vault.delete(accountOf(this.#app));
    await this.parts.store.removePartnerApp();
    this.#app = null;
    this.#secretPlace = 'missing';
    this.#startBroker();
  }

  /** Asks Entra about the credential, with a new token of the partner's own tenant. */
  async check(): Promise<CredentialCheck> {
    if (!this.#app || !this.#broker) return { outcome: 'unknown' };
    return checkCredential(this.#broker, this.#app.homeTenantId);
  }

  /** What a typed tenant ID, domain or pasted URL means in this cloud; null without a registration. */
  async resolveTenant(query: string): Promise<ResolveAnswer | null> {
    const environment = this.environment();
    if (!this.#app || !environment) return null;
    const { fetch, now } = this.parts;
    return resolveTenant(query, { environment, homeTenantId: this.#app.homeTenantId, fetch, now });
  }

  /** Drops what is held of a tenant that leaves the list. */
  forgetTenant(tenantId: TenantId): void {
    this.#broker?.forget(tenantId);
  }

  #cloud(id: string): CloudEnvironment | null {
    return this.parts.clouds.find((cloud) => cloud.id === id) ?? null;
  }

  async #lookForSecret(): Promise<void> {
    this.#globalProblem = null;
    this.#secretPlace = 'missing';
    if (!this.#app) return;
    try {
      if ((await this.parts.vault.get(accountOf(this.#app))) !== null) this.#secretPlace = this.parts.vault.storage.mode;
      else this.#globalProblem = { code: 'credentialMissing', at: this.parts.now() };
    } catch (error) {
      this.#globalProblem = keychainProblem(error, this.parts.now());
    }
  }

  #startBroker(): void {
    this.#broker = null;
    const app = this.#app;
    const environment = this.environment();
    if (app && environment) {
      if (this.#secretPlace !== 'missing') this.#globalProblem = null;
      const broker = new TokenBroker({
        environment,
        clientId: app.clientId,
        getSecret: async () => {
          const secret = await this.parts.vault.get(accountOf(app));
          return secret === null ? null : Buffer.from(secret).toString('utf8');
        },
        fetch: this.parts.fetch,
        now: this.parts.now,
        knownProblem: this.#globalProblem,
        onGlobalProblem: (problem) => {
          // A late answer to the registration or secret before says nothing about this one.
          if (this.#broker !== broker) return;
          this.#globalProblem = problem;
          // Accepted: whatever kept the secret from being read at the start is over.
          if (problem === null) this.#secretPlace = this.parts.vault.storage.mode;
          this.parts.onChange();
        },
      });
      this.#broker = broker;
    }
    this.parts.onChange();
  }
}

/** Keyed by cloud as well: a secret of one cloud can never be sent to another. */
function accountOf(app: StoredPartnerApp): string {
  return `client-secret/${app.cloudId}/${app.clientId}`;
}

function keychainProblem(error: unknown, at: number): Problem {
  if (!(error instanceof KeychainError)) throw error;
  return {
    code: error.kind === 'locked' || error.kind === 'timeout' ? 'keychainLocked' : 'keychainUnavailable',
    at,
    detail: error.message,
  };
}
