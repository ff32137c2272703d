import { join } from 'node:path';
import { HuntingClient, type HuntingClientParts } from '../hunting/hunting-client';
import type { OpenProfileParts } from './open-profile-parts';
import { profileFolder, sqliteBinding } from './paths';

interface HuntingParts extends Pick<HuntingClientParts, 'apps' | 'resolveProxy' | 'proxyStanding'> {
  profileId: string;
  parts: OpenProfileParts;
}

/** Puts the hunting room of a profile together. Its rows are kept beside the store, under a key of their own that is never written down. */
export function openHunting({ profileId, parts, apps, resolveProxy, proxyStanding }: HuntingParts): HuntingClient {
  return new HuntingClient({
    place: { path: join(profileFolder(profileId), 'hunting.spill'), binding: sqliteBinding() },
    apps,
    resolveProxy,
    proxyStanding,
    log: parts.log,
    onChanged: (runId) => parts.tell('hunting.changed', { runId }),
    onEnded: () => undefined,
  });
}
