import { DETAILED_SUBJECTS, type WriteSubject } from '../../../contract/incident-change';
import type { IncidentKey, TenantId } from '../../../contract/ids';
import type { Surface } from '../../../contract/permissions';
import type { WriteAccess } from '../../../contract/writes';
import type { StorePort } from '../../store/store-port';
import { factsAt } from './read-facts';
import type { WriteWays } from './write-ways';

export interface SubjectParts {
  store: Pick<StorePort, 'readIncident' | 'incidentRows'>;
  ways: Pick<WriteWays, 'of'>;
}

/** What is stored of incidents about to be changed, and whether their tenants allow it. Those not stored are left out. */
export async function subjectsOf(
  keys: readonly IncidentKey[],
  { store, ways }: SubjectParts,
): Promise<{ subjects: WriteSubject[]; access: WriteAccess[] }> {
  const rows = await store.incidentRows(keys);
  const subjects = await Promise.all(
    rows.map(async (row): Promise<WriteSubject> => {
      const { tenantId, incidentId, tenantName, name, redirectIncidentId, readAt } = row;
      const { status, assignedTo, classification, determination } = row;
      const known = { tenantId, incidentId, tenantName, name, redirectIncidentId, readAt };
      const whole = rows.length <= DETAILED_SUBJECTS ? await store.readIncident(row) : null;
      const facts = whole
        ? factsAt(whole.rawBody, whole.row)
        : { status, assignedTo, classification, determination, tags: null, comments: null };
      return { ...known, facts };
    }),
  );
  const tenants = new Map<TenantId, { tenantName: string; surface: Surface }>();
  for (const { tenantId, tenantName, surface } of rows) if (!tenants.has(tenantId)) tenants.set(tenantId, { tenantName, surface });
  const access = await Promise.all(
    [...tenants].map(async ([tenantId, { tenantName, surface }]): Promise<WriteAccess> => {
      const { environment: _environment, ...way } = await ways.of(tenantId, surface, { fresh: false });
      return { tenantId, tenantName, ...way };
    }),
  );
  return { subjects, access };
}
