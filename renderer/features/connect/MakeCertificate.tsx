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
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import { type CertificateMonths, type CredentialId, certificateMonths } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

interface MakeCertificateProps {
  appId: PartnerAppId;
  disabled: boolean;
  onMade(credentialId: CredentialId): void;
}

const MONTHS: readonly CertificateMonths[] = [6, 12, 24];

/** Makes a key pair and a certificate in main; only its public part is ever seen here. */
export function MakeCertificate({ appId, disabled, onMade }: MakeCertificateProps) {
  const [open, setOpen] = useState(false);
  const [months, setMonths] = useState<CertificateMonths>(12);
  const { busy, run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);
  useCommands('Partner app', disabled ? [] : [{ id: 'make certificate', label: i18n.t('Make a certificate…'), run: () => setOpen(true) }]);

  const make = async () => {
    const result = await run(() => call('credential.makeCertificate', { appId, months }));
    setOpen(false);
    await loadStatus();
    if (result.ok) onMade(result.value.credentialId);
  };

  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button disabled={disabled}>{i18n.t('Make a certificate…')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{i18n.t('Make a certificate')}</DialogTitle>
          <DialogContent>
            <p>
              {i18n.t(
                'Tenantry makes a key pair and a certificate for it. The private key goes to the keychain of this computer and never leaves it. You then save the public certificate and upload it to the app registration.',
              )}
            </p>
            <Field label={i18n.t('Valid for')}>
              <Select value={String(months)} onChange={(_event, { value }) => setMonths(certificateMonths.parse(Number(value)))}>
                {MONTHS.map((choice) => (
                  <option key={choice} value={String(choice)}>
                    {i18n.t('{choice} months', { choice })}
                  </option>
                ))}
              </Select>
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{i18n.t('Cancel')}</Button>
            <Button appearance="primary" disabled={busy} onClick={() => void make()}>
              {busy ? i18n.t('Making…') : i18n.t('Make certificate')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
