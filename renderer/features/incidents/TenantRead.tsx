import { i18n } from '@lingui/core';
import type { Instant, TenantId } from '../../../contract/ids';
import type { Tenant, TenantState } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { ShortTime } from '../../ui/RelativeTime';
import { StateDot } from '../../ui/StateBadge';
import { stateWords } from '../common/state-words';

/** How the row's tenant is, and when it was last read whole: what the row says is as old as that. */
export function TenantRead({ tenantId, state }: { tenantId: TenantId; state: TenantState }) {
  const at = useApp(wholeReadOf(tenantId));
  const { tone, label } = stateWords(state);
  return (
    <span className="tenant-read" title={label}>
      <StateDot tone={tone} label={label} />
      {at === null ? <span className="quiet">{i18n.t('never')}</span> : <ShortTime at={at} />}
    </span>
  );
}

/** When a tenant was last read whole; null: never. */
export function wholeReadOf(tenantId: TenantId): (state: { tenants: readonly Tenant[] }) => Instant | null {
  return ({ tenants }) => tenants.find((tenant) => tenant.tenantId === tenantId)?.health.lastCompleteAt ?? null;
}
