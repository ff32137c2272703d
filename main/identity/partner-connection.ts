import type { TenantId } from '../../contract/ids';
import type { CredentialCheck, PartnerApp } from '../../contract/partner-app';
import type { Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { KeychainError, type SecretVault } from '../secrets/secret-vault';
import type { StoredPartnerApp } from '../store/store-port';
import { checkCredential } from './credential-check';
import { type AcquireAnswer, TokenBroker } from './token-broker';

export interface PartnerConnectionParts {
  vault: SecretVault;
  fetch: FetchPort;
  now(): number;
  /** The secret's place or the credential's problem changed. */
  onChange(): void;
  /** How asking Entra for a tenant's token ended. */
  onToken?(tenantId: TenantId, resource: Surface, answer: AcquireAnswer): void;
}

/**
 * One of the partner's registrations, its secret in the vault, and the token broker that uses both.
 * A registration is never changed in place: a changed one is a new connection, so that no token of the old one lives on.
 */
export class PartnerConnection {
  #secretPlace: PartnerApp['secret'] = 'missing';
  #broker: TokenBroker | null = null;
  #problem: Problem | null = null;

  constructor(
    readonly app: StoredPartnerApp,
    readonly environment: CloudEnvironment,
    private readonly parts: PartnerConnectionParts,
  ) {}

  /** Looks for the secret. Call once, before anything else. */
  async load(): Promise<void> {
    await this.#lookForSecret();
    this.#startBroker();
  }

  /** The registration as the page may see it. */
  summary(): PartnerApp {
    const { appId, name, clientId, homeTenantId, purpose, savedAt } = this.app;
    const { id, name: cloudName, kind } = this.environment;
    const cloud = { id, name: cloudName, kind };
    return { appId, name, clientId, homeTenantId, purpose, savedAt, cloud, secret: this.#secretPlace, problem: this.#problem };
  }

  get broker(): TokenBroker {
    if (!this.#broker) throw new Error('A partner app was used before it was loaded');
    return this.#broker;
  }

  /** A problem of the credential itself, which hits every tenant of the app alike. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Puts a secret whose shape was checked into the vault. Throws KeychainError when the vault refuses. */
  async saveSecret(secret: string): Promise<void> {
    await this.parts.vault.set(accountOf(this.app), Buffer.from(secret, 'utf8'));
    this.#secretPlace = this.parts.vault.storage.mode;
    this.#startBroker();
    this.parts.onChange();
  }

  /** Takes the secret out of the vault, and every token with it. Throws KeychainError when the vault refuses. */
  async removeSecret(): Promise<void> {
    await this.parts.vault.delete(accountOf(this.app));
    this.#secretPlace = 'missing';
    this.#problem = { code: 'credentialMissing', at: this.parts.now() };
    this.#startBroker();
  }

  /** Asks Entra about the credential, with a new token of the partner's own tenant. */
  check(): Promise<CredentialCheck> {
    return checkCredential(this.broker, this.app.homeTenantId);
  }

  async #lookForSecret(): Promise<void> {
    this.#problem = null;
    this.#secretPlace = 'missing';
    try {
      if ((await this.parts.vault.get(accountOf(this.app))) !== null) this.#secretPlace = this.parts.vault.storage.mode;
      else this.#problem = { code: 'credentialMissing', at: this.parts.now() };
    } catch (error) {
      this.#problem = keychainProblem(error, this.parts.now());
    }
  }

  #startBroker(): void {
    if (this.#secretPlace !== 'missing') this.#problem = null;
    const { clientId, purpose } = this.app;
    const broker = new TokenBroker({
      environment: this.environment,
      clientId,
      purpose,
      getSecret: async () => {
        const secret = await this.parts.vault.get(accountOf(this.app));
        return secret === null ? null : Buffer.from(secret).toString('utf8');
      },
      fetch: this.parts.fetch,
      now: this.parts.now,
      knownProblem: this.#problem,
      onGlobalProblem: (problem) => {
        // A late answer to the secret before says nothing about this one.
        if (this.#broker !== broker) return;
        this.#problem = problem;
        // Accepted: whatever kept the secret from being read at the start is over.
        if (problem === null) this.#secretPlace = this.parts.vault.storage.mode;
        this.parts.onChange();
      },
      onAnswer: (tenantId, resource, answer) => {
        if (this.#broker === broker) this.parts.onToken?.(tenantId, resource, answer);
      },
    });
    this.#broker = broker;
  }
}

/** Keyed by cloud as well: a secret of one cloud can never be sent to another. */
function accountOf(app: StoredPartnerApp): string {
  return `client-secret/${app.cloudId}/${app.clientId}`;
}

/** Whether two registrations are one to Entra, and so share a secret. */
export function sameRegistration(a: StoredPartnerApp, b: Pick<StoredPartnerApp, 'cloudId' | 'clientId'>): boolean {
  return a.cloudId === b.cloudId && a.clientId === b.clientId;
}

function keychainProblem(error: unknown, at: number): Problem {
  if (!(error instanceof KeychainError)) throw error;
  return {
    code: error.kind === 'locked' || error.kind === 'timeout' ? 'keychainLocked' : 'keychainUnavailable',
    at,
    detail: error.message,
  };
}
