import { useMemo } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { tenantsOf } from '../../store/incident-filter';
import { useIncidentList } from '../../store/incident-list';
import { CoverageLine, NothingKnown } from '../common/CoverageLine';
import { coverageOf } from '../common/coverage-words';
import { FailedTenants } from './FailedTenants';
import { SeverityCounts } from './SeverityCounts';

interface IncidentHeaderProps {
  /** Null: of all tenants, or those filtered for. */
  tenantId: TenantId | null;
  /** Whose incidents, in words. */
  title: string;
}

/** What the list is, how much of it there is, and how far it can be trusted. */
export function IncidentHeader({ tenantId, title }: IncidentHeaderProps) {
  const all = useApp((state) => state.tenants);
  const tenantIds = useApp(({ filter }) => filter.tenantIds);
  const tenantGroups = useApp(({ filter }) => filter.tenantGroups);
  const tenants = useMemo(() => tenantsOf(all, tenantId, { tenantIds, tenantGroups }), [all, tenantId, tenantIds, tenantGroups]);
  const ofThem = useMemo(() => coverageOf(tenants), [tenants]);
  const { summary, total, state } = useIncidentList();
  const known = useApp(({ tenantsState }) => tenantsState !== 'failed');
  // None, where nobody was ever read whole, is no number: not even where there is nobody.
  const unknown = total === 0 && tenants.every(({ health }) => health.lastCompleteAt === undefined);
  return (
    <header className="list-header">
      <div className="incident-heading">
        <div className="list-title">
          <h1>{i18n.t('Incidents')}</h1>
          <span className="quiet clip">{title}</span>
        </div>
        <SeverityCounts bySeverity={unknown ? null : (summary?.bySeverity ?? null)} total={total} settled={state !== 'loading'} />
      </div>
      {known ? <CoverageLine coverage={state === 'ready' && summary ? summary.coverage : ofThem} tenants={tenants} /> : <NothingKnown />}
      <FailedTenants tenants={tenants} />
    </header>
  );
}
