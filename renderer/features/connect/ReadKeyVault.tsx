import { i18n } from '@lingui/core';
import type { Credential, CredentialId } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import { ActionButton } from '../../keys/ActionButton';
import { KeyVaultRefusal } from './KeyVaultRefusal';
import { useKeyVault } from './use-key-vault';

interface ReadKeyVaultProps {
  appId: PartnerAppId;
  credential: Credential;
  disabled: boolean;
  onRead(credentialId: CredentialId): void;
}

/** Reads a credential from Key Vault in this session, or anew after it was changed there. */
export function ReadKeyVault({ appId, credential, disabled, onRead }: ReadKeyVaultProps) {
  const { busy, refusal, read } = useKeyVault();
  const unread = credential.place === 'keyVault';
  const start = async () => {
    const credentialId = await read({ appId, of: { credentialId: credential.credentialId } });
    if (credentialId !== null) onRead(credentialId);
  };
  return (
    <>
      {refusal && <KeyVaultRefusal fault={refusal.fault} detail={refusal.detail} />}
      <ActionButton
        group="Partner app"
        appearance={unread ? 'primary' : 'secondary'}
        disabled={disabled || busy}
        onClick={() => void start()}
      >
        {busy ? i18n.t('Waiting for the browser…') : unread ? i18n.t('Sign in and read') : i18n.t('Read again…')}
      </ActionButton>
    </>
  );
}
