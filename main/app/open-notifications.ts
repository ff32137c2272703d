import { waited } from '../identity/consent-probe';
import { Notifier } from '../notifications/notifier';
import type { StorePort } from '../store/store-port';
import type { TenantDirectory } from '../tenants/tenant-directory';
import type { OpenProfileParts } from './open-profile-parts';

interface NotificationsParts {
  store: StorePort;
  tenants: Pick<TenantDirectory, 'list'>;
  parts: OpenProfileParts;
}

/** Tells the desktop of this profile's new incidents. */
export async function openNotifications({ store, tenants, parts }: NotificationsParts): Promise<Notifier> {
  const notifier = new Notifier({
    store,
    log: parts.log,
    desktop: parts.desktop,
    failing: async () => (await tenants.list()).filter(({ health }) => health.problem !== undefined).length,
    now: Date.now,
    wait: waited,
    onFailure: (error) => parts.log.error('new incidents could not be told', { error }),
    onTold: () => parts.tell('notifications.changed', null),
  });
  await notifier.load();
  notifier.soon();
  return notifier;
}
