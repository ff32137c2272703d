import { type Feature, rolesFor } from '../../contract/permissions';
import type { TokenFacts } from '../../contract/token-facts';

/** Roles for a use of which a token is known to have none: any one of them would do. Empty: it has one, or cannot be read. */
export function rolesMissing(facts: Pick<TokenFacts, 'roles' | 'resource' | 'warnings'> | null, need: Feature): string[] {
  if (!facts || facts.warnings.includes('undecodable')) return [];
  const wanted = rolesFor(need, facts.resource);
  return wanted.some((role) => facts.roles.includes(role)) ? [] : wanted;
}
