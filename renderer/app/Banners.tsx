import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { errorWords } from '../features/common/error-words';
import { useApp } from '../store/app-store';
import { Banner } from '../ui/Banner';
import { ExpiryBanner } from './ExpiryBanner';
import { GlobalProblemBanner } from './GlobalProblemBanner';
import { PauseBanner } from './PauseBanner';
import { ProxyBanner } from './ProxyBanner';
import { SessionBanner } from './SessionBanner';
import { StoreBanner } from './StoreBanner';

/** Notices about everything at once, each said in one place only. */
export function Banners() {
  const status = useApp((state) => state.status);
  const error = useApp((state) => state.statusError);
  const loadStatus = useApp((state) => state.loadStatus);
  if (!status) {
    if (!error) return null;
    const { title, text } = errorWords(error);
    return (
      <div className="banners">
        <Banner
          intent="error"
          title={title}
          actions={
            <Button size="small" onClick={() => void loadStatus()}>
              {i18n.t('Try again')}
            </Button>
          }
        >
          {text}
        </Banner>
      </div>
    );
  }
  return (
    <div className="banners">
      {status.partnerApps.map(
        ({ appId, name, problem }) =>
          problem && <GlobalProblemBanner key={appId} problem={problem} app={status.partnerApps.length > 1 ? name : null} />,
      )}
      {status.partnerApps.map((app) => (
        <ExpiryBanner key={app.appId} app={app} />
      ))}
      {status.secretStorage.mode === 'session' && <SessionBanner storage={status.secretStorage} />}
      {status.schedule && status.schedule.pausedAt !== null && <PauseBanner since={status.schedule.pausedAt} />}
      {status.proxies.map((use) => use.state !== 'signedIn' && <ProxyBanner key={use.proxy} use={use} />)}
      <StoreBanner store={status.store} />
    </div>
  );
}
