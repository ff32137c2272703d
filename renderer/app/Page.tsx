import { lazy, Suspense } from 'react';
import { IncidentsPage } from '../features/incidents/IncidentsPage';
import { useApp } from '../store/app-store';
import { LATER } from './later';

const WelcomePage = lazy(LATER.welcome);
const OverviewPage = lazy(LATER.overview);
const TenantsPage = lazy(LATER.tenants);
const TokensPage = lazy(LATER.tokens);
const ConnectPage = lazy(LATER.partnerApp);
const SettingsPage = lazy(LATER.settings);

/** With the editor and its language, which are large: loaded when somebody goes there, and not before. */
const HuntingPage = lazy(async () => ({ default: (await import('../features/hunting/HuntingPage')).HuntingPage }));

/** The page of the route. Only the queue, where analysts begin, is there from the start. */
export function Page() {
  return (
    <Suspense fallback={null}>
      <PageOfRoute />
    </Suspense>
  );
}

function PageOfRoute() {
  const route = useApp((state) => state.route);
  switch (route.page) {
    case 'welcome':
      return <WelcomePage />;
    case 'overview':
      return <OverviewPage />;
    case 'incidents':
      return <IncidentsPage route={route} />;
    case 'tenants':
      return <TenantsPage selectedId={route.tenantId} />;
    case 'tokens':
      return <TokensPage token={route.token} />;
    case 'hunting':
      return <HuntingPage />;
    case 'partnerApp':
      return <ConnectPage />;
    case 'settings':
      return <SettingsPage />;
  }
}
