import type { StateCreator } from 'zustand';
import type { TenantId } from '../../contract/ids';
import type { Result } from '../../contract/result';
import type { SyncOutcome, SyncProgress } from '../../contract/sync';
import { call } from '../bridge/client';

export interface SyncSlice {
  /** The last progress main told; null before the first read of this run. */
  progress: SyncProgress | null;
  setProgress(progress: SyncProgress): void;
  /** Reads one tenant, or all (null); answers when done. */
  refresh(tenantId: TenantId | null): Promise<Result<SyncOutcome[]>>;
  /** Ends the read of one tenant, or of all (null). */
  cancelRefresh(tenantId: TenantId | null): Promise<void>;
  /** Pauses the reading of one tenant, or of all (null), or goes on. */
  pauseReading(tenantId: TenantId | null, paused: boolean): Promise<Result<null>>;
}

export const createSyncSlice: StateCreator<SyncSlice> = (set) => ({
  progress: null,
  setProgress: (progress) => set({ progress }),
  refresh: async (tenantId) => call('incidents.sync', { tenantId }),
  cancelRefresh: async (tenantId) => {
    await call('incidents.cancelSync', { tenantId });
  },
  pauseReading: async (tenantId, paused) => call('sync.pause', { tenantId, paused }),
});
