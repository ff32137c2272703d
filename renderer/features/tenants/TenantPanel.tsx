import type { Tenant } from '../../../contract/tenant';
import { CopyButton } from '../../ui/CopyButton';
import { Panel } from '../../ui/Panel';
import { TenantMonogram } from '../common/TenantMonogram';
import { ConsentProgress } from '../consent/ConsentProgress';
import { ConsentSection } from '../consent/ConsentSection';
import { HealthSection } from './HealthSection';
import { ProfileActions } from './ProfileActions';
import { ProfileSection } from './ProfileSection';
import { StoredData } from './StoredData';
import { TenantIncidents } from './TenantIncidents';
import { TokenSection } from './TokenSection';

/** One customer in detail: state, consent link, token, incidents. */
export function TenantPanel({ tenant, onClose }: { tenant: Tenant; onClose(): void }) {
  const { tenantId, displayName, domain } = tenant;
  return (
    <Panel
      label="Tenant details"
      onClose={onClose}
      header={
        <div className="tenant-heading">
          <TenantMonogram tenant={tenant} />
          <div>
            <h2>{displayName}</h2>
            {domain && <div className="quiet">{domain}</div>}
            <div className="copyable quiet code">
              {tenantId}
              <CopyButton text={tenantId} label="Copy tenant ID" />
            </div>
          </div>
        </div>
      }
    >
      <HealthSection tenant={tenant} />
      <ConsentSection tenant={tenant} />
      <ConsentProgress tenant={tenant} />
      <TokenSection tenant={tenant} />
      <TenantIncidents tenant={tenant} />
      <StoredData tenant={tenant} />
      <ProfileSection tenant={tenant} />
      <ProfileActions tenant={tenant} onRemoved={onClose} />
    </Panel>
  );
}
