import type { WireError } from '../utility/wire-error';
import type { IncidentPageWrite, PageSaved } from './store-port';

/** How storing one of several pages ended. An error is kept in the form it crosses a line in. */
export type PageAnswer = { ok: true; saved: PageSaved } | { ok: false; error: WireError };

/** Pages of incidents, as they are read. */
export interface PagePort {
  /** Stores one page atomically; a row is replaced only by one with the same or a later last update. Unknown tenant: throws. */
  saveIncidentPage(page: IncidentPageWrite): Promise<PageSaved>;
  /** Like `saveIncidentPage` for several, each stored or refused by itself. In their order. */
  saveIncidentPages(pages: readonly IncidentPageWrite[]): Promise<PageAnswer[]>;
}
