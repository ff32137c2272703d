import { CryptoProvider, PublicClientApplication } from '@azure/msal-node';
import type { Problem } from '../../../contract/problem';
import { createTransport } from '../../cloud/transport';
import type { FetchPort } from '../../cloud/fetch-port';
import { EntraFailure } from '../entra-failure';
import { authorityOf } from '../msal-client';
import { createNetworkModule } from '../network-module';
import type { PartnerConnection } from '../partner-connection';

/** An MSAL client for one sign-in in the partner's own tenant: without a secret, and with a memory that goes with it. */
export function createPublicClient({ app, environment }: PartnerConnection, fetch: FetchPort, now: () => number): PublicClientApplication {
  return new PublicClientApplication({
    auth: { clientId: app.clientId, ...authorityOf(environment, app.homeTenantId) },
    system: { networkClient: createNetworkModule(createTransport(fetch, now), now) },
  });
}

/** A proof key (RFC 7636): what is sent with the code, and what the sign-in page is told of it. */
export function createProof(): Promise<{ verifier: string; challenge: string }> {
  return new CryptoProvider().generatePkceCodes();
}

/** Why Entra gave no token; null: it was something else. */
export function entraProblemOf(error: unknown): Problem | null {
  return error instanceof EntraFailure ? error.problem : null;
}
