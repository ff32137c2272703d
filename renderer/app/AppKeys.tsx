import { useState } from 'react';
import { CommandPalette } from '../keys/CommandPalette';
import { KeyList } from '../keys/KeyList';
import { useKeyboard, useKeys } from '../keys/use-keys';
import { useApp } from '../store/app-store';
import { ALL_INCIDENTS, type Route } from '../store/route';

const PLACES: readonly { key: string; label: string; route: Route }[] = [
  { key: 'i', label: 'Incidents', route: ALL_INCIDENTS },
  { key: 't', label: 'Tenants', route: { page: 'tenants', tenantId: null } },
  { key: 'k', label: 'Tokens', route: { page: 'tokens', token: null } },
  { key: 'p', label: 'Partner app', route: { page: 'partnerApp' } },
  { key: 's', label: 'Settings', route: { page: 'settings' } },
];

/** Keys that mean the same on every page, and what they open. */
export function AppKeys() {
  const go = useApp((state) => state.go);
  const refresh = useApp((state) => state.refresh);
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const close = () => setOpen(null);
  useKeyboard();
  useKeys([
    ...PLACES.map(({ key, label, route }) => ({
      id: `go ${key}`,
      label: `Go to ${label}`,
      group: 'Go to' as const,
      keys: [`g ${key}`],
      run: () => go(route),
    })),
    {
      id: 'palette',
      label: 'Find an action or a tenant',
      group: 'Everywhere',
      keys: ['mod+k'],
      always: true,
      run: () => setOpen('palette'),
    },
    { id: 'keys', label: 'Show the keys', group: 'Everywhere', keys: ['?'], run: () => setOpen('keys') },
    { id: 'refresh', label: 'Read all tenants now', group: 'Everywhere', keys: [], run: () => void refresh(null) },
  ]);
  return (
    <>
      {open === 'palette' && <CommandPalette onClose={close} />}
      {open === 'keys' && <KeyList onClose={close} />}
    </>
  );
}
