import type { StateCreator } from 'zustand';
import { type IncidentFilter, NEWEST_FIRST } from './incident-filter';

export interface IncidentsSlice {
  filter: IncidentFilter;
  setFilter(patch: Partial<IncidentFilter>): void;
  /** Rises when stored incidents changed, so that an open one is read again. */
  incidentsRevision: number;
  touchIncidents(): void;
}

export const createIncidentsSlice: StateCreator<IncidentsSlice> = (set) => ({
  filter: NEWEST_FIRST,
  setFilter: (patch) => set(({ filter }) => ({ filter: { ...filter, ...patch } })),
  incidentsRevision: 0,
  touchIncidents: () => set(({ incidentsRevision }) => ({ incidentsRevision: incidentsRevision + 1 })),
});
