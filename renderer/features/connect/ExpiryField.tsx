import { i18n } from '@lingui/core';
import type { Credential } from '../../../contract/credential';
import type { Instant } from '../../../contract/ids';
import type { PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { TypedField } from '../../ui/TypedField';
import { useAction } from '../common/use-action';
import { dayOfInstant, instantOfDay } from './credential-expiry';

/** The end of a client secret, which only the registration knows. A date that is not whole is not kept. */
export function ExpiryField({ appId, credential }: { appId: PartnerAppId; credential: Credential }) {
  const { run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);
  const { credentialId, expiresAt } = credential;
  const keep = async (typed: Instant | null) => {
    if (typed === expiresAt) return;
    await run(() => call('credential.setExpiry', { appId, credentialId, expiresAt: typed }));
    await loadStatus();
  };
  return (
    <TypedField
      when="leaving"
      label={i18n.t('Expires on')}
      hint={i18n.t('As Entra ID lists it under Certificates & secrets. Tenantry warns 30, 14 and 3 days before.')}
      form={i18n.t('yyyy-mm-dd')}
      value={dayOfInstant(expiresAt)}
      read={instantOfDay}
      onChange={(typed) => void keep(typed)}
    />
  );
}
