import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { incidentColumns } from '../../../../renderer/features/incidents/incident-columns';
import { pickColumn } from '../../../../renderer/features/incidents/pick-column';
import { RowTenant } from '../../../../renderer/features/incidents/RowTenant';
import { incidentSort } from '../../../../contract/incident';
import { DEFAULT_LAYOUT, QUEUE_COLUMNS } from '../../../../renderer/store/queue-layout';
import { shownColumns, widthOf } from '../../../../renderer/ui/table-columns';

/** What is left for columns: without the rail (84), the scrollbar (12), and the edges of the list (24). */
const roomAt = (width: number, panel = 0) => width - 84 - 12 - 24 - panel;
const shown = (room: number) => shownColumns([pickColumn(), ...incidentColumns(DEFAULT_LAYOUT)], room).map(({ id }) => id);

it('The list is sorted by every column there is', () => {
  const all = incidentColumns({ ...DEFAULT_LAYOUT, columns: QUEUE_COLUMNS.map((id) => ({ id, width: null, pinned: false })) });
  expect(all.filter(({ sortable }) => sortable).map(({ id }) => id)).toEqual(QUEUE_COLUMNS);
  expect(incidentSort.options.toSorted()).toEqual(QUEUE_COLUMNS.toSorted());
});

it('Beside the customers, in a window of 1280, the name has room to be read: alerts give way to it, and no other column there is at first', () => {
  // Without the bar on the left and its edge (85), the customers (248), the scrollbar (12), and the edges of the list (24).
  const room = 1280 - 85 - 248 - 12 - 24;
  expect(shown(room)).toEqual(['pick', ...DEFAULT_LAYOUT.columns.map(({ id }) => id).filter((id) => id !== 'alertCount')]);
  const others = shownColumns([pickColumn(), ...incidentColumns(DEFAULT_LAYOUT)], room).filter(({ id }) => id !== 'name');
  expect(room - widthOf(others)).toBeGreaterThanOrEqual(256);
});

it('Status and last update stay beside an open incident in a window of 1280, where the name is at its narrowest', () => {
  expect(shown(1280 - 85 - 60 - 440 - 12 - 24)).toEqual(['pick', 'severity', 'name', 'status', 'tenant', 'updatedAt']);
});

it('How old a row is stays in sight in the smallest window', () => {
  expect(shown(roomAt(1280))).toHaveLength(9);
  expect(shown(roomAt(960))).toEqual(expect.arrayContaining(['name', 'status', 'tenant', 'updatedAt', 'tenantRead']));
});

it('A hover on the tenant of a row says how old it is, where an incident is open and that column has no room', () => {
  expect(shown(roomAt(1280, 440))).not.toContain('tenantRead');
  const row = { tenantId: 'a', tenantName: 'Alpha', tenantState: 'stale' as const };
  expect(renderToStaticMarkup(createElement(RowTenant, row))).toContain('title="Alpha: Stale\nNever read whole"');
});
