import type { Finding } from '../../../contract/registration';
import type { PageVerdict } from './consent-page-probe';
import { isAddressNotRegistered, isSingleTenant } from './entra-numbers';
import type { Evidence } from './evidence';

/** Whether other tenants may use the app. Only a customer's token proves it; a refusal for it, on a page or in place of a token, disproves it. */
export function judgeAccountType({ customerTokens, anyOrganisation, homeTenantId }: Evidence): Finding[] {
  for (const { tenantId, answer } of customerTokens) {
    if (!answer.ok && isSingleTenant(answer.problem))
      return [{ code: 'singleTenant', state: 'missing', tenantId, problem: answer.problem }];
    if (answer.ok && !answer.facts.problem && answer.facts.tokenTenantId === tenantId && tenantId !== homeTenantId) {
      return [{ code: 'provenByCustomer', state: 'ok', tenantId }];
    }
  }
  if ('noAnswer' in anyOrganisation) return [{ code: 'noAnswer', state: 'unknown', problem: anyOrganisation.noAnswer }];
  const { objection } = anyOrganisation;
  return objection && isSingleTenant(objection)
    ? [{ code: 'singleTenant', state: 'missing', problem: objection }]
    : [{ code: 'noCustomerYet', state: 'unknown' }];
}

/** Whether the consent page takes each address. */
export function judgeAddresses({ addresses }: Evidence): Finding[] {
  return addresses.map(({ address, verdict }) => ({ address, ...judgeAddress(verdict) }));
}

function judgeAddress(verdict: PageVerdict): Finding {
  if ('noAnswer' in verdict) return { code: 'noAnswer', state: 'unknown', problem: verdict.noAnswer };
  const { objection } = verdict;
  if (objection === null) return { code: 'addressTaken', state: 'ok' };
  // Which of several faults Entra names first is its own matter: another one says nothing about the address.
  if (isAddressNotRegistered(objection)) return { code: 'addressNotRegistered', state: 'missing', problem: objection };
  return { code: 'noAnswer', state: 'unknown', problem: objection };
}
