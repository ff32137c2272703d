import type { SavedView } from '../../../contract/saved-view';

/** A view that uses everything a view can hold. */
export const NIGHT_SHIFT: SavedView = {
  name: 'Night shift',
  tenantId: null,
  filter: {
    text: '',
    severities: ['high'],
    statuses: [],
    exceptStatuses: ['redirected'],
    assignees: [''],
    tenantGroups: [],
    facets: { category: ['Malware'] },
    tenantIds: ['11111111-1111-4111-8111-111111111111'],
    entities: [{ kind: 'ip', value: '198.51.100.1' }],
    similarTo: null,
    updatedFrom: 1_000,
    updatedBefore: null,
    createdFrom: 2_000,
    createdBefore: 3_000,
    openAt: 4_000,
    resolvedFrom: 5_000,
    updatedWithinHours: 8,
    sort: 'severity',
    descending: true,
    groupBy: 'tenant',
  },
  layout: { columns: [{ id: 'name', width: 200, pinned: true }], compact: true },
};
