import { lazy, Suspense, useState } from 'react';
import { i18n } from '@lingui/core';
// At hand from the start: what is typed right after its key must not be taken for keys of the page.
import { CommandPalette } from '../keys/CommandPalette';
import { useCommands, useKeyboard, useKeys } from '../keys/use-keys';
import { useApp } from '../store/app-store';
import { ALL_INCIDENTS, type Route } from '../store/route';
import { LATER } from './later';
import { useAppCommands } from './use-app-commands';

const KeyList = lazy(LATER.keyList);
const AddTenantDialog = lazy(LATER.addTenant);

const PLACES: readonly { key: string; label: string; route: Route }[] = [
  { key: 'i', label: /*i18n*/ 'Incidents', route: ALL_INCIDENTS },
  { key: 'o', label: /*i18n*/ 'Overview', route: { page: 'overview' } },
  { key: 't', label: /*i18n*/ 'Tenants', route: { page: 'tenants', tenantId: null } },
  { key: 'h', label: /*i18n*/ 'Hunting', route: { page: 'hunting' } },
  { key: 'k', label: /*i18n*/ 'Tokens', route: { page: 'tokens', token: null } },
  { key: 'p', label: /*i18n*/ 'Partner app', route: { page: 'partnerApp' } },
  { key: 's', label: /*i18n*/ 'Settings', route: { page: 'settings' } },
];

/** Keys that mean the same on every page, and what they open. */
export function AppKeys() {
  const go = useApp((state) => state.go);
  const known = useApp(({ tenantsState }) => tenantsState !== 'failed');
  const [open, setOpen] = useState<'palette' | 'keys' | 'addTenant' | null>(null);
  const close = () => setOpen(null);
  useKeyboard();
  useKeys([
    ...PLACES.map(({ key, label, route }) => ({
      id: `go ${key}`,
      label: i18n.t('Go to {place}', { place: i18n.t(label) }),
      group: 'Go to' as const,
      keys: [`g ${key}`],
      run: () => go(route),
    })),
    {
      id: 'palette',
      label: i18n.t('Find an action or a tenant'),
      group: 'Everywhere',
      keys: ['mod+k'],
      always: true,
      run: () => setOpen('palette'),
    },
    { id: 'keys', label: i18n.t('Show the keys'), group: 'Everywhere', keys: ['?'], run: () => setOpen('keys') },
  ]);
  useAppCommands();
  useCommands('Everywhere', known ? [{ id: 'add tenant', label: i18n.t('Add tenant'), run: () => setOpen('addTenant') }] : []);
  return (
    <>
      {open === 'palette' && <CommandPalette onClose={close} />}
      <Suspense fallback={null}>
        {open === 'keys' && <KeyList onClose={close} />}
        {open === 'addTenant' && <AddTenantDialog onClose={close} />}
      </Suspense>
    </>
  );
}
