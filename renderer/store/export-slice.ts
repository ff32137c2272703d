import type { StateCreator } from 'zustand';
import type { ExportProgress } from '../../contract/export';

export interface ExportSlice {
  /** What is being written to files; null: nothing. */
  exporting: ExportProgress;
  setExporting(progress: ExportProgress): void;
}

export const createExportSlice: StateCreator<ExportSlice> = (set) => ({
  exporting: null,
  setExporting: (exporting) => set({ exporting }),
});
