import { Button, Input, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { BuildingMultiple20Regular, Checkmark16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import type { TenantId } from '../../../../contract/ids';
import type { Tenant } from '../../../../contract/tenant';
import { useCommands } from '../../../keys/use-keys';
import { VirtualList } from '../../../ui/VirtualList';
import { hasFailed } from '../../common/coverage-words';
import { TenantMonogram } from '../../common/TenantMonogram';
import { BELOW_START } from '../../../ui/popover-place';

interface TenantsButtonProps {
  tenants: readonly Tenant[];
  /** Null: all there are at the time. */
  chosen: readonly TenantId[] | null;
  onChange(chosen: readonly TenantId[] | null): void;
}

/** Which customers are asked: all, groups, those that answered lately, or any by name. */
export function TenantsButton({ tenants, chosen, onChange }: TenantsButtonProps) {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  useCommands('Hunting', [{ id: 'hunting tenants', label: i18n.t('Tenants to ask…'), run: () => setOpen(true) }]);
  const all = tenants.map(({ tenantId }) => tenantId);
  const set = new Set(chosen ?? all);
  const count = tenants.filter(({ tenantId }) => set.has(tenantId)).length;
  const groups = [...new Set(tenants.map(({ profile }) => profile.group))].filter(Boolean).toSorted();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = tenants.filter(({ displayName, domain = '', tenantId, profile }) => {
    const about = `${displayName} ${domain} ${tenantId} ${profile.group} ${profile.tags.join(' ')}`.toLowerCase();
    return words.every((word) => about.includes(word));
  });
  const toggle = (tenantId: TenantId) =>
    onChange(
      set.has(tenantId) ? all.filter((one) => set.has(one) && one !== tenantId) : all.filter((one) => set.has(one) || one === tenantId),
    );
  const only = (wanted: (tenant: Tenant) => boolean) => onChange(tenants.filter(wanted).map(({ tenantId }) => tenantId));
  const label =
    chosen === null
      ? i18n.t('{count, plural, =0 {No tenants} one {# tenant} other {All # tenants}}', { count })
      : i18n.t('{count} of {total, plural, one {# tenant} other {# tenants}}', { count, total: all.length });
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning={BELOW_START} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<BuildingMultiple20Regular />} aria-label={i18n.t('Tenants to ask: {label}', { label })}>
          {label}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="tenants-popover" aria-label={i18n.t('Tenants to ask')}>
        <div className="tenants-quick">
          <Button size="small" onClick={() => onChange(null)}>
            {i18n.t('All')}
          </Button>
          <Button size="small" onClick={() => onChange([])}>
            {i18n.t('None')}
          </Button>
          <Button size="small" onClick={() => only((tenant) => !hasFailed(tenant))}>
            {i18n.t('Without known failures')}
          </Button>
          {groups.map((group) => (
            <Button key={group} size="small" onClick={() => only(({ profile }) => profile.group === group)}>
              {group}
            </Button>
          ))}
        </div>
        <Input
          type="search"
          aria-label={i18n.t('Find a tenant')}
          placeholder={i18n.t('Name, domain, group or tag')}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
        {words.length > 0 && (
          <Button size="small" disabled={found.length === 0} onClick={() => onChange(found.map(({ tenantId }) => tenantId))}>
            {i18n.t('Only the {count, plural, one {# found} other {# found}}', { count: found.length })}
          </Button>
        )}
        <div className="tenants-list">
          <VirtualList
            label={i18n.t('Tenants')}
            items={found}
            keyOf={({ tenantId }) => tenantId}
            isSelected={({ tenantId }) => set.has(tenantId)}
            onSelect={({ tenantId }) => toggle(tenantId)}
            rowHeight={34}
            multiple
          >
            {(tenant) => (
              <span className="tenants-one">
                <span className="tenants-check">{set.has(tenant.tenantId) && <Checkmark16Regular />}</span>
                <TenantMonogram tenant={tenant} />
                <span className="clip">{tenant.displayName}</span>
              </span>
            )}
          </VirtualList>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
