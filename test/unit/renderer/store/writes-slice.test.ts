import { expect, it } from 'vitest';
import type { WriteItem } from '../../../../contract/writes';
import { mayBeOfBefore } from '../../../../renderer/store/writes-slice';

const item = (fields: Partial<WriteItem>) => ({ state: 'done', ...fields }) as WriteItem;
const taken = { at: 1_000 } as NonNullable<WriteItem['taken']>;

it.each([
  ['is on its way', item({ state: 'sending' }), 2_000, true],
  ['was taken and not shown, and the incident not read since', item({ unconfirmed: true, taken }), 1_000, true],
  ['was taken and not shown, and the incident read since', item({ unconfirmed: true, taken }), 1_001, false],
  ['was taken and not shown, by an earlier version, which did not note when', item({ unconfirmed: true }), 2_000, true],
])('What stands in a row may be of before a change that %s', (_what, one, readAt, is) => {
  expect(mayBeOfBefore(one, readAt)).toBe(is);
});
