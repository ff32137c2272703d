import type { IncidentKey } from '../../../contract/ids';
import type { IncidentRow } from '../../../contract/incident';
import { pickKey } from '../../store/incidents-slice';
import type { Column } from '../../ui/table-columns';

/** The column of ticks. A plain box: a hundred of them are drawn while scrolling. */
export function pickColumn(picked: ReadonlyMap<string, IncidentKey>, onPick: (incident: IncidentKey) => void): Column<IncidentRow> {
  return {
    id: 'pick',
    header: 'Select',
    head: <span className="visually-hidden">Select</span>,
    width: 34,
    cell: (row) => (
      // Ticking a row is not opening it.
      <span className="pick-cell" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${row.name || 'incident'} #${row.incidentId} of ${row.tenantName}`}
          checked={picked.has(pickKey(row))}
          onChange={() => onPick(row)}
        />
      </span>
    ),
  };
}
