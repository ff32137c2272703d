import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { SecretStorage } from '../../../contract/app-status';
import type { Credential } from '../../../contract/credential';
import type { PartnerApp } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { StateBadge } from '../../ui/StateBadge';
import { useNow } from '../../ui/use-now';
import { useAction } from '../common/use-action';
import { AddCredential } from './AddCredential';
import { CredentialFacts } from './CredentialFacts';
import { stateOf } from './credential-expiry';
import { kindWords } from './credential-words';
import { ExpiryField } from './ExpiryField';
import { ReadKeyVault } from './ReadKeyVault';
import { RotationSteps } from './RotationSteps';
import { SaveCertificate } from './SaveCertificate';
import './credentials.css';

interface SpareCredentialsProps {
  app: PartnerApp;
  storage: SecretStorage;
}

/** Credentials beside the one in use: a new one on its way in, an old one on its way out. */
export function SpareCredentials({ app, storage }: SpareCredentialsProps) {
  const spare = app.credentials.filter(({ inUse }) => !inUse);
  return (
    <section className="card" aria-label={i18n.t('Further credentials')}>
      <h2>{i18n.t('Change the credential without a gap')}</h2>
      <p className="quiet">
        {i18n.t(
          'Add the new one beside the one in use, prove it, switch, and only then remove the old one. Customers are read all the while.',
        )}
      </p>
      {spare.map((credential) => (
        <SpareCredential key={credential.credentialId} app={app} credential={credential} storage={storage} />
      ))}
      <AddCredential appId={app.appId} first={false} disabled={false} onAdded={() => undefined} />
    </section>
  );
}

function SpareCredential({ app, credential, storage }: SpareCredentialsProps & { credential: Credential }) {
  const { appId } = app;
  const { credentialId, source, place } = credential;
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadStatus = useApp((state) => state.loadStatus);
  const kind = kindWords(credential);
  const remove = async () => {
    const result = await run(() => call('credential.remove', { appId, credentialId }));
    setAsking(false);
    await loadStatus();
    if (result.ok) notices.done(i18n.t('{kind} removed', { kind }));
  };
  return (
    <article className="spare-credential" aria-label={i18n.t('{kind}, not in use', { kind })}>
      <div className="card-title-row">
        <h3>{kind}</h3>
        <StateBadge {...stateOf(credential, now)} />
      </div>
      <CredentialFacts credential={credential} storage={storage} />
      {source.kind === 'secret' && <ExpiryField key={credentialId} appId={appId} credential={credential} />}
      {(place === 'keychain' || place === 'session') && <RotationSteps app={app} credential={credential} />}
      <div className="card-actions">
        {source.kind === 'keyVault' && <ReadKeyVault appId={appId} credential={credential} disabled={busy} onRead={() => undefined} />}
        {source.kind === 'certificate' && <SaveCertificate appId={appId} credentialId={credentialId} disabled={busy} />}
        <Button disabled={busy} onClick={() => setAsking(true)}>
          {i18n.t('Remove')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={i18n.t('Remove this {kind}?', { kind: kind.toLowerCase() })}
        confirm={i18n.t('Remove')}
        busy={busy}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        {i18n.t(
          'It is taken off this computer and cannot be brought back. The registration in Entra ID is not touched, and what is in use stays in use.',
        )}
      </ConfirmDialog>
    </article>
  );
}
