import { useEffect } from 'react';
import type { ConsentHistory } from '../../../contract/consent';
import type { TenantId } from '../../../contract/ids';
import { onEvent } from '../../bridge/client';
import { type Query, useQuery } from '../../bridge/use-query';

/** A customer's consent history, asked for again whenever something happens. */
export function useConsentHistory(tenantId: TenantId): Query<ConsentHistory> {
  const [history, reload] = useQuery('consent.history', { tenantId });
  useEffect(
    () =>
      onEvent('consent.changed', (changed) => {
        if (changed.tenantId === tenantId) reload();
      }),
    [tenantId, reload],
  );
  return history;
}
