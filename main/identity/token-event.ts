import { isDeepStrictEqual } from 'node:util';
import type { ConsentEvent } from '../../contract/consent';
import type { Surface } from '../../contract/permissions';
import type { TokenFacts } from '../../contract/token-facts';
import type { AcquireAnswer } from './token-broker';

/**
 * What a token, or its refusal, adds to a tenant's history: roles seen, fewer roles than needed, than before or than the app is for, or an app that worked
 * and is gone. Tokens for one API are compared with earlier ones for the same.
 * Null when it says nothing new. `events`: newest first, of this app or from before apps were several. A token that cannot be read says nothing about roles.
 */
export function tokenEvent(events: readonly ConsentEvent[], answer: AcquireAnswer, at: number): ConsentEvent | null {
  if (!answer.ok) {
    const worked = events.find(isOfToken)?.kind !== 'revoked' && events.some(isOfToken);
    return worked && answer.problem.code === 'consentMissing' ? { kind: 'revoked', at, facts: refusalFacts(answer.problem) } : null;
  }
  const { facts } = answer;
  if (facts.problem) return null;
  const comparable = events.filter((event) => event.kind === 'revoked' || !isOfToken(event) || resourceOf(event) === facts.resource);
  const last = comparable.find(isOfToken);
  const worked = last !== undefined && last.kind !== 'revoked';
  const readable = !facts.warnings.includes('undecodable');
  const now = seenIn(facts);
  const before = worked ? seenBefore(last) : { roles: [], lacking: [] };
  // A token after a newly reported consent is the proof of it, also when nothing in it changed.
  const proof = comparable.find((event) => event.kind === 'granted' || event.kind === 'mismatch' || event === last) !== last;
  if (worked && !proof && (!readable || isDeepStrictEqual(before, now))) return null;
  const lostRoles = readable ? before.roles.filter((role) => !now.roles.includes(role)) : [];
  const drift = listed({ missingRoles: facts.missingRoles, lostRoles, lacking: now.lacking });
  const kind = Object.keys(drift).length === 0 ? 'token' : 'drifted';
  return { kind, at, facts: { resource: facts.resource, roles: now.roles, ...drift } };
}

function isOfToken({ kind }: ConsentEvent): boolean {
  return kind === 'token' || kind === 'drifted' || kind === 'revoked';
}

const resourceOf = ({ facts }: ConsentEvent): Surface => facts.resource ?? 'xdr';
const seenIn = ({ roles, lacking }: TokenFacts) => ({ roles: roles.toSorted(), lacking: lacking.toSorted() });
const seenBefore = ({ facts }: ConsentEvent) => ({ roles: facts.roles ?? [], lacking: facts.lacking ?? [] });

/** Without the lists that are empty. */
function listed<Lists extends Record<string, readonly unknown[]>>(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>;
}

function refusalFacts({ detail, aadsts }: { detail?: string; aadsts?: number }): ConsentEvent['facts'] {
  return { ...(aadsts === undefined ? {} : { error: `AADSTS${aadsts}` }), ...(detail === undefined ? {} : { detail }) };
}
