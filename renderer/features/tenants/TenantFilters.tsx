import { useMemo } from 'react';
import { i18n } from '@lingui/core';
import { type Tenant, type TenantState, tenantState } from '../../../contract/tenant';
import { ActionButton } from '../../keys/ActionButton';
import { stateWords } from '../common/state-words';
import { FilterMenu } from './FilterMenu';
import { groupsOf, isFiltered, NO_FILTER, type TenantFilter, tagsOf } from './tenant-filter';

interface TenantFiltersProps {
  tenants: readonly Tenant[];
  filter: TenantFilter;
  onFilter(filter: TenantFilter): void;
}

/** Narrows the list by group, tag and state. */
export function TenantFilters({ tenants, filter, onFilter }: TenantFiltersProps) {
  const groups = useMemo(() => groupsOf(tenants).map((value) => ({ value, text: value || i18n.t('In no group') })), [tenants]);
  const tags = useMemo(() => tagsOf(tenants).map((value) => ({ value, text: value })), [tenants]);
  const states = useMemo(() => statesOf(tenants).map((value) => ({ value, text: stateWords(value).label })), [tenants]);
  return (
    <div className="tenant-filters" role="group" aria-label={i18n.t('Narrow the list')}>
      <FilterMenu
        label={i18n.t('Group')}
        options={groups}
        chosen={filter.groups}
        onChoose={(chosen) => onFilter({ ...filter, groups: chosen })}
      />
      <FilterMenu label={i18n.t('Tag')} options={tags} chosen={filter.tags} onChoose={(chosen) => onFilter({ ...filter, tags: chosen })} />
      <FilterMenu
        label={i18n.t('State')}
        options={states}
        chosen={filter.states}
        onChoose={(chosen) => onFilter({ ...filter, states: tenantState.options.filter((state) => chosen.includes(state)) })}
      />
      {isFiltered(filter) && (
        <ActionButton group="Tenants" size="small" appearance="transparent" onClick={() => onFilter(NO_FILTER)}>
          {i18n.t('Clear filters')}
        </ActionButton>
      )}
    </div>
  );
}

/** The states tenants are in, worst first. */
function statesOf(tenants: readonly Tenant[]): TenantState[] {
  const present = new Set(tenants.map(({ health }) => health.state));
  return tenantState.options.filter((state) => present.has(state));
}
