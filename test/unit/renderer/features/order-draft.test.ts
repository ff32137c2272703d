import { expect, it } from 'vitest';
import type { WriteSubject } from '../../../../contract/incident-change';
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

const ownedBy = (assignedTo: string | null): WriteSubject => ({
  tenantId: '11111111-1111-1111-1111-111111111111' as WriteSubject['tenantId'],
  incidentId: '1' as WriteSubject['incidentId'],
  tenantName: 'Contoso',
  name: 'Phishing',
  facts: { status: 'active', assignedTo, classification: null, determination: null, tags: [], comments: 0 },
  redirectIncidentId: null,
  readAt: 0,
});

it('assigns incidents of several owners to nobody only where that was said', () => {
  const draft = firstDraft([ownedBy('one@partner.example'), ownedBy('two@partner.example')]);
  expect(changeOf('assign', draft)).toBeNull();
  expect(changeOf('assign', { ...draft, person: ' me@partner.example ' })).toEqual({ assignedTo: 'me@partner.example' });
  expect(changeOf('assign', { ...draft, nobody: true })).toEqual({ assignedTo: null });
});

it('opens with the owner that all of them have', () => {
  const draft = firstDraft([ownedBy('one@partner.example'), ownedBy('one@partner.example')]);
  expect(draft).toMatchObject({ person: 'one@partner.example', nobody: false });
  expect(changeOf('assign', { ...draft, person: '' })).toBeNull();
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
