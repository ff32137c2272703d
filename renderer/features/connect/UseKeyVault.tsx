import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { CredentialId } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import { useCommands } from '../../keys/use-keys';
import { KeyVaultRefusal } from './KeyVaultRefusal';
import { useKeyVault } from './use-key-vault';

interface UseKeyVaultProps {
  appId: PartnerAppId;
  disabled: boolean;
  onRead(credentialId: CredentialId): void;
}

/** Says where a secret is in Key Vault, and reads it there with the analyst's own sign-in. */
export function UseKeyVault({ appId, disabled, onRead }: UseKeyVaultProps) {
  const [open, setOpen] = useState(false);
  const [identifier, setIdentifier] = useState('');
  const { busy, refusal, read } = useKeyVault();
  useCommands('Partner app', disabled ? [] : [{ id: 'key vault', label: i18n.t('Use Azure Key Vault…'), run: () => setOpen(true) }]);

  const start = async () => {
    const credentialId = await read({ appId, of: { identifier } });
    if (credentialId === null) return;
    setOpen(false);
    onRead(credentialId);
  };

  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open || busy)}>
      <DialogTrigger disableButtonEnhancement>
        <Button disabled={disabled}>{i18n.t('Use Azure Key Vault…')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{i18n.t('Use a secret in Azure Key Vault')}</DialogTitle>
          <DialogContent className="key-vault-form">
            <p>
              {i18n.t(
                'Tenantry keeps where the secret is, and reads it with your own sign-in once per start. Its value stays in memory and is never written to this computer.',
              )}
            </p>
            <Field
              label={i18n.t('Secret identifier')}
              hint={i18n.t('From the secret, or the certificate, in Key Vault. Without a version the newest is read.')}
            >
              <Input
                className="code-input"
                autoComplete="off"
                spellCheck={false}
                placeholder="https://my-vault.vault.azure.net/secrets/my-secret"
                disabled={busy}
                value={identifier}
                onChange={(_event, { value }) => setIdentifier(value)}
              />
            </Field>
            {refusal && <KeyVaultRefusal fault={refusal.fault} detail={refusal.detail} />}
          </DialogContent>
          <DialogActions>
            <Button disabled={busy} onClick={() => setOpen(false)}>
              {i18n.t('Cancel')}
            </Button>
            <Button appearance="primary" disabled={busy || identifier.trim() === ''} onClick={() => void start()}>
              {busy ? i18n.t('Waiting for the browser…') : i18n.t('Sign in and read')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
