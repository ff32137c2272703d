import { PublicClientApplication } from '@azure/msal-node';
import { createTransport } from '../../cloud/transport';
import type { FetchPort } from '../../cloud/fetch-port';
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
