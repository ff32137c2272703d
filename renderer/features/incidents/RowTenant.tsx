import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';
import { useApp } from '../../store/app-store';
import { localTime, utcTime } from '../../ui/relative-time';
import { StateDot } from '../../ui/StateBadge';
import { stateWords } from '../common/state-words';
import { wholeReadOf } from './TenantRead';

/** Whose a row is. A row of a failed tenant never looks fresh, and how old it is says a hover, also where that column has no room. */
export function RowTenant({ tenantId, tenantName, tenantState }: Pick<IncidentRow, 'tenantId' | 'tenantName' | 'tenantState'>) {
  const at = useApp(wholeReadOf(tenantId));
  const { tone, label } = stateWords(tenantState);
  const tenant = i18n.t('{tenant}: {state}', { tenant: tenantName, state: label });
  const read = at === null ? i18n.t('Never read whole') : i18n.t('Read whole {local} ({utc})', { local: localTime(at), utc: utcTime(at) });
  return (
    <>
      {tenantState !== 'fresh' && <StateDot tone={tone} label={label} />}
      <span className="clip" title={`${tenant}\n${read}`}>
        {tenantName}
      </span>
    </>
  );
}
