import { expect, it } from 'vitest';
import { changeOf, firstDraft, tagsIn } from '../../../../renderer/features/writing/order-draft';

it('asks for tags to be added and taken off, each only where some were named', () => {
  const draft = firstDraft([]);
  expect(changeOf('tags', draft)).toBeNull();
  expect(changeOf('tags', { ...draft, addTags: 'One, Two,One' })).toEqual({ addTags: ['One', 'Two'] });
  expect(changeOf('tags', { ...draft, removeTags: ['Old'] })).toEqual({ removeTags: ['Old'] });
  expect(changeOf('tags', { ...draft, addTags: 'New', removeTags: ['Old'], removing: ' Old, odd ' })).toEqual({
    addTags: ['New'],
    removeTags: ['Old', 'Old, odd'],
  });
});

it.each([
  ['a, b,,a', ['a', 'b']],
  ['"VIP, board", new', ['VIP, board', 'new']],
  [' "VIP, board" ', ['VIP, board']],
  ['5" disk, "half', ['5" disk', '"half']],
  ['"", ,', []],
])('finds tags in %j', (text, tags) => {
  expect(tagsIn(text)).toEqual(tags);
});
