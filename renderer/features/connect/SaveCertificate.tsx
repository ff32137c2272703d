import { i18n } from '@lingui/core';
import type { CredentialId } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

interface SaveCertificateProps {
  appId: PartnerAppId;
  credentialId: CredentialId;
  disabled: boolean;
}

/** Saves the public part of a certificate, for the upload to the registration. */
export function SaveCertificate({ appId, credentialId, disabled }: SaveCertificateProps) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const save = async () => {
    const result = await run(() => call('credential.exportCertificate', { appId, credentialId }));
    if (result.ok) notices.done(i18n.t('Public certificate saved: {path}', { path: result.value.path }));
  };
  return (
    <ActionButton group="Partner app" disabled={disabled || busy} onClick={() => void save()}>
      {i18n.t('Save public certificate…')}
    </ActionButton>
  );
}
