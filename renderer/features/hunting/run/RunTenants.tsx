import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { HuntingRun, HuntingTenant, HuntingTenantState } from '../../../../contract/hunting';
import type { TenantId } from '../../../../contract/ids';
import type { Tenant } from '../../../../contract/tenant';
import { StateBadge } from '../../../ui/StateBadge';
import type { Column } from '../../../ui/table-columns';
import { VirtualTable } from '../../../ui/VirtualTable';
import { reasonWords, rowsWords, stateOf } from './reason-words';

/** What needs somebody comes first. */
const ORDER: readonly HuntingTenantState[] = ['failed', 'partial', 'cancelled', 'running', 'waiting', 'done'];

interface RunTenantsProps {
  run: HuntingRun;
  tenants: readonly Tenant[];
  onRetry(tenantIds: TenantId[]): void;
  onTenant(tenantId: TenantId): void;
}

/** Each tenant of a run: how far it is, how many rows it has, why not all, and what helps. */
export function RunTenants({ run, tenants, onRetry, onTenant }: RunTenantsProps) {
  const names = new Map(tenants.map(({ tenantId, displayName }) => [tenantId, displayName]));
  const rows = run.tenants.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const columns: Column<HuntingTenant>[] = [
    {
      id: 'tenant',
      header: i18n.t('Tenant'),
      width: 160,
      grow: 1,
      cell: ({ tenantId }) => <strong className="clip">{names.get(tenantId) ?? tenantId}</strong>,
    },
    { id: 'state', header: i18n.t('State'), width: 170, cell: (tenant) => <StateBadge {...stateOf(tenant)} /> },
    { id: 'rows', header: i18n.t('Rows'), width: 80, align: 'end', cell: rowsWords },
    {
      id: 'why',
      header: i18n.t('Why, and what helps'),
      width: 240,
      grow: 3,
      cell: ({ reason }) => reason && <Why title={reasonWords(reason).title} remedy={reasonWords(reason).remedy} detail={reason.detail} />,
    },
    {
      id: 'surface',
      header: i18n.t('Via'),
      width: 76,
      dropOrder: 2,
      cell: ({ surface }) => (surface === 'graph' ? 'Graph' : surface === 'xdr' ? 'XDR' : ''),
    },
    {
      id: 'again',
      header: i18n.t('Actions'),
      width: 104,
      cell: ({ tenantId, state }) =>
        (state === 'failed' || state === 'partial' || state === 'cancelled') && (
          <Button
            size="small"
            onClick={(event) => {
              event.stopPropagation();
              onRetry([tenantId]);
            }}
          >
            {i18n.t('Run again')}
          </Button>
        ),
    },
  ];
  return (
    <VirtualTable
      label={i18n.t('Tenants of the run')}
      columns={columns}
      count={rows.length}
      rowAt={(index) => rows[index]}
      isSelected={() => false}
      following={false}
      onOpen={({ tenantId }) => onTenant(tenantId)}
      onClose={() => undefined}
    />
  );
}

function Why({ title, remedy, detail }: { title: string; remedy: string; detail: string | undefined }) {
  return (
    <span className="run-why clip" title={[title, remedy, detail].filter(Boolean).join('\n')}>
      <strong>{title}</strong> <span className="quiet">{remedy}</span>
    </span>
  );
}
