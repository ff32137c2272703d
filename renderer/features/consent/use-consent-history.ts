import { useEffect } from 'react';
import type { ConsentHistory } from '../../../contract/consent';
import type { TenantId } from '../../../contract/ids';
import type { PartnerAppId } from '../../../contract/partner-app';
import { onEvent } from '../../bridge/client';
import { type Query, useQuery } from '../../bridge/use-query';

/** A customer's consent history as one app sees it, asked for again whenever something happens. */
export function useConsentHistory(tenantId: TenantId, appId: PartnerAppId): Query<ConsentHistory> {
  const [history, reload] = useQuery('consent.history', { tenantId, appId });
  useEffect(
    () =>
      onEvent('consent.changed', (changed) => {
        if (changed.tenantId === tenantId) reload();
      }),
    [tenantId, reload],
  );
  return history;
}
