import { onEvent } from '../bridge/client';
import { useApp } from '../store/app-store';
import { incidentList } from '../store/incident-list';
import { routeOf } from '../store/route';
import { fetchLater } from './later';
import { profileRoute } from './profile-route';

/** Loads what the page shows at its start, and again whenever main says that it changed. */
export function followEvents(): void {
  const { loadTenants, loadWrites, setExporting, setProgress, touchIncidents } = useApp.getState();
  onEvent('status.changed', () => void followStatus());
  onEvent('tenants.changed', () => {
    void loadTenants();
    incidentList.invalidate();
  });
  onEvent('incidents.changed', () => {
    touchIncidents();
    incidentList.invalidate();
  });
  onEvent('sync.progress', setProgress);
  onEvent('writes.changed', () => void loadWrites());
  onEvent('export.progress', setExporting);
  onEvent('incident.open', ({ incident }) => useApp.getState().go({ page: 'incidents', tenantId: null, incident }));
  void followStatus();
}

/** Reads the status; another profile (or a store that opened) means other tenants, other incidents and another first page. */
async function followStatus(): Promise<void> {
  const before = useApp.getState().status;
  // Asked before the first status comes: from then on the hash follows the route.
  const entered = routeOf(location.hash);
  await useApp.getState().loadStatus();
  const { status, forgetTenants, loadTenants, loadViews, loadWrites, go, route, tenantsState } = useApp.getState();
  if (!status) return;
  if (before === null) fetchLater();
  if (status.profile.id !== before?.profile.id) {
    forgetTenants();
    incidentList.forget();
    go(profileRoute(status, route, { first: before === null, reloaded: entered }));
    await Promise.all([loadTenants(), loadViews(), loadWrites()]);
  } else if (tenantsState === 'failed' || status.store.state !== before.store.state) {
    incidentList.invalidate();
    await Promise.all([loadTenants(), loadViews(), loadWrites()]);
  }
}
