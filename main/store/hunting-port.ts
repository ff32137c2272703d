import type { Instant, TenantId } from '../../contract/ids';

/** What of hunting outlives a session, each as JSON under a name of its own. */
export type HuntingRecordKind = 'schedule' | 'run';

export interface HuntingRecord {
  id: string;
  at: Instant;
  body: string;
}

/** The hunting part of the store. */
export interface HuntingStorePort {
  /** The newest first. */
  listHunting(kind: HuntingRecordKind): Promise<HuntingRecord[]>;
  /** Keeps a record in place of the one of the same ID, and of its kind no more than the newest `most`. */
  saveHunting(kind: HuntingRecordKind, record: HuntingRecord, most: number): Promise<void>;
  removeHunting(kind: HuntingRecordKind, id: string): Promise<void>;
  /** Digests of the rows a schedule found last in a tenant; tenants without: none yet. */
  huntingSeen(scheduleId: string): Promise<{ tenantId: TenantId; digests: Uint8Array }[]>;
  /** Keeps digests in place of those of the same tenants. Tenants that left the list are passed over. */
  saveHuntingSeen(scheduleId: string, seen: readonly { tenantId: TenantId; digests: Uint8Array }[]): Promise<void>;
}
