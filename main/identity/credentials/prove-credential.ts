import type { CredentialCheck, CredentialProof } from '../../../contract/credential';
import type { TenantId } from '../../../contract/ids';
import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import { TokenBroker, type TokenBrokerParts } from '../token-broker';

/** A proof says little about later: registrations and consents change. */
const PROOF_LIVES_MS = 15 * 60_000;

export interface ProofAsked {
  homeTenantId: TenantId;
  /** Null: no customer is linked to the app. */
  tenantId: TenantId | null;
}

/**
 * Asks for tokens with a credential in a broker of its own: what it is told, and what is held of tenants, is not touched by how it ends.
 * Good is only what was accepted everywhere it was tried.
 */
export async function proveCredential(
  parts: Omit<TokenBrokerParts, 'onGlobalProblem' | 'onAnswer' | 'knownProblem'>,
  { homeTenantId, tenantId }: ProofAsked,
): Promise<CredentialProof> {
  const broker = new TokenBroker({ ...parts, onGlobalProblem: () => undefined });
  const home = await tried(broker, homeTenantId);
  const customer = tenantId === null ? null : { tenantId, check: await tried(broker, tenantId) };
  const good = home.outcome === 'accepted' && (customer === null || customer.check.outcome === 'accepted');
  return { at: parts.now(), home, customer, good };
}

/** Whether a proof counts for switching now. */
export function stillProves(proof: CredentialProof | undefined, now: number, hasCustomers: boolean): boolean {
  if (!proof?.good || now - proof.at > PROOF_LIVES_MS) return false;
  return proof.customer !== null || !hasCustomers;
}

/** Stricter than a check: a token that must not be used, such as another tenant's, proves nothing. */
async function tried(broker: TokenBroker, tenantId: TenantId): Promise<CredentialCheck> {
  const answer = await broker.acquire(tenantId, { resource: 'xdr', fresh: true });
  const problem = answer.ok ? answer.facts.problem : answer.problem;
  if (!problem) return { outcome: 'accepted' };
  return { outcome: GLOBAL_PROBLEMS.has(problem.code) ? 'refused' : 'unknown', problem };
}
