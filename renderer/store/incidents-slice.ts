import type { StateCreator } from 'zustand';
import { call } from '../bridge/client';
import type { IncidentKey, TenantId } from '../../contract/ids';
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
  /** Rises when stored incidents changed, so that what is about several tenants is asked again. */
  incidentsRevision: number;
  /** What it rose to when incidents of these tenants changed, and when it may have been of any. */
  tenantRevisions: ReadonlyMap<TenantId, number>;
  anyRevision: number;
  /** Incidents of these tenants changed; null: it may be of any. */
  touchIncidents(tenantIds: readonly TenantId[] | null): void;
  /** Notes that an incident was looked at, or all there are (null). */
  look(incident: IncidentKey | null): Promise<void>;
}

export const pickKey = ({ tenantId, incidentId }: IncidentKey) => `${tenantId} ${incidentId}`;

/** Rises when incidents of this tenant changed, or may have, so that one of them that is open is read again. */
export const revisionOf =
  (tenantId: TenantId) =>
  ({ tenantRevisions, anyRevision }: Pick<IncidentsSlice, 'tenantRevisions' | 'anyRevision'>): number =>
    tenantRevisions.get(tenantId) ?? anyRevision;

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
  tenantRevisions: new Map(),
  anyRevision: 0,
  touchIncidents: (tenantIds) =>
    set(({ incidentsRevision: before, tenantRevisions }) => {
      const now = before + 1;
      return tenantIds === null
        ? { incidentsRevision: now, anyRevision: now, tenantRevisions: new Map() }
        : { incidentsRevision: now, tenantRevisions: new Map([...tenantRevisions, ...tenantIds.map((id) => [id, now] as const)]) };
    }),
  look: async (incident) => {
    await call('incidents.look', { incident });
  },
});
