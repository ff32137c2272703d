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
import type { CredentialId } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
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

  const start = async () => {
    const credentialId = await read({ appId, of: { identifier } });
    if (credentialId === null) return;
    setOpen(false);
    onRead(credentialId);
  };

  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open || busy)}>
      <DialogTrigger disableButtonEnhancement>
        <Button disabled={disabled}>Use Azure Key Vault…</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Use a secret in Azure Key Vault</DialogTitle>
          <DialogContent className="key-vault-form">
            <p>
              Tenantry keeps where the secret is, and reads it with your own sign-in once per start. Its value stays in memory and is never
              written to this computer.
            </p>
            <Field
              label="Secret identifier"
              hint="From the secret, or the certificate, in Key Vault. Without a version the newest is read."
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
              Cancel
            </Button>
            <Button appearance="primary" disabled={busy || identifier.trim() === ''} onClick={() => void start()}>
              {busy ? 'Waiting for the browser…' : 'Sign in and read'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
