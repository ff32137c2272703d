import type { TenantId } from '../../contract/ids';
import { surfaceFor } from '../identity/app-choice';
import { ConsentDesk } from '../identity/consent-desk';
import { listenForConsent } from '../identity/consent-listener';
import type { ConsentLog } from '../identity/consent-log';
import { ConsentProber } from '../identity/consent-probe';
import { ConsentState } from '../identity/consent-state';
import type { PartnerApps } from '../identity/partner-apps';
import type { IncidentDesk } from '../incidents/incident-desk';
import type { StorePort } from '../store/store-port';
import type { TenantDirectory } from '../tenants/tenant-directory';
import type { OpenProfileParts } from './open-profile-parts';

interface ConsentParts {
  store: StorePort;
  log: ConsentLog;
  apps: PartnerApps;
  tenants: TenantDirectory;
  incidents: IncidentDesk;
  parts: OpenProfileParts;
}

/** Follows consents from their link to a token, and listens on loopback for those given in a browser on this computer. */
export async function openConsent({ store, log, apps, tenants, incidents, parts }: ConsentParts): Promise<ConsentDesk> {
  const now = () => Date.now();
  const failed = (error: unknown) => parts.log.error('following a consent broke off', { error });
  const consent = new ConsentDesk({
    store,
    states: new ConsentState({ store, now }),
    log,
    prober: new ConsentProber({
      acquire: async (tenantId, appId) => {
        const connection = apps.connection(appId);
        if (!connection) return null;
        const resource = surfaceFor(connection, await tenants.surfaceOf(tenantId));
        return connection.broker.acquire(tenantId, { resource, fresh: true });
      },
      onEnd: async (tenantId, appId, answer) => {
        // An app that is there for something else says nothing about reading.
        if ((await apps.readerOf(tenantId, await tenants.surfaceOf(tenantId)))?.app.appId !== appId) return;
        await tenants.recordToken(tenantId, answer);
        // The first read at once: only what was read is fresh.
        if (answer.ok && !answer.facts.problem && answer.facts.missingRoles.length === 0) void incidents.sync(tenantId).catch(failed);
      },
      onChange: (tenantId: TenantId) => parts.tell('consent.changed', { tenantId }),
      now,
    }),
    now,
    onFailure: failed,
  });
  const onAnswer = (parameters: URLSearchParams) =>
    void consent
      .takeRequest(parameters)
      .then(({ verdict }) => parts.log.info('an answer of a consent page came in', { verdict }))
      .catch(failed);
  consent.listenWith(await listenForConsent({ onAnswer }));
  return consent;
}
