import {
  BuildingMultiple24Filled,
  BuildingMultiple24Regular,
  DataPie24Filled,
  DataPie24Regular,
  Key24Filled,
  Key24Regular,
  ScanText24Filled,
  ScanText24Regular,
  Settings24Filled,
  Settings24Regular,
  Target24Filled,
  Target24Regular,
  ShieldError24Filled,
  ShieldError24Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import { useApp } from '../store/app-store';
import { ALL_INCIDENTS, type PageName, type Route } from '../store/route';

interface Destination {
  label: string;
  route: Route;
  icon: ReactNode;
  active: ReactNode;
}

const DESTINATIONS: readonly Destination[] = [
  { label: /*i18n*/ 'Overview', route: { page: 'overview' }, icon: <DataPie24Regular />, active: <DataPie24Filled /> },
  { label: /*i18n*/ 'Incidents', route: ALL_INCIDENTS, icon: <ShieldError24Regular />, active: <ShieldError24Filled /> },
  {
    label: /*i18n*/ 'Tenants',
    route: { page: 'tenants', tenantId: null },
    icon: <BuildingMultiple24Regular />,
    active: <BuildingMultiple24Filled />,
  },
  { label: /*i18n*/ 'Hunting', route: { page: 'hunting' }, icon: <Target24Regular />, active: <Target24Filled /> },
  { label: /*i18n*/ 'Tokens', route: { page: 'tokens', token: null }, icon: <ScanText24Regular />, active: <ScanText24Filled /> },
  { label: /*i18n*/ 'Partner app', route: { page: 'partnerApp' }, icon: <Key24Regular />, active: <Key24Filled /> },
  { label: /*i18n*/ 'Settings', route: { page: 'settings' }, icon: <Settings24Regular />, active: <Settings24Filled /> },
];

/** The main pages, with words under the signs. */
export function NavRail() {
  const page: PageName = useApp(({ route }) => route.page);
  const ready = useApp(({ status }) => status !== null);
  const go = useApp((state) => state.go);
  return (
    <nav className="nav-rail" aria-label={i18n.t('Main')}>
      {DESTINATIONS.map(({ label, route, icon, active }) => {
        const here = route.page === page;
        return (
          <button
            key={label}
            type="button"
            className="nav-item"
            disabled={!ready}
            aria-current={here ? 'page' : undefined}
            onClick={() => go(route)}
          >
            {here ? active : icon}
            <span>{i18n.t(label)}</span>
          </button>
        );
      })}
    </nav>
  );
}
