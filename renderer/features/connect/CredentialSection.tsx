import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { SecretStorage } from '../../../contract/app-status';
import type { CredentialCheck } from '../../../contract/credential';
import type { PartnerApp } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { StateBadge } from '../../ui/StateBadge';
import { useNow } from '../../ui/use-now';
import { useAction } from '../common/use-action';
import { AddCredential } from './AddCredential';
import { CheckOutcome } from './CheckOutcome';
import { CredentialFacts } from './CredentialFacts';
import { stateOf } from './credential-expiry';
import { kindWords, willBeKeptWords } from './credential-words';
import { ExpiryField } from './ExpiryField';
import { ReadKeyVault } from './ReadKeyVault';
import { SaveCertificate } from './SaveCertificate';

interface CredentialSectionProps {
  app: PartnerApp;
  storage: SecretStorage;
}

const ADDED = { secret: /*i18n*/ 'Client secret', certificate: /*i18n*/ 'Certificate', keyVault: /*i18n*/ 'Credential' } as const;
const NOT_ENTERED = { tone: 'warning', label: /*i18n*/ 'Not entered' } as const;

/** The credential in use: where it is, whether Entra accepts it, and, where there is none, the ways to one. */
export function CredentialSection({ app, storage }: CredentialSectionProps) {
  const [checked, setChecked] = useState<{ of: string; check: CredentialCheck } | null>(null);
  const replacing = useAction();
  const checking = useAction();
  const notices = useNotices();
  const loadStatus = useApp((state) => state.loadStatus);
  const go = useApp((state) => state.go);
  const now = useNow();
  const { appId } = app;
  const inUse = app.credentials.find((one) => one.inUse) ?? null;
  const missing = inUse === null || inUse.place === 'missing';
  const kind = inUse ? kindWords(inUse) : i18n.t('Credential');
  // What was said of another registration, or of another credential, is no longer true.
  const subject = subjectOf(app);
  const check = checked?.of === subject && !missing ? checked.check : null;
  const busy = replacing.busy || checking.busy;

  const checkNow = async (): Promise<CredentialCheck | null> => {
    const result = await checking.run(() => call('partnerApp.check', { appId }));
    await loadStatus();
    if (!result.ok) return null;
    const checkedApp = useApp.getState().status?.partnerApps.find((one) => one.appId === appId) ?? app;
    setChecked({ of: subjectOf(checkedApp), check: result.value });
    return result.value;
  };
  const checkNew = async (what: string) => {
    if ((await checkNow())?.outcome === 'accepted') notices.done(i18n.t('{what} accepted', { what }));
  };
  const replace = async () => {
    if (!inUse) return;
    const result = await replacing.run(() => call('credential.enterSecret', { appId, replacing: inUse.credentialId }));
    await loadStatus();
    if (result.ok) await checkNew(i18n.t('Client secret'));
  };

  return (
    <section className="card" aria-label={i18n.t('Credential in use')}>
      <div className="card-title-row">
        <h2>{kind}</h2>
        <StateBadge {...(inUse ? stateOf(inUse, now) : { ...NOT_ENTERED, label: i18n.t(NOT_ENTERED.label) })} />
      </div>
      {inUse ? <CredentialFacts credential={inUse} storage={storage} /> : <p className="quiet">{willBeKeptWords(storage)}</p>}
      {inUse?.source.kind === 'secret' && !missing && <ExpiryField key={subject} appId={appId} credential={inUse} />}
      <div role="status" aria-label={i18n.t('Credential check')}>
        {checking.busy ? (
          <Spinner size="tiny" label={i18n.t('Asking Entra ID…')} labelPosition="after" />
        ) : (
          check && <CheckOutcome check={check} />
        )}
      </div>
      {missing && (
        <AddCredential appId={appId} first disabled={busy} onAdded={(_credentialId, added) => void checkNew(i18n.t(ADDED[added]))} />
      )}
      {inUse && !missing && (
        <div className="card-actions">
          {inUse.source.kind === 'secret' && (
            <ActionButton group="Partner app" disabled={busy} onClick={() => void replace()}>
              {replacing.busy ? i18n.t('Waiting for the secret window…') : i18n.t('Replace secret…')}
            </ActionButton>
          )}
          {inUse.source.kind === 'certificate' && <SaveCertificate appId={appId} credentialId={inUse.credentialId} disabled={busy} />}
          {inUse.source.kind === 'keyVault' && (
            <ReadKeyVault appId={appId} credential={inUse} disabled={busy} onRead={() => void checkNew(i18n.t('Credential'))} />
          )}
          {inUse.place !== 'keyVault' && (
            <ActionButton group="Partner app" disabled={busy} onClick={() => void checkNow()}>
              {check ? i18n.t('Check again') : i18n.t('Check now')}
            </ActionButton>
          )}
          {check?.outcome === 'accepted' && (
            <Button appearance="primary" onClick={() => go({ page: 'tenants', tenantId: null })}>
              {i18n.t('Go to tenants')}
            </Button>
          )}
        </div>
      )}
      <p className="quiet">
        {i18n.t(
          'Secrets and passwords are typed into a window of their own, so that this page never holds them. They are not shown again.',
        )}
      </p>
    </section>
  );
}

/** What a check is about: a registration and its credential in use, with the value it has now. */
function subjectOf({ clientId, homeTenantId, cloud, credentials }: PartnerApp): string {
  const inUse = credentials.find((one) => one.inUse);
  return [clientId, homeTenantId, cloud.id, inUse?.credentialId, inUse?.addedAt].join(' ');
}
