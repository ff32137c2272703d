import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import type { Column } from '../../ui/table-columns';
import { VirtualTable } from '../../ui/VirtualTable';

const ROW = 30;
const MOST_ROWS = 7;
const HEAD = 34;

/** All the tenants an action is about, by name. */
export function TenantNames({ tenants }: { tenants: readonly Tenant[] }) {
  return (
    <div className="dialog-table" style={{ height: HEAD + ROW * Math.min(tenants.length, MOST_ROWS) + 2 }}>
      <VirtualTable
        label={i18n.t('Tenants this is about')}
        columns={COLUMNS}
        count={tenants.length}
        rowAt={(index) => tenants[index]}
        rowHeight={ROW}
        isSelected={() => false}
        following={false}
        onOpen={() => undefined}
        onClose={() => undefined}
      />
    </div>
  );
}

const COLUMNS: readonly Column<Tenant>[] = [
  {
    id: 'name',
    get header() {
      return i18n.t('Tenant');
    },
    width: 180,
    grow: 1,
    cell: ({ displayName }) => <strong className="clip">{displayName}</strong>,
  },
  {
    id: 'domain',
    get header() {
      return i18n.t('Domain');
    },
    width: 160,
    grow: 1,
    cell: ({ domain, tenantId }) => <span className="clip quiet">{domain ?? tenantId}</span>,
  },
];
