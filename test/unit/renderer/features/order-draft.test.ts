import { expect, it } from 'vitest';
import { changeOf, firstDraft, tagsIn } from '../../../../renderer/features/writing/order-draft';

it('asks for tags to be added and taken off, each only where some were named', () => {
  const draft = firstDraft([]);
  expect(changeOf('tags', draft)).toBeNull();
  expect(changeOf('tags', { ...draft, addTags: 'One, Two,One' })).toEqual({ addTags: ['One', 'Two'] });
  expect(changeOf('tags', { ...draft, removeTags: tagsIn('Old') })).toEqual({ removeTags: ['Old'] });
  expect(changeOf('tags', { ...draft, addTags: 'New', removeTags: tagsIn(' Old , ') })).toEqual({ addTags: ['New'], removeTags: ['Old'] });
});
