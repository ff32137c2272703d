import { i18n } from '@lingui/core';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
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
  // Neither filter nor tenants are read here: each part reads what it shows, and is drawn again for nothing else.
  const named = useApp(({ tenants }) => tenants.find((tenant) => tenant.tenantId === tenantId)?.displayName);
  const go = useApp((state) => state.go);
  const look = useApp((state) => state.look);
  const close = () => go({ page: 'incidents', tenantId, incident: null });

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

  return (
    <div className={incident ? 'list-page list-page-open' : 'list-page'}>
      <TenantRail selectedId={tenantId} />
      <section className="list-page-main" aria-label={i18n.t('Incident list')}>
        <IncidentHeader tenantId={tenantId} title={tenantId === null ? i18n.t('All tenants') : (named ?? '')} />
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
