import { onEvent } from '../bridge/client';
import { useApp } from '../store/app-store';
import { listQuery, widened } from '../store/incident-filter';
import { incidentList } from '../store/incident-list';
import { routeOf, routeTo } from '../store/route';
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
  onEvent('incidents.changed', ({ tenantIds }) => {
    touchIncidents(tenantIds);
    incidentList.invalidate();
  });
  onEvent('sync.progress', setProgress);
  onEvent('writes.changed', () => void loadWrites());
  onEvent('export.progress', setExporting);
  onEvent('notice.open', (target) => useApp.getState().go(routeTo(target)));
  void followStatus();
}

/** Reads the status; another profile (or a store that opened) means other tenants, other incidents and another first page. */
async function followStatus(): Promise<void> {
  const before = useApp.getState().status;
  // Asked before the first status comes: from then on the hash follows the route.
  const entered = routeOf(location.hash);
  // Asked for before the status comes: main answers when the profile is open.
  const first = before === null ? loadFirst() : null;
  await useApp.getState().loadStatus();
  const { status, forgetTenants, clearPicked, closeOrder, filter, setFilter, go, route, tenantsState } = useApp.getState();
  if (!status) return;
  if (before === null) {
    go(profileRoute(status, route, { first: true, reloaded: entered }));
    await first;
    fetchLater();
  } else if (status.profile.id !== before.profile.id) {
    forgetTenants();
    // What is ticked there is nothing to be changed here.
    clearPicked();
    closeOrder();
    // Tenants, people and values of there narrow nothing here.
    setFilter(widened(filter));
    incidentList.forget();
    go(profileRoute(status, route, { first: false, reloaded: entered }));
    await loadAll();
  } else if (tenantsState === 'failed' || status.store.state !== before.store.state) {
    incidentList.invalidate();
    await loadAll();
  }
}

/**
 * The rows before anything else, and before there is a page to draw them on: nobody can begin without them. What is known of every tenant is asked for
 * when they are there, as main and the page would be busy with it first.
 */
async function loadFirst(): Promise<void> {
  const { route, filter } = useApp.getState();
  if (route.page === 'incidents') {
    incidentList.show(listQuery(route.tenantId, filter));
    await incidentList.answered();
  }
  await loadAll();
}

function loadAll(): Promise<unknown> {
  const { loadTenants, loadViews, loadWrites } = useApp.getState();
  return Promise.all([loadTenants(), loadViews(), loadWrites()]);
}
