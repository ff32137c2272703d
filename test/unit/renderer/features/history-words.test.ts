import { afterEach, expect, it } from 'vitest';
import { speak } from '../../../../locales/words';
import { restWords } from '../../../../renderer/features/incidents/history-words';

const NOTHING = { fields: [], tags: null, comments: null, untold: false };
const RESOLVED = { ...NOTHING, fields: [{ field: 'status' as const, before: 'Active', after: 'Resolved' }] };

afterEach(() => speak('en'));

it('a change of which something is told needs no more words, and one of which nothing is was of what is not followed', () => {
  expect(restWords(RESOLVED)).toBeNull();
  expect(restWords({ ...NOTHING, tags: { added: ['VIP'], removed: [] } })).toBeNull();
  expect(restWords(NOTHING)).toBe('Something else was updated, in one of its alerts for example.');
});

it('where tags and comments of before are not known it says so, whatever else changed', async () => {
  expect(restWords({ ...RESOLVED, untold: true })).toBe(
    'Tags and comments were not followed yet: whether they changed as well is not known.',
  );
  expect(restWords({ ...NOTHING, untold: true })).toMatch(/^Something was updated\. Tags and comments were not followed yet/);
  await speak('sv');
  expect(restWords({ ...RESOLVED, untold: true })).toMatch(/^Taggar och kommentarer följdes inte ännu/);
});
