import type { ConsentListener } from '../../../contract/consent';
import type { CloudEnvironment } from '../../cloud/environment';
import { LISTENER_PATH, PREFERRED_PORT } from '../consent-listener';

/**
 * Addresses an app needs: where a consent ends on the walk-through of Microsoft's partner page, and our own on loopback, at the
 * preferred port and at the one listened to now, should another program have the first.
 */
export function redirectUrisFor(environment: CloudEnvironment, listener: ConsentListener | null): string[] {
  const preferred = `http://localhost:${listener?.preferredPort ?? PREFERRED_PORT}${LISTENER_PATH}`;
  return [...new Set([environment.redirectUri, preferred, listener?.redirectUri ?? preferred])];
}
