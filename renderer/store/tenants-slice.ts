import type { StateCreator } from 'zustand';
import type { TenantId } from '../../contract/ids';
import type { CallError } from '../../contract/result';
import type { Tenant } from '../../contract/tenant';
import type { ProfileForm } from './profile-form';
import { call } from '../bridge/client';
import { coalesce } from './coalesce';
import type { IncidentsSlice } from './incidents-slice';

export interface TenantsSlice {
  tenants: readonly Tenant[];
  tenantsState: 'loading' | 'ready' | 'failed';
  tenantsError: CallError | null;
  loadTenants(): Promise<void>;
  /** Profiles as they are typed, until they are saved or given up: looking at another tenant costs nothing. */
  profileDrafts: Readonly<Record<TenantId, ProfileForm>>;
  /** Null: forget it. */
  draftProfile(tenantId: TenantId, form: ProfileForm | null): void;
  /** Of another profile: forget them before the new ones are there. */
  forgetTenants(): void;
}

export const createTenantsSlice: StateCreator<TenantsSlice & IncidentsSlice, [], [], TenantsSlice> = (set) => ({
  tenants: [],
  tenantsState: 'loading',
  tenantsError: null,
  profileDrafts: {},
  draftProfile: (tenantId, form) =>
    set(({ profileDrafts: { [tenantId]: _before, ...others } }) => ({ profileDrafts: form ? { ...others, [tenantId]: form } : others })),
  loadTenants: coalesce(async () => {
    const result = await call('tenants.list');
    if (result.ok)
      set(({ picked }) => ({
        tenants: byName(result.value),
        tenantsState: 'ready',
        tenantsError: null,
        picked: pickedOf(result.value, picked),
      }));
    else set({ tenants: [], tenantsState: 'failed', tenantsError: result.error });
  }),
  forgetTenants: () => set({ tenants: [], tenantsState: 'loading', tenantsError: null, profileDrafts: {} }),
});

/** Without what was ticked of tenants that are gone: it is not there any more, and nobody sees it. */
function pickedOf(tenants: readonly Tenant[], picked: IncidentsSlice['picked']): IncidentsSlice['picked'] {
  if (picked.size === 0) return picked;
  const known = new Set(tenants.map(({ tenantId }) => tenantId));
  const left = [...picked].filter(([, { tenantId }]) => known.has(tenantId));
  return left.length === picked.size ? picked : new Map(left);
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

function byName(tenants: readonly Tenant[]): Tenant[] {
  return tenants.toSorted((a, b) => collator.compare(a.displayName, b.displayName));
}
