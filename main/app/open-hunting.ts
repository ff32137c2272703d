import { join } from 'node:path';
import { HuntingClient, type HuntingClientParts } from '../hunting/hunting-client';
import { HuntingScheduler } from '../hunting/hunting-scheduler';
import { HuntingShelf } from '../hunting/hunting-shelf';
import type { Desk } from '../ipc/context';
import { namedRows } from '../notifications/found-rows';
import type { Notifier } from '../notifications/notifier';
import type { StorePort } from '../store/store-port';
import type { OpenProfileParts } from './open-profile-parts';
import { profileFolder, sqliteBinding } from './paths';

interface HuntingParts extends Pick<HuntingClientParts, 'apps' | 'resolveProxy' | 'proxyStanding'> {
  profileId: string;
  parts: OpenProfileParts;
  store: StorePort;
  notifications: Pick<Notifier, 'found'>;
}

type HuntingRooms = Pick<Desk, 'hunting' | 'huntingShelf' | 'huntingSchedule'>;

/** Puts the hunting room of a profile together. Its rows are kept beside the store, under a key of their own that is never written down. */
export function openHunting({ profileId, parts, apps, resolveProxy, proxyStanding, store, notifications }: HuntingParts): HuntingRooms {
  const now = (): number => Date.now();
  const onFailure = (error: unknown): void => parts.log.error('a run of a scheduled query broke off', { error });
  const huntingShelf = new HuntingShelf(store, now);
  const hunting = new HuntingClient({
    place: {
      path: join(profileFolder(profileId), 'hunting.spill'),
      binding: sqliteBinding(),
      reader: join(__dirname, 'hunting-reader.cjs'),
    },
    apps,
    resolveProxy,
    proxyStanding,
    log: parts.log,
    onChanged: (runId) => parts.tell('hunting.changed', { runId }),
    onExporting: (runId, rows, of) => parts.tell('hunting.exporting', { runId, rows, of }),
    onEnded: (run) => {
      parts.tell('hunting.changed', { runId: run.runId });
      huntingShelf
        .noteRun(run)
        .then(() => parts.tell('hunting.runNoted', null))
        .catch((error: unknown) => parts.log.error('a run was not noted in the history', { error }));
      huntingSchedule.ended(run).catch(onFailure);
    },
  });
  const huntingSchedule = new HuntingScheduler({
    shelf: huntingShelf,
    store,
    hunting,
    tenants: async () =>
      (await store.listTenants()).sort((one, other) => one.displayName.localeCompare(other.displayName)).map(({ tenantId }) => tenantId),
    now,
    onRun: () => parts.tell('hunting.schedulesChanged', null),
    onFound: (found) => {
      store
        .listTenants()
        .then((listed) => notifications.found(namedRows(found, listed)))
        .catch((error: unknown) => parts.log.error('new rows of a scheduled query could not be told', { error }));
    },
    onFailure,
  });
  huntingSchedule.start();
  return { hunting, huntingShelf, huntingSchedule };
}
