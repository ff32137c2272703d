import { useEffect, useMemo } from 'react';
import { i18n } from '@lingui/core';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { listQuery, tenantsOf } from '../../store/incident-filter';
import { incidentList } from '../../store/incident-list';
import type { Route } from '../../store/route';
import { ActiveFilters } from './ActiveFilters';
import { IncidentHeader } from './IncidentHeader';
import { IncidentPanel } from './IncidentPanel';
import { IncidentTable } from './IncidentTable';
import { IncidentToolbar } from './IncidentToolbar';
import { SearchNote } from './SearchNote';
import { TenantRail } from './TenantRail';
import { BulkBar } from '../writing/BulkBar';
import '../common/list-page.css';
import './incidents.css';
import './queue.css';

/** The main screen: incidents of all customers, or of one. */
export function IncidentsPage({ route }: { route: Extract<Route, { page: 'incidents' }> }) {
  const { tenantId, incident } = route;
  const filter = useApp((state) => state.filter);
  const tenants = useApp((state) => state.tenants);
  const go = useApp((state) => state.go);
  const look = useApp((state) => state.look);
  const close = () => go({ page: 'incidents', tenantId, incident: null });
  const chosen = useMemo(() => tenantsOf(tenants, tenantId, filter), [tenants, tenantId, filter]);

  const named = tenants.find((tenant) => tenant.tenantId === tenantId)?.displayName;

  useKeys([
    {
      id: 'looked',
      label: i18n.t('Mark all as looked at'),
      group: 'Queue',
      keys: ['m a'],
      run: () => {
        incidentList.looked(null);
        void look(null);
      },
    },
    ...(incident ? [{ id: 'close', label: i18n.t('Close the incident'), group: 'Incident' as const, keys: ['Escape'], run: close }] : []),
  ]);

  useEffect(() => {
    if (incident && incidentList.looked(incident)) void look(incident);
  }, [incident, look]);

  useEffect(() => incidentList.show(listQuery(tenantId, filter)), [tenantId, filter]);

  return (
    <div className={incident ? 'list-page list-page-open' : 'list-page'}>
      <TenantRail selectedId={tenantId} />
      <section className="list-page-main" aria-label={i18n.t('Incident list')}>
        <IncidentHeader tenants={chosen} title={tenantId === null ? i18n.t('All tenants') : (named ?? '')} />
        <IncidentToolbar tenantId={tenantId} tenantName={tenantId === null ? null : (named ?? i18n.t('this tenant'))} />
        <ActiveFilters />
        <SearchNote />
        <BulkBar />
        <IncidentTable tenantId={tenantId} selected={incident} />
      </section>
      {incident && <IncidentPanel key={`${incident.tenantId} ${incident.incidentId}`} incident={incident} onClose={close} />}
    </div>
  );
}
