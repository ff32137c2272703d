import type { EventName, EventPayload } from '../../contract/ipc';
import type { Surface } from '../../contract/permissions';
import type { ProxyUse } from '../../contract/proxy';
import type { DesktopPort } from '../notifications/desktop-port';
import type { ProxySignIn } from '../cloud/proxy/proxy-sign-in';
import type { Log } from '../log/log';

/** What the application lends a profile. */
export interface OpenProfileParts {
  /** Secrets in memory only, nothing on disk, by the user's wish. */
  sessionOnly: boolean;
  log: Log;
  /** Time between two rounds of asking for every customer's token (ms); null: none. */
  backgroundCheckMs(): number | null;
  /** The surface customers are read over first where nothing else is said of one. */
  preferredSurface(): Surface;
  /** Asks the person to sign in at a proxy, in a window of its own. False: it was closed without. */
  askForProxySignIn(proxies: ProxySignIn, use: ProxyUse): Promise<boolean>;
  desktop: DesktopPort;
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void;
}
