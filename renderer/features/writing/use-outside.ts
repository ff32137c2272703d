import { useEffect, useState } from 'react';
import type { IncidentKey } from '../../../contract/ids';
import { call } from '../../bridge/client';
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
  const list = queryKey(listQuery(tenantId, filter));
  const [known, setKnown] = useState<{ list: string; outside: readonly IncidentKey[] }>({ list: '', outside: [] });

  useEffect(() => {
    if (incidents.length === 0) return;
    let current = true;
    const keys = incidents.map((one) => ({ tenantId: one.tenantId, incidentId: one.incidentId }));
    void call('incidents.outside', { list: listQuery(tenantId, filter), incidents: keys }).then((result) => {
      if (current && result.ok) setKnown({ list, outside: result.value });
    });
    return () => {
      current = false;
    };
  }, [incidents, tenantId, filter, list, revision]);

  // One more or less is ticked: what was found of the others holds until the answer is there.
  const asked = new Set(incidents.map(pickKey));
  return known.list === list ? known.outside.filter((one) => asked.has(pickKey(one))) : [];
}
