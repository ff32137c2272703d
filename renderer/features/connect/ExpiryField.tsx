import { Field, Input } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { Credential } from '../../../contract/credential';
import type { PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { dayOfInstant, instantOfDay } from './credential-expiry';

/** The end of a client secret, which only the registration knows. A date that is not whole is not kept. */
export function ExpiryField({ appId, credential }: { appId: PartnerAppId; credential: Credential }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);
  const { credentialId, expiresAt } = credential;
  const keep = async (day: string) => {
    const typed = instantOfDay(day);
    if ((typed === null && day !== '') || typed === expiresAt) return;
    await run(() => call('credential.setExpiry', { appId, credentialId, expiresAt: typed }));
    await loadStatus();
  };
  return (
    <Field
      label={i18n.t('Expires on')}
      hint={i18n.t('As Entra ID lists it under Certificates & secrets. Tenantry warns 30, 14 and 3 days before.')}
    >
      {/* Kept on leaving the field: while a year is typed, its first digits are a date as well. */}
      <Input type="date" className="date-input" defaultValue={dayOfInstant(expiresAt)} onBlur={({ target }) => void keep(target.value)} />
    </Field>
  );
}
