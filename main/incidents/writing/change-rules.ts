import { type Contested, contested, type IncidentChange, type IncidentFacts, type SeenFacts } from '../../../contract/incident-change';
import type { Surface } from '../../../contract/permissions';
import type { Stays } from '../../../contract/writes';
import { changedContested, changedFacts, changedTags, foldedFact } from './folded-facts';

/**
 * Facts that somebody else changed since `base` was seen, into something other than the change would make of them. Also those the change leaves alone:
 * who resolves an incident that was taken over meanwhile has to know. Tags and comments of two people do not get in each other's way.
 */
export function conflictsOf(base: SeenFacts, theirs: IncidentFacts, change: IncidentChange): Contested[] {
  const mine = changedContested(base, change);
  return contested.options.filter((fact) => {
    const now = foldedFact(theirs, fact);
    return now !== foldedFact(base, fact) && now !== foldedFact(mine, fact);
  });
}

/** What of a change is still to be sent to an incident that is as `theirs`. */
export function effectiveChange(theirs: IncidentFacts, change: IncidentChange): IncidentChange {
  const after = changedFacts(theirs, change);
  const changes = (fact: Contested) => foldedFact(theirs, fact) !== foldedFact(after, fact);
  const there = new Set(theirs.tags.map((tag) => tag.toLowerCase()));
  const addTags = (change.addTags ?? []).filter((tag) => !there.has(tag.toLowerCase()));
  const removeTags = (change.removeTags ?? []).filter((tag) => there.has(tag.toLowerCase()));
  return {
    ...(change.status !== undefined && changes('status') ? { status: change.status } : {}),
    ...(change.assignedTo !== undefined && changes('assignedTo') ? { assignedTo: change.assignedTo } : {}),
    ...(change.verdict !== undefined && changes('verdict') ? { verdict: change.verdict } : {}),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(removeTags.length > 0 ? { removeTags } : {}),
    ...(change.comment === undefined ? {} : { comment: change.comment }),
  };
}

export const isEmpty = (change: IncidentChange): boolean => Object.keys(change).length === 0;

/** Whether an incident shows what a change asked for. Comments are counted: their texts may come back otherwise than they were sent. */
export function shows(facts: IncidentFacts, before: IncidentFacts, change: IncidentChange): boolean {
  const { comment, ...rest } = change;
  return isEmpty(effectiveChange(facts, rest)) && (comment === undefined || facts.comments > before.comments);
}

/** The change that takes another one back. `stays`: what this API does not take back. */
export interface Undo {
  change: IncidentChange;
  stays: Stays[];
}

const STATUSES = { active: 'active', inprogress: 'inProgress', resolved: 'resolved' } as const;

/**
 * What takes `sent` back, from what the incident was before it. A comment stays for ever; a status that is the service's own cannot be given; a classification
 * cannot be taken off over Defender XDR, whose page lists no value for it ("Update incidents API").
 */
export function undoOf(before: IncidentFacts, sent: IncidentChange, verdictBefore: IncidentChange['verdict'], surface: Surface): Undo {
  const change: IncidentChange = {};
  const stays: Undo['stays'] = [];
  const status = STATUSES[foldedFact(before, 'status') as keyof typeof STATUSES];
  if (sent.status !== undefined) {
    if (status === undefined) stays.push('status');
    else change.status = status;
  }
  if (sent.assignedTo !== undefined) change.assignedTo = before.assignedTo?.trim() || null;
  if (sent.verdict !== undefined) {
    if (verdictBefore === undefined || (verdictBefore === null && surface === 'xdr')) stays.push('classification');
    else change.verdict = verdictBefore;
  }
  if (sent.addTags) change.removeTags = sent.addTags;
  if (sent.removeTags) change.addTags = sent.removeTags;
  if (sent.comment !== undefined) stays.push('comments');
  return { change, stays };
}

/** What is sent to the service: the tags as a whole, since both surfaces replace them. */
export interface IncidentUpdate extends Pick<IncidentChange, 'status' | 'assignedTo' | 'verdict' | 'comment'> {
  tags?: string[];
}

export function updateOf(theirs: IncidentFacts, change: IncidentChange): IncidentUpdate {
  const { addTags, removeTags, ...update } = change;
  return addTags || removeTags ? { ...update, tags: changedTags(theirs.tags, change) } : update;
}

/** A change without those of its facts that were not chosen. Tags and comment stand beside those of others. */
export function chosen({ status, assignedTo, verdict, ...rest }: IncidentChange, mine: readonly Contested[]): IncidentChange {
  return {
    ...rest,
    ...(status !== undefined && mine.includes('status') ? { status } : {}),
    ...(assignedTo !== undefined && mine.includes('assignedTo') ? { assignedTo } : {}),
    ...(verdict !== undefined && mine.includes('verdict') ? { verdict } : {}),
  };
}
