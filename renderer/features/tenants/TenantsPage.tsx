import { Button, SearchBox, Spinner } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import type { TableSort } from '../../ui/table-columns';
import { VirtualTable } from '../../ui/VirtualTable';
import { ExportLinks } from '../consent/ExportLinks';
import { CoverageLine } from '../common/CoverageLine';
import { coverageOf } from '../common/coverage-words';
import { RefreshButtons } from '../common/RefreshButtons';
import { AddTenantDialog } from './AddTenantDialog';
import { NoTenants } from './NoTenants';
import { findTenants, sortTenants } from './sort-tenants';
import { TENANT_COLUMNS } from './tenant-columns';
import { TenantPanel } from './TenantPanel';
import '../common/list-page.css';
import './tenants.css';

/** All customers with their state, and one of them in detail. */
export function TenantsPage({ selectedId }: { selectedId: TenantId | null }) {
  const tenants = useApp((state) => state.tenants);
  const state = useApp(({ tenantsState }) => tenantsState);
  const go = useApp((app) => app.go);
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<TableSort>({ column: 'name', descending: false });
  const shown = useMemo(() => sortTenants(findTenants(tenants, text), sort), [tenants, text, sort]);
  const selected = tenants.find(({ tenantId }) => tenantId === selectedId) ?? null;

  return (
    <div className="list-page">
      <section className="list-page-main" aria-label="Tenants">
        <div className="list-header">
          <div className="list-title">
            <h1>Tenants</h1>
            <span className="quiet">{tenants.length === 1 ? '1 customer' : `${tenants.length} customers`}</span>
          </div>
          {state === 'ready' && <CoverageLine coverage={coverageOf(tenants)} tenants={tenants} />}
        </div>
        <div className="toolbar" role="toolbar" aria-label="Tenants">
          <Button appearance="primary" icon={<Add20Regular />} disabled={state === 'failed'} onClick={() => setAdding(true)}>
            Add tenant
          </Button>
          <RefreshButtons tenantId={null} scope="all tenants" />
          <ExportLinks tenants={shown} />
          <span className="toolbar-space" />
          <SearchBox placeholder="Find a tenant" aria-label="Find a tenant" value={text} onChange={(_event, data) => setText(data.value)} />
        </div>
        {state === 'loading' ? (
          <Spinner className="list-spinner" label="Reading the list of tenants…" />
        ) : (
          <VirtualTable
            label="Tenants"
            columns={TENANT_COLUMNS}
            count={shown.length}
            rowAt={(index) => shown[index]}
            rowHeight={52}
            isSelected={({ tenantId }) => tenantId === selectedId}
            following={selected !== null}
            onOpen={({ tenantId }) => go({ page: 'tenants', tenantId })}
            onClose={() => go({ page: 'tenants', tenantId: null })}
            sort={sort}
            onSort={(column) => setSort((now) => ({ column, descending: now.column === column && !now.descending }))}
            listKey={`${sort.column} ${sort.descending} ${text}`}
            empty={<NoTenants searched={tenants.length > 0} failed={state === 'failed'} onAdd={() => setAdding(true)} />}
          />
        )}
      </section>
      {selected && <TenantPanel key={selected.tenantId} tenant={selected} onClose={() => go({ page: 'tenants', tenantId: null })} />}
      {adding && <AddTenantDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
