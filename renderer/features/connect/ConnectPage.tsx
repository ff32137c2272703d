import { Tab, TabList } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import { type AppPurpose, DEFAULT_PURPOSE, type PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { RegistrationGuide } from '../registration/RegistrationGuide';
import { CredentialSection } from './CredentialSection';
import { PartnerAppForm } from './PartnerAppForm';
import { RemovePartnerApp } from './RemovePartnerApp';
import { SpareCredentials } from './SpareCredentials';
import '../common/form-page.css';

/** No ID of an app has a blank in it. */
const NEW = 'new app';

/** The Partner app page: the registrations, each with its credential and whether Entra accepts it. */
export function ConnectPage() {
  const status = useApp((state) => state.status);
  const [chosen, choose] = useState<PartnerAppId | null>(null);
  const [cloudId, setCloudId] = useState('');
  /** Of an app that is not saved yet. */
  const [draft, setDraft] = useState(DEFAULT_PURPOSE);
  /** Shown from the click on, until it is kept. */
  const [pending, setPending] = useState<{ appId: PartnerAppId; purpose: AppPurpose } | null>(null);
  const loadStatus = useApp((state) => state.loadStatus);
  const { run } = useAction();
  useCommands(
    'Partner app',
    (status?.partnerApps ?? []).map(({ appId, name }) => ({
      id: `app ${appId}`,
      label: i18n.t('Show {name}', { name }),
      run: () => choose(appId),
    })),
  );
  if (!status) return null;
  const { partnerApps, profile } = status;
  const app = chosen === NEW ? null : (partnerApps.find(({ appId }) => appId === chosen) ?? partnerApps[0] ?? null);
  const setPurpose = async (appId: PartnerAppId, purpose: AppPurpose) => {
    const change = { appId, purpose };
    setPending(change);
    await run(() => call('partnerApp.setPurpose', change));
    await loadStatus();
    setPending((latest) => (latest === change ? null : latest));
  };
  const saved = (appId: PartnerAppId) => {
    choose(appId);
    if (app) return;
    if (draft !== DEFAULT_PURPOSE) void setPurpose(appId, draft);
    setDraft(DEFAULT_PURPOSE);
  };
  const purpose = app ? (pending?.appId === app.appId ? pending.purpose : app.purpose) : draft;
  return (
    <div className="form-page">
      <div className="form-page-content">
        <div className="card-title-row">
          <h1>
            {partnerApps.length === 0
              ? i18n.t('Connect your partner app')
              : partnerApps.length === 1
                ? i18n.t('Partner app')
                : i18n.t('Partner apps')}
          </h1>
          {partnerApps.length > 0 && (
            <ActionButton
              group="Partner app"
              className="no-shrink"
              icon={<Add20Regular />}
              disabled={app === null}
              onClick={() => choose(NEW)}
            >
              {i18n.t('Add another app')}
            </ActionButton>
          )}
        </div>
        <p className="form-page-lead">
          {i18n.t('The multitenant app registration in your own tenant that your customers allow to read their incidents.')}{' '}
          {partnerApps.length > 0 &&
            i18n.t('A second one can be kept for what only some customers allow, such as changing incidents, or for another cloud.')}{' '}
          {profile.kind === 'sandbox' && i18n.t('In the sandbox one is already set up.')}
        </p>
        {partnerApps.length > 0 && (partnerApps.length > 1 || app === null) && (
          <TabList
            selectedValue={app?.appId ?? NEW}
            onTabSelect={(_event, { value }) => choose(String(value))}
            aria-label={i18n.t('Partner apps')}
          >
            {partnerApps.map(({ appId, name }) => (
              <Tab key={appId} value={appId}>
                {name}
              </Tab>
            ))}
            {app === null && <Tab value={NEW}>{i18n.t('New app')}</Tab>}
          </TabList>
        )}
        {/* A saved registration fills the form anew. */}
        <PartnerAppForm
          key={`${profile.id} ${app?.appId ?? NEW} ${app?.savedAt ?? 0}`}
          clouds={status.clouds}
          saved={app}
          suggestedName={partnerApps.length === 0 ? i18n.t('Partner app') : ''}
          onCloud={setCloudId}
          onSaved={saved}
        />
        {app && <CredentialSection key={app.appId} app={app} storage={status.secretStorage} />}
        {app && app.credentials.length > 0 && <SpareCredentials key={`further ${app.appId}`} app={app} storage={status.secretStorage} />}
        <RegistrationGuide
          key={`guide ${profile.id} ${app?.appId ?? NEW}`}
          app={app}
          cloudId={app?.cloud.id ?? cloudId}
          purpose={purpose}
          saving={pending !== null}
          onPurpose={(wanted) => (app ? void setPurpose(app.appId, wanted) : setDraft(wanted))}
        />
        {app && <RemovePartnerApp key={`remove ${app.appId}`} app={app} onRemoved={() => choose(null)} />}
      </div>
    </div>
  );
}
