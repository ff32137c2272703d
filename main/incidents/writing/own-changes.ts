import type { Contested, SeenFacts } from '../../../contract/incident-change';
import type { TakenChange } from '../../../contract/writes';
import { changedContested, changedTags, foldedFact } from './folded-facts';

/**
 * What somebody saw, with what this desk itself made of it since: one's own earlier change is not somebody else's. A fact that was not `before` what had
 * been seen stays as it was seen: there somebody else came in between.
 */
export function withOwn(seen: SeenFacts, own: readonly Pick<TakenChange, 'before' | 'change'>[]): SeenFacts {
  return own.reduce((facts: SeenFacts, { before, change }): SeenFacts => {
    const after = changedContested(before, change);
    const known = (fact: Contested) => (foldedFact(facts, fact) === foldedFact(before, fact) ? after : facts);
    const { classification, determination } = known('verdict');
    return {
      status: known('status').status,
      assignedTo: known('assignedTo').assignedTo,
      classification,
      determination,
      tags: facts.tags && changedTags(facts.tags, change),
      comments: facts.comments,
    };
  }, seen);
}

/** Two parts of one change that were taken one after the other, as what takes both back. */
export function together(first: TakenChange | undefined, then: TakenChange): TakenChange {
  if (!first) return then;
  const tags = (name: 'addTags' | 'removeTags') => {
    const all = [...new Set([...(first.change[name] ?? []), ...(then.change[name] ?? [])])];
    return all.length === 0 ? {} : { [name]: all };
  };
  return { ...then, before: first.before, change: { ...first.change, ...then.change, ...tags('addTags'), ...tags('removeTags') } };
}
