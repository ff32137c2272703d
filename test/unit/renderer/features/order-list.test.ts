import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { MOST_OPEN_ORDERS, type WriteBatch, type WriteItem, type WriteState } from '../../../../contract/writes';
import { OrderList } from '../../../../renderer/features/writing/WritesPanel';

const order = (state: WriteState, id: number): WriteBatch => {
  const item = { id: `${id}`, tenantId: 'a', tenantName: 'Alpha', incidentId: `${id}`, name: 'One', state, change: {} } as WriteItem;
  return { id: `${id}`, startedAt: 0, items: [item], undoable: 0, undoes: null, undone: false, stays: [] };
};
const shown = (failed: number, done: number): string => {
  const batches = [...Array(failed + done).keys()].map((id) => order(id < failed ? 'failed' : 'done', id));
  return renderToStaticMarkup(createElement(OrderList, { batches, kept: [] }));
};
const CUT = `Of the orders that need you, only the last ${MOST_OPEN_ORDERS} stay here.`;

it('The list of orders says that older ones fall off once as many need somebody as are kept', () => {
  const full = shown(MOST_OPEN_ORDERS, 1);
  expect(full).toContain(CUT);
  expect(full.match(/<article/g)).toHaveLength(MOST_OPEN_ORDERS + 1);
  expect(shown(MOST_OPEN_ORDERS - 1, 1)).not.toContain(CUT);
});
