import type { Instant, TenantId } from '../../contract/ids';
import type { WireError } from '../utility/wire-error';
import type { PackedBody } from './packed-body';
import type { IncidentColumns } from './store-port';
import type { SyncCursor } from './sync-cursor';

/** One answer of the service: its rows, and its body as it came. Stored in one transaction. */
export interface IncidentPageWrite {
  tenantId: TenantId;
  surface: 'xdr' | 'graph';
  readAt: Instant;
  /** The response body, byte for byte what the service sent. */
  raw: PackedBody;
  rows: IncidentColumns[];
  /** How far the reading has come with this page. */
  sync?: PageSync;
  /** It shows what was changed from here: no news, as whoever changed an incident has looked at it. */
  own?: boolean;
}

/** Stored together with its page, so that reading goes on behind exactly what is stored. */
export interface PageSync {
  cursor: SyncCursor;
  /** Round of the place this page goes on from; 0: the tenant had none. Where another one is stored by now, the page is refused: what it goes on from was deleted meanwhile. */
  follows: number;
  /** Set with the page that ends a read: what the cursor's round did not list is marked as no longer listed since then. */
  unlistedAt: Instant | null;
}

export interface PageSaved {
  inserted: number;
  updated: number;
  /** Already stored with the same or a later last update, or older than this tenant's incidents are kept. */
  unchanged: number;
}

/** How storing one of several pages ended. An error is kept in the form it crosses a line in. */
export type PageAnswer = { ok: true; saved: PageSaved } | { ok: false; error: WireError };

/** Pages of incidents, as they are read. */
export interface PagePort {
  /** Stores one page atomically; a row is replaced only by one with the same or a later last update. Unknown tenant: throws. */
  saveIncidentPage(page: IncidentPageWrite): Promise<PageSaved>;
  /** Like `saveIncidentPage` for several, each stored or refused by itself. In their order. */
  saveIncidentPages(pages: readonly IncidentPageWrite[]): Promise<PageAnswer[]>;
}
