import type { EventName, EventPayload } from '../../contract/ipc';
import type { Log } from '../log/log';

/** What the application lends a profile. */
export interface OpenProfileParts {
  /** Secrets in memory only, nothing on disk, by the user's wish. */
  sessionOnly: boolean;
  log: Log;
  /** Time between two rounds of asking for every customer's token (ms); null: none. */
  backgroundCheckMs(): number | null;
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void;
}
