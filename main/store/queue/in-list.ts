import { type Kysely, sql } from 'kysely';
import type { IncidentKey } from '../../../contract/ids';
import type { Schema } from '../schema';
import { all, conditionsOf } from './conditions';
import type { Matching } from './matching';

/** Those of some incidents that are not among the rows of a list, in their order; so are those that are not stored any more. Null: the list is of all rows. */
export async function notInList(
  db: Kysely<Schema>,
  list: Pick<Matching, 'wanted' | 'among'> | null,
  incidents: readonly IncidentKey[],
): Promise<IncidentKey[]> {
  const keys = incidents.map(({ tenantId, incidentId }) => [tenantId, incidentId]);
  // One by one by their keys, whatever there is beside them.
  const { rows } = await sql<IncidentKey & { id: number }>`
    select tenant.tenant_id as "tenantId", incident.incident_id as "incidentId", incident.id as id
    from json_each(${JSON.stringify(keys)}) as asked
    cross join tenant on tenant.tenant_id = asked.value ->> 0
    cross join incident on incident.tenant_key = tenant.id and incident.incident_id = asked.value ->> 1
    where ${all(list === null ? [] : conditionsOf(list.wanted))}`.execute(db);
  const found = new Set(rows.filter(({ id }) => list?.among?.has(id) ?? true).map(nameOf));
  return incidents.filter((one) => !found.has(nameOf(one)));
}

const nameOf = ({ tenantId, incidentId }: IncidentKey) => `${tenantId} ${incidentId}`;
