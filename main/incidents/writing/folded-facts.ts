import { foldedValue } from '../../../contract/folded-value';
import type { Contested, IncidentChange, IncidentFacts } from '../../../contract/incident-change';

const foldedPerson = (person: string | null): string | null => {
  const folded = person?.trim().toLowerCase() ?? '';
  return folded === '' ? null : folded;
};

/** What only one person at a time can have meant. */
type ContestedFacts = Omit<IncidentFacts, 'tags' | 'comments'>;

/** A fact as it is compared with what somebody else made of it. */
export function foldedFact({ status, assignedTo, classification, determination }: ContestedFacts, fact: Contested): string {
  switch (fact) {
    case 'status':
      return foldedValue(status) ?? '';
    case 'assignedTo':
      return foldedPerson(assignedTo) ?? '';
    case 'verdict':
      return `${foldedValue(classification) ?? ''} ${foldedValue(determination) ?? ''}`;
  }
}

/** The facts as a change would leave them. */
export function changedFacts(facts: IncidentFacts, change: IncidentChange): IncidentFacts {
  const comments = facts.comments + (change.comment === undefined ? 0 : 1);
  return { ...changedContested(facts, change), tags: changedTags(facts.tags, change), comments };
}

export function changedContested(facts: ContestedFacts, change: IncidentChange): ContestedFacts {
  const { status = facts.status, assignedTo = facts.assignedTo } = change;
  const verdict = change.verdict === undefined ? facts : (change.verdict ?? { classification: null, determination: null });
  const { classification, determination } = verdict;
  return { status, assignedTo, classification, determination };
}

/** Tags after a change: those there are without the removed ones, and the added ones that are not there. Upper and lower case are alike. */
export function changedTags(tags: readonly string[], { addTags = [], removeTags = [] }: IncidentChange): string[] {
  const removed = new Set(removeTags.map((tag) => tag.toLowerCase()));
  const kept = tags.filter((tag) => !removed.has(tag.toLowerCase()));
  const there = new Set(kept.map((tag) => tag.toLowerCase()));
  return [...kept, ...addTags.filter((tag) => !there.has(tag.toLowerCase()))];
}
