import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant, TenantHealth } from '../../../contract/tenant';
import { RelativeTime } from '../../ui/RelativeTime';
import type { Column } from '../../ui/table-columns';
import { StateLine } from '../common/StateLine';
import { storedCount } from '../common/state-words';
import { TenantMonogram } from '../common/TenantMonogram';
import { tenantReason } from '../common/tenant-reason';
import { nextStep } from './next-step';
import { TenantLabels } from './TenantLabels';
import { withElements } from '../../ui/with-elements';

/** The columns of the tenant table. */
export const TENANT_COLUMNS: readonly Column<Tenant>[] = [
  {
    id: 'name',
    get header() {
      return i18n.t('Tenant');
    },
    width: 220,
    grow: 3,
    sortable: true,
    cell: nameCell,
  },
  {
    id: 'state',
    get header() {
      return i18n.t('State');
    },
    width: 170,
    grow: 2,
    sortable: true,
    cell: stateCell,
  },
  {
    id: 'labels',
    get header() {
      return i18n.t('Group and tags');
    },
    width: 170,
    grow: 2,
    dropOrder: 1,
    sortable: true,
    cell: labelsCell,
  },
  {
    id: 'incidents',
    get header() {
      return i18n.t('Incidents');
    },
    width: 96,
    dropOrder: 2,
    sortable: true,
    align: 'end',
    cell: countCell,
  },
  {
    id: 'lastComplete',
    get header() {
      return i18n.t('Last complete read');
    },
    width: 150,
    dropOrder: 2.5,
    sortable: true,
    cell: lastCompleteCell,
  },
  {
    id: 'next',
    get header() {
      return i18n.t('Next step');
    },
    width: 210,
    grow: 2,
    dropOrder: 3,
    cell: nextStepCell,
  },
];

function nameCell(tenant: Tenant) {
  const { tenantId, displayName, domain } = tenant;
  return (
    <>
      <TenantMonogram tenant={tenant} />
      <span className="two-lines">
        <strong className="clip" title={displayName}>
          {displayName}
        </strong>
        <span className="clip quiet" title={tenantId}>
          {domain && `${domain} · `}
          <span className="code">{tenantId}</span>
        </span>
      </span>
    </>
  );
}

function stateCell({ health }: Tenant) {
  return (
    <span className="two-lines">
      <StateLine health={health} />
      <span className="clip quiet">{stateTime(health)}</span>
    </span>
  );
}

/** The reason where the state alone does not say it, and how long it has been so, or until when it lasts. */
function stateTime(health: TenantHealth): ReactNode {
  if (health.since === undefined) return health.lastAttemptAt === undefined ? i18n.t('Not read yet') : i18n.t('The token works');
  if (health.state === 'throttled' && health.problem?.retryAt !== undefined) {
    return <>{withElements(i18n.t('Next try [[time]]'), { time: <RelativeTime at={health.problem.retryAt} /> })}</>;
  }
  return (
    <>
      {health.state === 'failed' && `${tenantReason(health)} · `}
      <RelativeTime at={health.since} />
    </>
  );
}

function labelsCell({ profile }: Tenant) {
  return <TenantLabels profile={profile} />;
}

function countCell(tenant: Tenant) {
  return storedCount(tenant);
}

function lastCompleteCell({ health }: Tenant) {
  return <RelativeTime at={health.lastCompleteAt} />;
}

function nextStepCell({ health }: Tenant) {
  const step = nextStep(health);
  return (
    <span className={step ? 'clip' : 'clip quiet'} title={step ?? undefined}>
      {step ?? '–'}
    </span>
  );
}
