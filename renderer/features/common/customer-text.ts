import type { MailLanguage } from '../../../contract/consent';
import { CUSTOMER_ASKS } from '../../../contract/customer-asks';
import type { AskId } from '../../../contract/diagnosis';
import type { Problem, ProblemCode } from '../../../contract/problem';
import { diagnosisOf } from './diagnosis';

/** What to ask where nothing more particular is known than the kind of problem. */
const ASKS: Partial<Record<ProblemCode, AskId>> = {
  consentMissing: 'consent',
  rolesMissing: 'consentAgain',
  notLicensed: 'licence',
  appDisabled: 'enableApp',
  conditionalAccess: 'conditionalAccess',
  tenantBlocked: 'tenantBlocked',
  refused: 'settings',
};

const FRAME: Record<MailLanguage, { hello: string; number: string; thanks: string; or: string }> = {
  en: { hello: 'Hello,', number: 'Microsoft’s error code', thanks: 'Thank you.', or: ' or ' },
  sv: { hello: 'Hej,', number: 'Microsofts felkod', thanks: 'Tack på förhand.', or: ' eller ' },
};

/**
 * What to write to a customer who has to act: what is wrong, the one next step, and the number its administrator can look up. Plain text.
 * Null where the customer cannot do anything about it.
 */
export function customerText(problem: Problem, tenantName: string, language: MailLanguage): string | null {
  const diagnosis = diagnosisOf(problem);
  const ask = diagnosis ? diagnosis.ask : ASKS[problem.code];
  if (!ask) return null;
  const { hello, number, thanks, or } = FRAME[language];
  const roles = problem.missingRoles?.length ? ` (${problem.missingRoles.join(or)})` : '';
  const body = CUSTOMER_ASKS[ask][language].replaceAll('{roles}', () => roles).replaceAll('{tenant}', () => tenantName);
  const code = problem.aadsts === undefined ? '' : `\n\n${number}: AADSTS${problem.aadsts}.`;
  return `${hello}\n\n${body}${code}\n\n${thanks}`;
}
