import { describe, expect, it } from 'vitest';
import type { IncidentFacts } from '../../../../contract/incident-change';
import { conflictsOf, effectiveChange, shows, undoOf, updateOf } from '../../../../main/incidents/writing/change-rules';

const SEEN: IncidentFacts = {
  status: 'Active',
  assignedTo: null,
  classification: 'Unknown',
  determination: 'NotAvailable',
  tags: ['One'],
  comments: 0,
};
const PHISHING = { classification: 'truePositive', determination: 'phishing' } as const;

describe('a conflict', () => {
  it.each([
    ['nothing changed', {}, []],
    ['the other surface spells it otherwise', { status: 'active', classification: 'unknown', determination: 'unknown' }, []],
    ['somebody did the same', { status: 'resolved' }, []],
    ['somebody took it over', { assignedTo: 'other@partner.example' }, ['assignedTo']],
    ['somebody set another status', { status: 'InProgress' }, ['status']],
    ['somebody classified it', { classification: 'FalsePositive', determination: 'Other' }, ['verdict']],
    ['somebody tagged and commented', { tags: ['One', 'Two'], comments: 3 }, []],
  ] as const)('when %s', (_what, theirs, expected) => {
    expect(
      conflictsOf(SEEN, { ...SEEN, ...theirs, tags: [...(('tags' in theirs && theirs.tags) || SEEN.tags)] }, { status: 'resolved' }),
    ).toEqual(expected);
  });

  it('is none where both classified alike, in two spellings', () => {
    const theirs = { ...SEEN, classification: 'FalsePositive', determination: 'Clean' };
    expect(conflictsOf(SEEN, theirs, { verdict: { classification: 'falsePositive', determination: 'notMalicious' } })).toEqual([]);
  });
});

describe('what is sent', () => {
  it('leaves out what is so already', () => {
    const theirs = { ...SEEN, status: 'Resolved', assignedTo: 'Me@partner.example' };
    const change = {
      status: 'resolved',
      assignedTo: 'me@partner.example',
      verdict: PHISHING,
      addTags: ['one', 'Two'],
      removeTags: ['Three'],
    } as const;
    expect(effectiveChange(theirs, { ...change, addTags: [...change.addTags], removeTags: [...change.removeTags] })).toEqual({
      verdict: PHISHING,
      addTags: ['Two'],
    });
  });

  it('holds the tags as a whole, with those of others', () => {
    expect(updateOf({ ...SEEN, tags: ['One', 'Theirs'] }, { addTags: ['Two'], removeTags: ['one'] })).toEqual({ tags: ['Theirs', 'Two'] });
    expect(updateOf(SEEN, { status: 'resolved' })).toEqual({ status: 'resolved' });
  });

  it('shows when all of it does', () => {
    const change = { status: 'resolved', comment: 'Done' } as const;
    expect(shows({ ...SEEN, status: 'Resolved' }, SEEN, change)).toBe(false);
    expect(shows({ ...SEEN, status: 'Resolved', comments: 1 }, SEEN, change)).toBe(true);
  });
});

describe('taking back', () => {
  const sent = { status: 'resolved', assignedTo: 'me@partner.example', verdict: PHISHING, addTags: ['Two'], comment: 'Done' } as const;

  it('writes what was, and says what stays', () => {
    const undo = undoOf(SEEN, { ...sent, addTags: [...sent.addTags] }, null, 'xdr');
    expect(undo).toEqual({ change: { status: 'active', assignedTo: null, removeTags: ['Two'] }, stays: ['classification', 'comments'] });
  });

  it('takes a classification off where the surface can', () => {
    expect(undoOf(SEEN, { verdict: PHISHING }, null, 'graph')).toEqual({ change: { verdict: null }, stays: [] });
    expect(undoOf({ ...SEEN, status: 'awaitingAction' }, { status: 'resolved' }, null, 'graph')).toEqual({ change: {}, stays: ['status'] });
    expect(undoOf(SEEN, { verdict: PHISHING }, undefined, 'graph')).toEqual({ change: {}, stays: ['classification'] });
  });
});
