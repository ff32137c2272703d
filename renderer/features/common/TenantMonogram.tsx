import type { Tenant } from '../../../contract/tenant';
import { TENANT_COLOURS } from '../../../contract/tenant-profile';
import { Monogram } from '../../ui/Monogram';

/** The customer's two letters, in the colour it was marked with, else in one of its own. */
export function TenantMonogram({ tenant: { tenantId, displayName, profile } }: { tenant: Tenant }) {
  return (
    <Monogram name={displayName} seed={tenantId} tint={profile.colour === null ? undefined : TENANT_COLOURS.indexOf(profile.colour)} />
  );
}
