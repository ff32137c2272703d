import { Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { CallError } from '../../../contract/result';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { PanelSection } from '../../ui/Panel';
import { useAction } from '../common/use-action';
import { TokenFactList } from './TokenFactList';
import { TokenFailure } from './TokenFailure';

/** What is in the token of this tenant for the API it is read through, and a way to get one. The token itself never comes here. */
export function TokenSection({ tenant: { tenantId, health, profile }, appId }: { tenant: Tenant; appId: PartnerAppId }) {
  const preferred = useApp(({ status }) => status?.preferredSurface ?? 'xdr');
  const wish = { tenantId, appId, resource: health.readOver?.surface ?? profile.surface ?? preferred };
  const [held, reload] = useQuery('tokens.held', wish, health.lastAttemptAt ?? 0);
  const [failure, setFailure] = useState<CallError | null>(null);
  const { busy, run } = useAction();
  const go = useApp((state) => state.go);
  const facts = held.state === 'ready' ? held.value : null;

  const acquire = async () => {
    const result = await run(() => call('tokens.acquire', { ...wish, fresh: facts !== null }), ['problem']);
    setFailure(result.ok ? null : result.error);
    reload();
  };

  return (
    <PanelSection title={i18n.t('Token')} aside={busy ? <Spinner size="extra-tiny" label={i18n.t('Asking Entra ID…')} /> : undefined}>
      {failure?.problem && <TokenFailure problem={failure.problem} tenantProblem={health.problem} />}
      {facts ? <TokenFactList facts={facts} /> : !failure && <p className="section-text">{i18n.t('No token is held for this tenant.')}</p>}
      <div className="section-actions">
        <ActionButton group="Tenants" disabled={busy} onClick={() => void acquire()}>
          {facts ? i18n.t('Get a new token') : i18n.t('Get token')}
        </ActionButton>
        <ActionButton group="Tenants" appearance="subtle" onClick={() => go({ page: 'tokens', token: wish })}>
          {i18n.t('Inspect token')}
        </ActionButton>
      </div>
    </PanelSection>
  );
}
