import type { TenantId } from '../../contract/ids';
import type { CredentialCheck } from '../../contract/credential';
import { GLOBAL_PROBLEMS } from '../../contract/problem';
import type { TokenBroker } from './token-broker';

/**
 * Tries the credential against the partner's own tenant. A token proves it; a refusal of the credential disproves it.
 * Anything else, such as an app not present in its home tenant (7000229, 700016), says nothing about the secret.
 */
export async function checkCredential(broker: Pick<TokenBroker, 'acquire'>, homeTenantId: TenantId): Promise<CredentialCheck> {
  const answer = await broker.acquire(homeTenantId, { resource: 'xdr', fresh: true });
  if (answer.ok) return { outcome: 'accepted' };
  return { outcome: GLOBAL_PROBLEMS.has(answer.problem.code) ? 'refused' : 'unknown', problem: answer.problem };
}
