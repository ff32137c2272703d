import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { CertificateFault, CredentialId, CredentialSource } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { Banner } from '../../ui/Banner';
import { useAction } from '../common/use-action';
import { certificateFaultWords } from './credential-words';
import { MakeCertificate } from './MakeCertificate';
import { UseKeyVault } from './UseKeyVault';
import './credentials.css';

interface AddCredentialProps {
  appId: PartnerAppId;
  /** There is none yet: the usual way stands out. */
  first: boolean;
  disabled: boolean;
  onAdded(credentialId: CredentialId, kind: CredentialSource['kind']): void;
}

/** The ways to a credential: typed in a window of its own, read from files, made here, or kept in Azure Key Vault. */
export function AddCredential({ appId, first, disabled, onAdded }: AddCredentialProps) {
  const [refused, setRefused] = useState<{ fault: CertificateFault; files: string[] } | null>(null);
  const entering = useAction();
  const importing = useAction();
  const loadStatus = useApp((state) => state.loadStatus);
  const busy = disabled || entering.busy || importing.busy;

  const enter = async () => {
    setRefused(null);
    const result = await entering.run(() => call('credential.enterSecret', { appId, replacing: null }));
    await loadStatus();
    if (result.ok) onAdded(result.value.credentialId, 'secret');
  };
  const importFile = async () => {
    setRefused(null);
    const result = await importing.run(() => call('credential.importCertificate', { appId }));
    await loadStatus();
    if (!result.ok) return;
    if (result.value.outcome === 'added') onAdded(result.value.credentialId, 'certificate');
    else setRefused(result.value);
  };
  const why = refused && certificateFaultWords(refused.fault);

  return (
    <>
      {why && (
        <Banner intent="error" title={why.title}>
          {why.text} <span className="quiet">({refused.files.join(', ')})</span>
        </Banner>
      )}
      <div className="card-actions">
        <ActionButton group="Partner app" appearance={first ? 'primary' : 'secondary'} disabled={busy} onClick={() => void enter()}>
          {entering.busy ? i18n.t('Waiting for the secret window…') : first ? i18n.t('Enter client secret…') : i18n.t('Add client secret…')}
        </ActionButton>
        <ActionButton group="Partner app" disabled={busy} onClick={() => void importFile()}>
          {importing.busy ? i18n.t('Reading the certificate…') : i18n.t('Import certificate…')}
        </ActionButton>
        <MakeCertificate appId={appId} disabled={busy} onMade={(credentialId) => onAdded(credentialId, 'certificate')} />
        <UseKeyVault appId={appId} disabled={busy} onRead={(credentialId) => onAdded(credentialId, 'keyVault')} />
      </div>
    </>
  );
}
