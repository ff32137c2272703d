import { BackgroundCheck } from '../identity/background-check';
import { waited } from '../identity/consent-probe';
import type { PartnerApps } from '../identity/partner-apps';
import type { StorePort } from '../store/store-port';
import type { TenantDirectory } from '../tenants/tenant-directory';
import type { OpenProfileParts } from './open-profile-parts';

/** Puts together what asks for a token of each tenant now and then, so that a consent that was taken away shows without a read. */
export function openBackgroundCheck({
  store,
  tenants,
  apps,
  parts,
}: {
  store: StorePort;
  tenants: TenantDirectory;
  apps: PartnerApps;
  parts: Pick<OpenProfileParts, 'backgroundCheckMs' | 'log'>;
}): BackgroundCheck {
  return new BackgroundCheck({
    tenants: async () => (await store.listTenants()).map(({ tenantId }) => tenantId),
    ask: async (tenantId) => {
      const resource = await tenants.surfaceOf(tenantId);
      const reader = await apps.readerOf(tenantId, resource);
      return !reader || reader.problem ? null : reader.broker.acquire(tenantId, { resource, fresh: true });
    },
    note: (tenantId, answer) => tenants.recordToken(tenantId, answer),
    everyMs: parts.backgroundCheckMs,
    onFailure: (error) => parts.log.error('asking for tokens in the background broke off', { error }),
    random: Math.random,
    wait: waited,
  });
}
