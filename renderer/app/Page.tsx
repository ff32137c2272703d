import { ConnectPage } from '../features/connect/ConnectPage';
import { IncidentsPage } from '../features/incidents/IncidentsPage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { TenantsPage } from '../features/tenants/TenantsPage';
import { TokensPage } from '../features/tokens/TokensPage';
import { WelcomePage } from '../features/welcome/WelcomePage';
import { useApp } from '../store/app-store';

/** The page of the route. */
export function Page() {
  const route = useApp((state) => state.route);
  switch (route.page) {
    case 'welcome':
      return <WelcomePage />;
    case 'incidents':
      return <IncidentsPage route={route} />;
    case 'tenants':
      return <TenantsPage selectedId={route.tenantId} />;
    case 'tokens':
      return <TokensPage token={route.token} />;
    case 'partnerApp':
      return <ConnectPage />;
    case 'settings':
      return <SettingsPage />;
  }
}
