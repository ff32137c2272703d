import { useApp } from '../../store/app-store';
import { KeyValueList } from '../../ui/KeyValueList';
import { Appearance } from './Appearance';
import { ConsentMailSection } from './ConsentMailSection';
import { ProfileSection } from './ProfileSection';
import { SecretStorageSection } from './SecretStorageSection';
import { storeStateWords } from './store-state-words';
import '../common/form-page.css';

/** Everything about this app on this computer. */
export function SettingsPage() {
  const status = useApp((state) => state.status);
  if (!status) return null;
  const { store, version, electron } = status;
  return (
    <div className="form-page">
      <div className="form-page-content">
        <h1>Settings</h1>
        <Appearance chosen={status.theme} />
        <ProfileSection profile={status.profile} />
        <ConsentMailSection />
        <SecretStorageSection storage={status.secretStorage} />
        <section className="card" aria-label="Store">
          <h2>Store</h2>
          <KeyValueList
            items={[
              { name: 'State', value: storeStateWords(store.state) },
              { name: 'File', value: store.path || 'None', code: store.path !== '' },
              ...(store.detail ? [{ name: 'Detail', value: store.detail }] : []),
            ]}
          />
        </section>
        <section className="card" aria-label="About">
          <h2>About</h2>
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
