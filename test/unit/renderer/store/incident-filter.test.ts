import { expect, it } from 'vitest';
import { savedView } from '../../../../contract/saved-view';
import type { Tenant } from '../../../../contract/tenant';
import {
  isNarrowed,
  listQuery,
  NEWEST_FIRST,
  queryKey,
  sortedBy,
  tenantsOf,
  toggled,
  widened,
} from '../../../../renderer/store/incident-filter';

const TENANT = '11111111-2222-4333-8444-555555555555';

it('always says the tenant, and leaves out what restricts nothing', () => {
  expect(listQuery(null, NEWEST_FIRST)).toEqual({ tenantId: null, sort: 'updatedAt', descending: true });
  expect(listQuery(TENANT, { ...NEWEST_FIRST, text: '  ransom ' })).toEqual({
    tenantId: TENANT,
    text: 'ransom',
    sort: 'updatedAt',
    descending: true,
  });
});

it('gives equal lists equal keys, whatever order chips were pressed in', () => {
  const one = listQuery(null, { ...NEWEST_FIRST, severities: ['low', 'high'], text: 'Host' });
  const other = listQuery(null, { ...NEWEST_FIRST, severities: ['high', 'low'], text: 'host ' });
  expect(queryKey(one)).toBe(queryKey(other));
});

it('gives lists of different tenants, filters or orders different keys', () => {
  const queries = [
    listQuery(null, NEWEST_FIRST),
    listQuery(TENANT, NEWEST_FIRST),
    listQuery(null, { ...NEWEST_FIRST, severities: ['high'] }),
    listQuery(null, { ...NEWEST_FIRST, statuses: ['high'] }),
    listQuery(null, { ...NEWEST_FIRST, descending: false }),
    listQuery(null, { ...NEWEST_FIRST, sort: 'name' }),
    listQuery(null, { ...NEWEST_FIRST, groupBy: 'tenant' }),
    listQuery(null, { ...NEWEST_FIRST, assignees: [''] }),
    listQuery(null, { ...NEWEST_FIRST, facets: { tag: ['a'] } }),
    listQuery(null, { ...NEWEST_FIRST, facets: { category: ['a'] } }),
    listQuery(null, { ...NEWEST_FIRST, updatedWithinHours: 24 }),
  ];
  expect(new Set(queries.map(queryKey)).size).toBe(queries.length);
});

it('turns the order round on the second click of a column', () => {
  expect(sortedBy(NEWEST_FIRST, 'updatedAt')).toEqual({ sort: 'updatedAt', descending: false });
  expect(sortedBy(NEWEST_FIRST, 'name')).toEqual({ sort: 'name', descending: false });
  expect(sortedBy(NEWEST_FIRST, 'severity')).toEqual({ sort: 'severity', descending: true });
});

it('adds and takes out a chip', () => {
  expect(toggled(['low'], 'high')).toEqual(['low', 'high']);
  expect(toggled(['low', 'high'], 'low')).toEqual(['high']);
});

it('finds open incidents under both of their names', () => {
  expect(listQuery(null, { ...NEWEST_FIRST, statuses: ['resolved', 'active'] }).statuses).toEqual(['active', 'new', 'resolved']);
});

it('knows whether anything is left out, and how to leave out nothing', () => {
  const ordered = { ...NEWEST_FIRST, sort: 'name', descending: false, groupBy: 'tenant' } as const;
  expect(isNarrowed(ordered)).toBe(false);
  expect(isNarrowed({ ...ordered, facets: { tag: [] } })).toBe(false);
  for (const narrow of [{ facets: { tag: ['a'] } }, { updatedWithinHours: 1 }, { assignees: [''] }, { text: 'x' }]) {
    expect(isNarrowed({ ...ordered, ...narrow })).toBe(true);
    expect(widened({ ...ordered, ...narrow })).toEqual(ordered);
  }
});

it('speaks for the tenants a filter lets through, and for no others', () => {
  const one = (tenantId: string, group: string) => ({ tenantId, profile: { group } }) as Tenant;
  const tenants = [one('a', 'Gold'), one('b', 'gold'), one('c', '')];
  const ids = (tenantId: string | null, filter: { tenantIds?: string[]; tenantGroups?: string[] }) =>
    tenantsOf(tenants, tenantId, { tenantIds: [], tenantGroups: [], ...filter }).map((tenant) => tenant.tenantId);
  expect(ids(null, {})).toEqual(['a', 'b', 'c']);
  expect(ids('b', {})).toEqual(['b']);
  expect(ids(null, { tenantIds: ['a', 'c'] })).toEqual(['a', 'c']);
  expect(ids(null, { tenantGroups: ['GOLD'] })).toEqual(['a', 'b']);
  expect(ids(null, { tenantGroups: [''], tenantIds: ['c', 'a'] })).toEqual(['c']);
  expect(ids('a', { tenantIds: ['c'] })).toEqual([]);
});

it('a view that leaves nothing out is not narrowed, in whatever order it was kept', () => {
  const view = { name: 'All', tenantId: null, filter: NEWEST_FIRST, layout: { columns: [], compact: false } };
  const { filter } = savedView.parse(JSON.parse(JSON.stringify(view)));
  expect(Object.keys(filter)).not.toEqual(Object.keys(NEWEST_FIRST));
  expect(isNarrowed(filter)).toBe(false);
  expect(isNarrowed({ ...filter, facets: { tag: [] } })).toBe(false);
  expect(isNarrowed({ ...filter, facets: { tag: ['vip'] } })).toBe(true);
  expect(isNarrowed({ ...filter, similarTo: { tenantId: TENANT, incidentId: '1' } })).toBe(true);
});
