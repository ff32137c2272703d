import { expect, it } from 'vitest';
import { type SavedView, savedView } from '../../../../contract/saved-view';
import { NEWEST_FIRST, toggled } from '../../../../renderer/store/incident-filter';
import { DEFAULT_LAYOUT, knownLayout, withMoved, withToggled, withWidth } from '../../../../renderer/store/queue-layout';
import { isAsSaved, viewNamed } from '../../../../renderer/store/view-change';

const TENANT = '11111111-2222-4333-8444-555555555555';
const queue = {
  tenantId: null,
  filter: {
    ...NEWEST_FIRST,
    severities: ['high', 'medium'],
    facets: { category: ['Malware'] },
    similarTo: { incidentId: '7', tenantId: TENANT },
  },
  layout: DEFAULT_LAYOUT,
};
/** As main hands it out: parsed, with every part in the order of the contract. */
const saved = (of: object = queue): SavedView => savedView.parse(JSON.parse(JSON.stringify({ name: 'Grave ones', ...of })));

it('takes the columns it knows of a view, and never loses name and tenant', () => {
  const columns = [
    { id: 'status', width: null, pinned: false },
    { id: 'of a later version', width: 80, pinned: false },
    { id: 'tenant', width: 200, pinned: true },
  ];
  expect(knownLayout({ columns, compact: true })).toEqual({
    columns: [
      { id: 'tenant', width: 200, pinned: true },
      { id: 'name', width: null, pinned: false },
      { id: 'status', width: null, pinned: false },
    ],
    compact: true,
  });
});

it('a view holds the queue it was saved from, and the same one come by in another way', () => {
  expect(isAsSaved(saved(), queue)).toBe(true);
  const { filter } = queue;
  const round = { ...filter, severities: toggled(toggled(filter.severities, 'high'), 'high'), facets: { ...filter.facets, product: [] } };
  expect(isAsSaved(saved(), { ...queue, filter: round })).toBe(true);
  const moved = { ...DEFAULT_LAYOUT, columns: withMoved(DEFAULT_LAYOUT, 'name', 1) };
  expect(isAsSaved(saved(), { ...queue, layout: { ...moved, columns: withMoved(moved, 'name', -1) } })).toBe(true);
});

it.each([
  ['tenant', { ...queue, tenantId: TENANT }],
  ['filter', { ...queue, filter: { ...queue.filter, severities: ['high'] } }],
  ['text', { ...queue, filter: { ...queue.filter, text: 'rundll32' } }],
  ['order', { ...queue, filter: { ...queue.filter, descending: false } }],
  ['grouping', { ...queue, filter: { ...queue.filter, groupBy: 'severity' as const } }],
  ['columns', { ...queue, layout: { ...DEFAULT_LAYOUT, columns: withToggled(DEFAULT_LAYOUT, 'status') } }],
  ['width', { ...queue, layout: { ...DEFAULT_LAYOUT, columns: withWidth(DEFAULT_LAYOUT, 'name', 300) } }],
  ['height of rows', { ...queue, layout: { ...DEFAULT_LAYOUT, compact: true } }],
])('another %s is not what it holds', (_part, changed) => {
  expect(isAsSaved(saved(), changed)).toBe(false);
});

it('a view of columns that are unknown here is not changed by being shown', () => {
  const view = saved({ ...queue, layout: { columns: [{ id: 'of a later version', width: 80, pinned: false }], compact: false } });
  expect(isAsSaved(view, { ...queue, layout: knownLayout(view.layout) })).toBe(true);
});

it('finds a view by its name in any case', () => {
  expect(viewNamed([saved()], 'grave ONES')?.name).toBe('Grave ones');
  expect([viewNamed([saved()], 'others'), viewNamed([saved()], null)]).toEqual([undefined, undefined]);
});
