import type { StateCreator } from 'zustand';
import type { AppStatus } from '../../contract/app-status';
import type { CallError } from '../../contract/result';
import { call } from '../bridge/client';
import { coalesce } from './coalesce';

export interface StatusSlice {
  /** Null until main has answered once. */
  status: AppStatus | null;
  statusError: CallError | null;
  loadStatus(): Promise<void>;
}

export const createStatusSlice: StateCreator<StatusSlice> = (set) => ({
  status: null,
  statusError: null,
  loadStatus: coalesce(async () => {
    const result = await call('app.status');
    set(result.ok ? { status: result.value, statusError: null } : { statusError: result.error });
  }),
});
