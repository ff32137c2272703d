import { Badge } from '@fluentui/react-components';
import { Beaker16Filled, Cloud16Filled, Search16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { ExportIndicator } from '../features/export/ExportIndicator';
import { KeyCaps } from '../keys/KeyCaps';
import { useKey } from '../keys/use-keys';
import { useApp } from '../store/app-store';
import { SyncIndicator } from './SyncIndicator';
import logo from '../ui/logo.svg';

/** Name, profile and what is being read. */
export function TitleBar() {
  const palette = useKey('palette');
  const profile = useApp(({ status }) => status?.profile ?? null);
  return (
    <header className="title-bar">
      <img src={logo} alt="" width={20} height={20} />
      <span className="title-bar-name">Tenantry</span>
      {profile?.kind === 'sandbox' && (
        <Badge size="large" color="severe" appearance="filled" className="profile-badge" icon={<Beaker16Filled />}>
          <span className="clip">{i18n.t('Sandbox: imitated cloud, nothing here is real')}</span>
        </Badge>
      )}
      {profile?.kind === 'custom' && (
        <Badge
          size="large"
          color="warning"
          appearance="filled"
          className="profile-badge"
          icon={<Cloud16Filled />}
          title={profile.hosts.join('\n')}
        >
          <span className="clip">{i18n.t('Custom cloud: {name}', { name: profile.name })}</span>
        </Badge>
      )}
      <span className="title-bar-space" />
      <button type="button" className="title-bar-find" onClick={() => palette?.run()}>
        <Search16Regular aria-hidden="true" />
        {i18n.t('Find an action or a tenant')} {palette && <KeyCaps keys={palette.keys} />}
      </button>
      <span className="title-bar-space" />
      <ExportIndicator />
      <SyncIndicator />
    </header>
  );
}
