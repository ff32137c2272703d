/** Parts of the page that are not in its first piece: each is fetched when it is first shown, or before that when there is nothing else to do. */
export const LATER = {
  welcome: async () => ({ default: (await import('../features/welcome/WelcomePage')).WelcomePage }),
  overview: async () => ({ default: (await import('../features/overview/OverviewPage')).OverviewPage }),
  tenants: async () => ({ default: (await import('../features/tenants/TenantsPage')).TenantsPage }),
  tokens: async () => ({ default: (await import('../features/tokens/TokensPage')).TokensPage }),
  partnerApp: async () => ({ default: (await import('../features/connect/ConnectPage')).ConnectPage }),
  settings: async () => ({ default: (await import('../features/settings/SettingsPage')).SettingsPage }),
  addTenant: async () => ({ default: (await import('../features/tenants/AddTenantDialog')).AddTenantDialog }),
  keyList: async () => ({ default: (await import('../keys/KeyList')).KeyList }),
} as const;

/** Fetches them one after the other whenever the page is idle, so that going to one of them is no wait. */
export function fetchLater(): void {
  const waiting = Object.values<() => Promise<unknown>>(LATER);
  const next = () => {
    const fetchOne = waiting.shift();
    // A piece that does not come is asked for again when it is shown.
    if (fetchOne) void fetchOne().then(soon, soon);
  };
  const soon = () => requestIdleCallback(next);
  soon();
}
