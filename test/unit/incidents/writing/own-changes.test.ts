import { describe, expect, it } from 'vitest';
import type { IncidentFacts } from '../../../../contract/incident-change';
import type { TakenChange } from '../../../../contract/writes';
import { changedFacts } from '../../../../main/incidents/writing/folded-facts';
import { together, withOwn } from '../../../../main/incidents/writing/own-changes';

const SEEN: IncidentFacts = { status: 'Active', assignedTo: null, classification: null, determination: null, tags: ['One'], comments: 1 };
const RESOLVED: IncidentFacts = { ...SEEN, status: 'resolved' };

describe('what was seen, with one’s own changes since', () => {
  it('is what they made of it, one after the other', () => {
    const own: Pick<TakenChange, 'before' | 'change'>[] = [
      { before: SEEN, change: { status: 'inProgress', assignedTo: 'me@partner.example' } },
      { before: { ...SEEN, status: 'InProgress' }, change: { status: 'resolved', addTags: ['Two'], comment: 'Done' } },
    ];
    expect(withOwn(SEEN, own)).toEqual({ ...RESOLVED, assignedTo: 'me@partner.example', tags: ['One', 'Two'] });
  });

  it('leaves a fact alone that somebody else had changed before', () => {
    const taken = { ...SEEN, status: 'InProgress', assignedTo: 'other@partner.example' };
    expect(withOwn(SEEN, [{ before: taken, change: { status: 'resolved' } }])).toEqual(SEEN);
  });

  it('still does not know what was not seen', () => {
    const seen = { ...SEEN, tags: null, comments: null };
    expect(withOwn(seen, [{ before: SEEN, change: { status: 'resolved', addTags: ['Two'], comment: 'Done' } }])).toEqual({
      ...seen,
      status: 'resolved',
    });
  });
});

it('takes both back of a change that was taken in two parts', () => {
  const first: TakenChange = { before: SEEN, change: { status: 'resolved', addTags: ['a', 'b'] }, surface: 'graph', at: 1 };
  const then: TakenChange = {
    before: changedFacts(SEEN, first.change),
    change: { addTags: ['a'], removeTags: ['One'], comment: 'Done' },
    surface: 'graph',
    at: 2,
  };
  expect(together(undefined, first)).toBe(first);
  expect(together(first, then)).toEqual({
    before: SEEN,
    change: { status: 'resolved', addTags: ['a', 'b'], removeTags: ['One'], comment: 'Done' },
    surface: 'graph',
    at: 2,
  });
});
