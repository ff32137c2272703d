import type { ConsentEvent } from '../../contract/consent';
import type { AcquireAnswer } from './token-broker';

/**
 * What a token, or its refusal, adds to a tenant's history: roles seen, fewer roles than needed or than before, or an app that worked and is gone.
 * Null when it says nothing new. `events`: newest first, of this app or from before apps were several. A token that cannot be read says nothing about roles.
 */
export function tokenEvent(events: readonly ConsentEvent[], answer: AcquireAnswer, at: number): ConsentEvent | null {
  const last = events.find(({ kind }) => kind === 'token' || kind === 'drifted' || kind === 'revoked');
  const worked = last !== undefined && last.kind !== 'revoked';
  if (!answer.ok)
    return worked && answer.problem.code === 'consentMissing' ? { kind: 'revoked', at, facts: refusalFacts(answer.problem) } : null;
  const { facts } = answer;
  if (facts.problem) return null;
  const readable = !facts.warnings.includes('undecodable');
  const roles = facts.roles.toSorted();
  const before = worked ? (last.facts.roles ?? []) : [];
  // A token after a newly reported consent is the proof of it, also when nothing in it changed.
  const proof = events.find(({ kind }) => kind === 'granted' || kind === 'mismatch' || kind === last?.kind) !== last;
  if (worked && !proof && (!readable || same(before, roles))) return null;
  const lostRoles = readable ? before.filter((role) => !roles.includes(role)) : [];
  const { missingRoles } = facts;
  if (missingRoles.length === 0 && lostRoles.length === 0) return { kind: 'token', at, facts: { roles } };
  return {
    kind: 'drifted',
    at,
    facts: { roles, ...(missingRoles.length > 0 ? { missingRoles } : {}), ...(lostRoles.length > 0 ? { lostRoles } : {}) },
  };
}

function refusalFacts({ detail, aadsts }: { detail?: string; aadsts?: number }): ConsentEvent['facts'] {
  return { ...(aadsts === undefined ? {} : { error: `AADSTS${aadsts}` }), ...(detail === undefined ? {} : { detail }) };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((role, index) => role === b[index]);
}
