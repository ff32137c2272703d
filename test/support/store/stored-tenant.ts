import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import type { StoredTenant } from '../../../main/store/store-port';

/** A tenant as the store knows it that was added at 0 and never read, but for these facts. */
export function storedTenant(facts: Partial<StoredTenant> = {}): StoredTenant {
  return {
    tenantId: '11111111-2222-4333-8444-555555555555',
    displayName: 'Contoso',
    domain: null,
    appIds: [],
    profile: EMPTY_PROFILE,
    addedAt: 0,
    lastAttemptAt: null,
    lastCompleteAt: null,
    problem: null,
    problemSince: null,
    partial: false,
    readOver: null,
    incidentCount: 0,
    ...facts,
  };
}
