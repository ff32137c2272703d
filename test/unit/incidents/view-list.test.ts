import { expect, it } from 'vitest';
import { MAX_VIEWS, type SavedView } from '../../../contract/saved-view';
import { withoutView, withTeamViews, withView } from '../../../main/incidents/view-list';

const view = (name: string, text = ''): SavedView => ({
  name,
  tenantId: null,
  filter: {
    text,
    severities: [],
    statuses: [],
    exceptStatuses: [],
    assignees: [],
    tenantIds: [],
    tenantGroups: [],
    entities: [],
    similarTo: null,
    updatedFrom: null,
    updatedBefore: null,
    createdFrom: null,
    createdBefore: null,
    openAt: null,
    resolvedFrom: null,
    facets: {},
    updatedWithinHours: null,
    sort: 'updatedAt',
    descending: true,
    groupBy: null,
  },
  layout: { columns: [], compact: false },
});
const names = (views: readonly SavedView[] | null) => views?.map(({ name, filter }) => `${name}: ${filter.text}`);

it('keeps one view of a name, whatever its case', () => {
  const views = withView([view('Night', 'a'), view('Day')], view('NIGHT', 'b'));
  expect(names(views)).toEqual(['NIGHT: b', 'Day: ']);
  expect(names(withoutView(views ?? [], 'night'))).toEqual(['Day: ']);
});

it('has an end', () => {
  const full = Array.from({ length: MAX_VIEWS }, (_, number) => view(`${number}`));
  expect(withView(full, view('more'))).toBeNull();
  expect(withView(full, view('7', 'x'))).toHaveLength(MAX_VIEWS);
  expect(withTeamViews(full, [view('more')])).toHaveLength(MAX_VIEWS);
});

it('never replaces an own view by a colleague’s of the same name', () => {
  const merged = withTeamViews([view('Night', 'mine'), view('Same')], [view('night', 'theirs'), view('Same'), view('New')]);
  expect(names(merged)).toEqual(['Night: mine', 'Same: ', 'night (team): theirs', 'New: ']);
  expect(names(withTeamViews(merged, [view('night', 'other')]))?.at(-1)).toBe('night (team 2): other');
});
