import type { SavedView } from '../../../contract/saved-view';

/** A view that uses everything a view can hold. */
export const NIGHT_SHIFT: SavedView = {
  name: 'Night shift',
  tenantId: null,
  filter: {
    text: '',
    severities: ['high'],
    statuses: [],
    assignees: [''],
    tenantGroups: [],
    facets: { category: ['Malware'] },
    updatedWithinHours: 8,
    sort: 'severity',
    descending: true,
    groupBy: 'tenant',
  },
  layout: { columns: [{ id: 'name', width: 200 }], compact: true },
};
