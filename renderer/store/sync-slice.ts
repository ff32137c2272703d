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
  cancelRefresh(): Promise<void>;
}

export const createSyncSlice: StateCreator<SyncSlice> = (set) => ({
  progress: null,
  setProgress: (progress) => set({ progress }),
  refresh: async (tenantId) => call('incidents.sync', { tenantId }),
  cancelRefresh: async () => {
    await call('incidents.cancelSync');
  },
});
