import { i18n } from '@lingui/core';
import type { IncidentGrouping } from '../../../contract/incident-filter';
import { useApp } from '../../store/app-store';
import { SeverityBars } from '../../ui/SeverityBars';
import { StateBadge } from '../../ui/StateBadge';
import { counted, severityLevel, spoken } from '../common/incident-words';
import { healthLabel, healthTone } from '../common/state-words';
import { StatusMark } from './StatusMark';

interface GroupHeadProps {
  groupBy: IncidentGrouping;
  value: string;
  count: number;
}

/** What the rows below have in common, and how many they are. */
export function GroupHead({ groupBy, value, count }: GroupHeadProps) {
  return (
    <>
      <GroupName groupBy={groupBy} value={value} />
      <span className="rail-count">
        {counted(count)}
        <span className="visually-hidden"> {i18n.t('incidents')}</span>
      </span>
    </>
  );
}

function GroupName({ groupBy, value }: Omit<GroupHeadProps, 'count'>) {
  switch (groupBy) {
    case 'tenant':
      return <TenantName tenantId={value} />;
    case 'severity':
      return <SeverityBars level={severityLevel(value)} label={spoken(value)} />;
    case 'status':
      return <StatusMark status={value} />;
    case 'assignedTo':
      return <span className="clip">{value === '' ? i18n.t('Unassigned') : value}</span>;
  }
}

/** Never without the tenant's state: its rows may be old. */
function TenantName({ tenantId }: { tenantId: string }) {
  const tenant = useApp(({ tenants }) => tenants.find((one) => one.tenantId === tenantId));
  return (
    <>
      <span className="clip">{tenant?.displayName ?? tenantId}</span>
      {tenant && <StateBadge tone={healthTone(tenant.health)} label={healthLabel(tenant.health)} />}
    </>
  );
}
