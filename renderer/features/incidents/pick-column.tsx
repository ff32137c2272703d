import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';
import { useApp } from '../../store/app-store';
import { pickKey } from '../../store/incidents-slice';
import type { Column } from '../../ui/table-columns';

/** The column of ticks. The same one whatever is ticked: a tick is drawn in its own row only. */
export function pickColumn(): Column<IncidentRow> {
  return {
    id: 'pick',
    header: i18n.t('Select'),
    head: <span className="visually-hidden">{i18n.t('Select')}</span>,
    width: 30,
    pinned: true,
    cell: (row) => <PickBox row={row} />,
  };
}

/** A plain box: a hundred of them are drawn while scrolling. */
function PickBox({ row }: { row: IncidentRow }) {
  const picked = useApp((state) => state.picked.has(pickKey(row)));
  const togglePicked = useApp((state) => state.togglePicked);
  return (
    // Ticking a row is not opening it.
    <span className="pick-cell" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={i18n.t('Select {name} #{incidentId} of {tenantName}', {
          name: row.name || i18n.t('Without a name'),
          incidentId: row.incidentId,
          tenantName: row.tenantName,
        })}
        checked={picked}
        onChange={() => togglePicked(row)}
      />
    </span>
  );
}
