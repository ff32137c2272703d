import { create } from 'zustand';
import { createExportSlice, type ExportSlice } from './export-slice';
import { createIncidentsSlice, type IncidentsSlice } from './incidents-slice';
import { createNavSlice, type NavSlice } from './nav-slice';
import { createStatusSlice, type StatusSlice } from './status-slice';
import { createSyncSlice, type SyncSlice } from './sync-slice';
import { createTenantsSlice, type TenantsSlice } from './tenants-slice';
import { createViewsSlice, type ViewsSlice } from './views-slice';
import { createWritesSlice, type WritesSlice } from './writes-slice';

export type AppState = StatusSlice & TenantsSlice & IncidentsSlice & SyncSlice & NavSlice & ViewsSlice & WritesSlice & ExportSlice;

/** The page's state: what main said last, and where the user is. Incident rows are not in it; see IncidentWindow. */
export const useApp = create<AppState>()((...store) => ({
  ...createStatusSlice(...store),
  ...createTenantsSlice(...store),
  ...createIncidentsSlice(...store),
  ...createSyncSlice(...store),
  ...createNavSlice(...store),
  ...createViewsSlice(...store),
  ...createWritesSlice(...store),
  ...createExportSlice(...store),
}));
