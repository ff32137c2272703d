import { expect, it } from 'vitest';
import { auditAction } from '../../../../contract/audit';
import { actionWords, verdictWords } from '../../../../renderer/features/audit/audit-words';

it.each(auditAction.options)('has words for %s', (action) => {
  expect(actionWords(action)).toMatch(/^[A-Z][a-z].* /);
});

it('shows an action of a later version as it is', () => {
  expect(actionWords('somethingLater')).toBe('somethingLater');
});

it('says where a trail was changed, and what cannot be seen', () => {
  expect(verdictWords({ intact: false, entries: 9, brokenAt: 4 })).toMatchObject({
    intent: 'error',
    title: expect.stringContaining('line 4'),
  });
  expect(verdictWords({ intact: true, entries: 1, head: 'x' }).text).toMatch(/^1 line was recomputed/);
});
