import { Checkbox } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import type { Tenant } from '../../../contract/tenant';
import type { Column } from '../../ui/table-columns';

/** The column of ticks: one for each tenant, and one for all that are shown. */
export function selectColumn(
  shown: readonly Tenant[],
  ticked: ReadonlySet<TenantId>,
  onTick: (ticked: ReadonlySet<TenantId>) => void,
): Column<Tenant> {
  const shownTicked = shown.filter(({ tenantId }) => ticked.has(tenantId)).length;
  const all = shown.length > 0 && shownTicked === shown.length;
  return {
    id: 'select',
    header: i18n.t('Select'),
    head: (
      <Checkbox
        aria-label={i18n.t('Select all shown')}
        checked={all || (shownTicked > 0 ? 'mixed' : false)}
        onChange={() => onTick(all ? new Set() : new Set(shown.map(({ tenantId }) => tenantId)))}
      />
    ),
    width: 40,
    cell: ({ tenantId, displayName }) => (
      // Ticking a row is not opening it.
      <span className="select-cell" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          aria-label={i18n.t('Select {displayName}', { displayName })}
          checked={ticked.has(tenantId)}
          onChange={(_event, data) =>
            onTick(data.checked === true ? new Set([...ticked, tenantId]) : new Set([...ticked].filter((one) => one !== tenantId)))
          }
        />
      </span>
    ),
  };
}
