import type { ConfidentialClientApplication } from '@azure/msal-node';
import type { TenantId } from '../../contract/ids';
import type { Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { createTransport, type TransportLimits } from '../cloud/transport';
import { withoutSecrets } from '../cloud/without-secrets';
import { keychainProblem } from '../secrets/keychain-problem';
import { type ClientCredential, sentWith, SignInNeeded } from './credentials/client-credential';
import { EntraFailure } from './entra-failure';
import { createMsalClient } from './msal-client';
import { createNetworkModule } from './network-module';

const TOKEN_LIMITS: TransportLimits = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 1024 * 1024 };
/** Life assumed of a token whose answer names none; short, so that it is soon asked for again. */
const UNNAMED_LIFE_MS = 10 * 60_000;

export interface TokenRequestParts {
  environment: CloudEnvironment;
  clientId: string;
  /** The credential in use; null when the vault is open and has none. Throws KeychainError when it cannot tell. */
  getCredential(): Promise<ClientCredential | null>;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

export type TokenAnswer = { ok: true; accessToken: string; expiresAt: number } | { ok: false; problem: Problem };

/** Asks Entra for tokens, one MSAL client per tenant, made when first needed. Keeps no token itself. */
export class TokenRequester {
  readonly #clients = new Map<TenantId, ConfidentialClientApplication>();
  readonly #network;
  #credential: ClientCredential | null = null;

  constructor(private readonly parts: TokenRequestParts) {
    this.#network = createNetworkModule(createTransport(parts.fetch, parts.now, parts.limits ?? TOKEN_LIMITS), parts.now);
  }

  /** One token request over the network. Never throws for what the vault, the network or Entra does. */
  async request(tenantId: TenantId, resource: Surface): Promise<TokenAnswer> {
    // Held here as well: another tenant's refusal may have the field forgotten before the answer comes.
    let credential: ClientCredential | null = null;
    try {
      credential = this.#credential ??= await this.parts.getCredential();
      if (!credential) return { ok: false, problem: { code: 'credentialMissing', at: this.parts.now() } };
      const answer = await this.#client(tenantId, credential).acquireTokenByClientCredential({
        scopes: [this.parts.environment.resources[resource].scope],
        skipCache: true,
      });
      if (!answer?.accessToken)
        return { ok: false, problem: { code: 'unreadable', at: this.parts.now(), detail: 'The login service answered without a token.' } };
      return { ok: true, accessToken: answer.accessToken, expiresAt: this.#expiry(answer.expiresOn) };
    } catch (error) {
      return { ok: false, problem: withoutSecrets(this.#problemOf(error), sentWith(credential)) };
    }
  }

  forgetTenant(tenantId: TenantId): void {
    this.#clients.delete(tenantId);
  }

  /** Drops every copy of the credential: the next request reads the vault again. */
  forgetCredential(): void {
    this.#clients.clear();
    this.#credential = null;
  }

  #client(tenantId: TenantId, credential: ClientCredential): ConfidentialClientApplication {
    const known = this.#clients.get(tenantId);
    if (known) return known;
    const { environment, clientId } = this.parts;
    const client = createMsalClient({ environment, clientId, credential, tenantId, networkClient: this.#network });
    this.#clients.set(tenantId, client);
    return client;
  }

  /**
   * MSAL computes the end on the system clock; ours may be another one.
   * Where the answer names no life, MSAL takes 0 s and rounds up to the next whole second.
   */
  #expiry(expiresOn: Date | null): number {
    const left = expiresOn === null ? Number.NaN : expiresOn.getTime() - Date.now();
    return this.parts.now() + Math.round(left > 1000 ? left : UNNAMED_LIFE_MS);
  }

  #problemOf(error: unknown): Problem {
    const at = this.parts.now();
    if (error instanceof EntraFailure) return error.problem;
    if (error instanceof SignInNeeded) return { code: 'signInNeeded', at };
    return keychainProblem(error, at) ?? { code: 'internal', at, detail: error instanceof Error ? error.name : 'unknown' };
  }
}
