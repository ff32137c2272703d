import { Button, SearchBox, Spinner } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useMemo, useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useCommands, useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import type { TableSort } from '../../ui/table-columns';
import { VirtualTable } from '../../ui/VirtualTable';
import { ExportLinks } from '../consent/ExportLinks';
import { CoverageLine } from '../common/CoverageLine';
import { coverageOf } from '../common/coverage-words';
import { RefreshButtons } from '../common/RefreshButtons';
import { AddTenantDialog } from './AddTenantDialog';
import { FileMenu } from './FileMenu';
import { NoTenants } from './NoTenants';
import { selectColumn } from './select-column';
import { SelectionBar } from './SelectionBar';
import { findTenants, sortTenants } from './sort-tenants';
import { TENANT_COLUMNS } from './tenant-columns';
import { filterTenants, isFiltered, NO_FILTER, type TenantFilter } from './tenant-filter';
import { TenantFilters } from './TenantFilters';
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
  const [filter, setFilter] = useState<TenantFilter>(NO_FILTER);
  const [ticked, setTicked] = useState<ReadonlySet<TenantId>>(new Set());
  const shown = useMemo(() => sortTenants(filterTenants(findTenants(tenants, text), filter), sort), [tenants, text, filter, sort]);
  const narrowed = text.trim() !== '' || isFiltered(filter);
  const chosen = useMemo(() => tenants.filter(({ tenantId }) => ticked.has(tenantId)), [tenants, ticked]);
  const columns = useMemo(() => [selectColumn(shown, ticked, setTicked), ...TENANT_COLUMNS], [shown, ticked]);
  const selected = tenants.find(({ tenantId }) => tenantId === selectedId) ?? null;
  const onSort = (column: string) => setSort((now) => ({ column, descending: now.column === column && !now.descending }));
  const search = useRef<HTMLInputElement>(null);
  useKeys([{ id: 'search', label: i18n.t('Find a tenant'), group: 'Tenants', keys: ['/'], run: () => search.current?.focus() }]);
  useCommands(
    'Tenants',
    TENANT_COLUMNS.filter(({ sortable }) => sortable).map(({ id, header }) => ({
      id: `sort ${id}`,
      label: i18n.t('Sort by {column}', { column: header.toLowerCase() }),
      run: () => onSort(id),
    })),
  );

  return (
    <div className="list-page">
      <section className="list-page-main" aria-label={i18n.t('Tenants')}>
        <div className="list-header">
          <div className="list-title">
            <h1>{i18n.t('Tenants')}</h1>
            <span className="quiet">
              {narrowed
                ? i18n.t('{count, plural, one {# customer} other {# customers}}, {shown, number} shown', {
                    count: tenants.length,
                    shown: shown.length,
                  })
                : i18n.t('{count, plural, one {# customer} other {# customers}}', { count: tenants.length })}
            </span>
          </div>
          {state === 'ready' && <CoverageLine coverage={coverageOf(tenants)} tenants={tenants} />}
        </div>
        <div className="toolbar" role="toolbar" aria-label={i18n.t('Tenants')}>
          <Button appearance="primary" icon={<Add20Regular />} disabled={state === 'failed'} onClick={() => setAdding(true)}>
            {i18n.t('Add tenant')}
          </Button>
          <RefreshButtons tenantId={null} scope={i18n.t('all tenants')} />
          <ExportLinks tenants={shown} />
          <FileMenu tenantIds={narrowed ? shown.map(({ tenantId }) => tenantId) : null} count={shown.length} />
          <span className="toolbar-space" />
          <TenantFilters tenants={tenants} filter={filter} onFilter={setFilter} />
          <SearchBox
            ref={search}
            className="tenant-search"
            placeholder={i18n.t('Find a tenant')}
            title={i18n.t('By name, domain, tenant ID, group, tag or owner')}
            aria-label={i18n.t('Find a tenant')}
            value={text}
            onChange={(_event, data) => setText(data.value)}
          />
        </div>
        {chosen.length > 0 && <SelectionBar chosen={chosen} onClear={() => setTicked(new Set())} />}
        {state === 'loading' ? (
          <Spinner className="list-spinner" label={i18n.t('Reading the list of tenants…')} />
        ) : (
          <VirtualTable
            label={i18n.t('Tenants')}
            columns={columns}
            count={shown.length}
            rowAt={(index) => shown[index]}
            rowHeight={52}
            isSelected={({ tenantId }) => tenantId === selectedId}
            following={selected !== null}
            onOpen={({ tenantId }) => go({ page: 'tenants', tenantId })}
            onClose={() => go({ page: 'tenants', tenantId: null })}
            sort={sort}
            onSort={onSort}
            listKey={`${sort.column} ${sort.descending} ${text} ${JSON.stringify(filter)}`}
            empty={<NoTenants searched={tenants.length > 0} failed={state === 'failed'} onAdd={() => setAdding(true)} />}
          />
        )}
      </section>
      {selected && <TenantPanel key={selected.tenantId} tenant={selected} onClose={() => go({ page: 'tenants', tenantId: null })} />}
      {adding && <AddTenantDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
