import { useState } from 'react';
import type { IncidentKey } from '../../../contract/ids';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { listQuery, queryKey } from '../../store/incident-filter';
import { pickKey } from '../../store/incidents-slice';

/**
 * Those of some incidents that are not in the list on screen, wherever in it they would be: ticks stay when it is narrowed otherwise. Empty as long as
 * it is not known of this list.
 */
export function useOutside(incidents: readonly IncidentKey[]): readonly IncidentKey[] {
  const tenantId = useApp(({ route }) => (route.page === 'incidents' ? route.tenantId : null));
  const filter = useApp((state) => state.filter);
  const revision = useApp((state) => state.incidentsRevision);
  const query = listQuery(tenantId, filter);
  const keys = incidents.map((one) => ({ tenantId: one.tenantId, incidentId: one.incidentId }));
  const [answer] = useQuery('incidents.outside', keys.length === 0 ? null : { list: query, incidents: keys }, revision);

  // With one more or less ticked, what was found of the others holds until the answer is there.
  const list = queryKey(query);
  const [known, setKnown] = useState<{ list: string; outside: readonly IncidentKey[] }>({ list: '', outside: [] });
  if (answer.state === 'ready' && answer.value !== known.outside) setKnown({ list, outside: answer.value });
  const asked = new Set(incidents.map(pickKey));
  return known.list === list ? known.outside.filter((one) => asked.has(pickKey(one))) : [];
}
