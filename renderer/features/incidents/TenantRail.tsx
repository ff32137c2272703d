import { Button, SearchBox } from '@fluentui/react-components';
import { Add16Regular, Globe20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { StateDot } from '../../ui/StateBadge';
import { VirtualList } from '../../ui/VirtualList';
import { healthLabel, healthTone, storedCount, storedTotal } from '../common/state-words';
import { TenantMonogram } from '../common/TenantMonogram';
import { findTenants } from '../tenants/sort-tenants';

/** All tenants, or one of them. */
type RailItem = { tenant: Tenant | null };

/** The customers on the left: their state, their counts, and which of them the list shows. */
export function TenantRail({ selectedId }: { selectedId: TenantId | null }) {
  const tenants = useApp((state) => state.tenants);
  const go = useApp((state) => state.go);
  const [text, setText] = useState('');
  const items = useMemo<RailItem[]>(() => {
    const found = findTenants(tenants, text).map((tenant) => ({ tenant }));
    return text.trim() === '' ? [{ tenant: null }, ...found] : found;
  }, [tenants, text]);

  return (
    <aside className="tenant-rail" aria-label={i18n.t('Customer tenants')}>
      <div className="tenant-rail-head">
        <h2>{i18n.t('Customer tenants')}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Add16Regular />}
          aria-label={i18n.t('Manage tenants')}
          title={i18n.t('Manage tenants')}
          onClick={() => go({ page: 'tenants', tenantId: null })}
        />
      </div>
      <SearchBox
        className="tenant-rail-search"
        placeholder={i18n.t('Search tenants')}
        aria-label={i18n.t('Search tenants')}
        value={text}
        onChange={(_event, data) => setText(data.value)}
      />
      <VirtualList
        label={i18n.t('Show incidents of')}
        items={items}
        rowHeight={46}
        keyOf={({ tenant }) => tenant?.tenantId ?? 'all'}
        isSelected={({ tenant }) => (tenant?.tenantId ?? null) === selectedId}
        onSelect={({ tenant }) => go({ page: 'incidents', tenantId: tenant?.tenantId ?? null, incident: null })}
      >
        {({ tenant }) => (tenant ? <TenantItem tenant={tenant} /> : <AllItem tenants={tenants.length} incidents={storedTotal(tenants)} />)}
      </VirtualList>
    </aside>
  );
}

function TenantItem({ tenant }: { tenant: Tenant }) {
  const { displayName, health } = tenant;
  return (
    <>
      <span title={i18n.t('{displayName}: {state}', { displayName, state: healthLabel(health) })}>
        <TenantMonogram tenant={tenant} />
      </span>
      <span className="two-lines rail-text">
        <strong className="clip" title={displayName}>
          {displayName}
        </strong>
        <span className="rail-state clip">
          <StateDot tone={healthTone(health)} /> {healthLabel(health)}
        </span>
      </span>
      <span className="rail-count">
        {storedCount(tenant)}
        <span className="visually-hidden"> {i18n.t('incidents')}</span>
      </span>
    </>
  );
}

function AllItem({ tenants, incidents }: { tenants: number; incidents: string }) {
  return (
    <>
      <span className="monogram" title={i18n.t('All tenants')}>
        <Globe20Regular aria-hidden="true" />
      </span>
      <span className="two-lines rail-text">
        <strong>{i18n.t('All tenants')}</strong>
        <span className="rail-state">{i18n.t('{count, plural, one {# customer} other {# customers}}', { count: tenants })}</span>
      </span>
      <span className="rail-count">
        {incidents}
        <span className="visually-hidden"> {i18n.t('incidents')}</span>
      </span>
    </>
  );
}
