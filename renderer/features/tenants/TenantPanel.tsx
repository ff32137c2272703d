import { Fragment } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { CopyButton } from '../../ui/CopyButton';
import { Panel } from '../../ui/Panel';
import { TenantMonogram } from '../common/TenantMonogram';
import { ConsentProgress } from '../consent/ConsentProgress';
import { ConsentSection } from '../consent/ConsentSection';
import { HealthSection } from './HealthSection';
import { ProfileActions } from './ProfileActions';
import { ProfileSection } from './ProfileSection';
import { ReadingSection } from './ReadingSection';
import { StoredData } from './StoredData';
import { TenantApps } from './TenantApps';
import { TenantIncidents } from './TenantIncidents';
import { TokenSection } from './TokenSection';

/** One customer in detail: state, consent link, token, incidents. */
export function TenantPanel({ tenant, onClose }: { tenant: Tenant; onClose(): void }) {
  const { tenantId, displayName, domain } = tenant;
  return (
    <Panel
      label={i18n.t('Tenant details')}
      onClose={onClose}
      header={
        <div className="tenant-heading">
          <TenantMonogram tenant={tenant} />
          <div>
            <h2>{displayName}</h2>
            {domain && <div className="quiet">{domain}</div>}
            <div className="copyable quiet code">
              {tenantId}
              <CopyButton text={tenantId} label={i18n.t('Copy tenant ID')} />
            </div>
          </div>
        </div>
      }
    >
      <HealthSection tenant={tenant} />
      <ReadingSection tenant={tenant} />
      <TenantApps tenant={tenant}>
        {(appId) => (
          <Fragment key={appId}>
            <ConsentSection tenant={tenant} appId={appId} />
            <ConsentProgress tenant={tenant} appId={appId} />
            <TokenSection tenant={tenant} appId={appId} />
          </Fragment>
        )}
      </TenantApps>
      <TenantIncidents tenant={tenant} />
      <StoredData tenant={tenant} />
      <ProfileSection tenant={tenant} />
      <ProfileActions tenant={tenant} onRemoved={onClose} />
    </Panel>
  );
}
