import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import type { IncidentRow } from '../../../contract/incident';
import { pickKey } from '../../store/incidents-slice';
import type { Column } from '../../ui/table-columns';

/** The column of ticks. A plain box: a hundred of them are drawn while scrolling. */
export function pickColumn(picked: ReadonlyMap<string, IncidentKey>, onPick: (incident: IncidentKey) => void): Column<IncidentRow> {
  return {
    id: 'pick',
    header: i18n.t('Select'),
    head: <span className="visually-hidden">{i18n.t('Select')}</span>,
    width: 34,
    pinned: true,
    cell: (row) => (
      // Ticking a row is not opening it.
      <span className="pick-cell" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={i18n.t('Select {name} #{incidentId} of {tenantName}', {
            name: row.name || 'incident',
            incidentId: row.incidentId,
            tenantName: row.tenantName,
          })}
          checked={picked.has(pickKey(row))}
          onChange={() => onPick(row)}
        />
      </span>
    ),
  };
}
