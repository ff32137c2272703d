import { i18n } from '@lingui/core';
import { Fragment } from 'react';
import { useApp } from '../../store/app-store';
import { KeyValueList } from '../../ui/KeyValueList';
import { AuditSection } from '../audit/AuditSection';
import { Appearance } from './Appearance';
import { BackgroundCheck } from './BackgroundCheck';
import { ConsentMailSection } from './ConsentMailSection';
import { Languages } from './Languages';
import { NotificationSection } from './NotificationSection';
import { PreferredSurface } from './PreferredSurface';
import { ProfileSection } from './ProfileSection';
import { ProxySection } from './ProxySection';
import { ReadingSchedule } from './ReadingSchedule';
import { SecretStorageSection } from './SecretStorageSection';
import { StoreSection } from './StoreSection';
import '../common/form-page.css';

/** Everything about this app on this computer. */
export function SettingsPage() {
  const status = useApp((state) => state.status);
  if (!status) return null;
  const { store, version, electron } = status;
  return (
    <div className="form-page">
      <div className="form-page-content">
        <h1>{i18n.t('Settings')}</h1>
        <Appearance chosen={status.theme} />
        <Languages status={status} />
        <ProfileSection profile={status.profile} />
        {/* Of this profile: what another one said, or was being typed for it, is not this one's. */}
        <Fragment key={status.profile.id}>
          <PreferredSurface chosen={status.preferredSurface} />
          {status.schedule && <ReadingSchedule schedule={status.schedule} />}
          {status.schedule && <NotificationSection />}
          <ConsentMailSection />
          <BackgroundCheck chosen={status.backgroundCheckHours} />
          <SecretStorageSection storage={status.secretStorage} />
          {status.proxies.length > 0 && <ProxySection proxies={status.proxies} />}
          <StoreSection store={store} />
          <AuditSection />
        </Fragment>
        <section className="card" aria-label={i18n.t('About')}>
          <h2>{i18n.t('About')}</h2>
          <KeyValueList
            items={[
              { name: 'Tenantry', value: version },
              { name: 'Electron', value: electron },
            ]}
          />
        </section>
      </div>
    </div>
  );
}
