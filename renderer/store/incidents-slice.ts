import type { StateCreator } from 'zustand';
import { call } from '../bridge/client';
import type { IncidentKey } from '../../contract/ids';
import { type IncidentFilter, NEWEST_FIRST } from './incident-filter';
import { DEFAULT_LAYOUT, type QueueLayout } from './queue-layout';

export interface IncidentsSlice {
  filter: IncidentFilter;
  setFilter(patch: Partial<IncidentFilter>): void;
  layout: QueueLayout;
  setLayout(patch: Partial<QueueLayout>): void;
  /** Columns of the queue there is room for now; null before it was drawn. */
  fitting: readonly string[] | null;
  setFitting(columns: readonly string[]): void;
  /** Incidents that are ticked, by `pickKey`. */
  picked: ReadonlyMap<string, IncidentKey>;
  togglePicked(incident: IncidentKey): void;
  /** Takes the ticks of these off. */
  untick(incidents: readonly IncidentKey[]): void;
  clearPicked(): void;
  /** Rises when stored incidents changed, so that an open one is read again. */
  incidentsRevision: number;
  touchIncidents(): void;
  /** Notes that an incident was looked at, or all there are (null). */
  look(incident: IncidentKey | null): Promise<void>;
}

export const pickKey = ({ tenantId, incidentId }: IncidentKey) => `${tenantId} ${incidentId}`;

export const createIncidentsSlice: StateCreator<IncidentsSlice> = (set) => ({
  filter: NEWEST_FIRST,
  setFilter: (patch) => set(({ filter }) => ({ filter: { ...filter, ...patch } })),
  layout: DEFAULT_LAYOUT,
  setLayout: (patch) => set(({ layout }) => ({ layout: { ...layout, ...patch } })),
  fitting: null,
  setFitting: (columns) => set(({ fitting }) => (fitting?.join() === columns.join() ? {} : { fitting: columns })),
  picked: new Map(),
  togglePicked: ({ tenantId, incidentId }) =>
    set(({ picked }) => {
      const next = new Map(picked);
      const key = pickKey({ tenantId, incidentId });
      if (!next.delete(key)) next.set(key, { tenantId, incidentId });
      return { picked: next };
    }),
  untick: (incidents) =>
    set(({ picked }) => {
      const gone = new Set(incidents.map(pickKey));
      return { picked: new Map([...picked].filter(([key]) => !gone.has(key))) };
    }),
  clearPicked: () => set({ picked: new Map() }),
  incidentsRevision: 0,
  touchIncidents: () => set(({ incidentsRevision }) => ({ incidentsRevision: incidentsRevision + 1 })),
  look: async (incident) => {
    await call('incidents.look', { incident });
  },
});
