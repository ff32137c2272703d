import type { ProblemCode } from './problem-code';

/** Who has to act. `you`: the partner. */
export type Actor = 'you' | 'customer' | 'microsoft' | 'nobody';

/** What to ask of a customer: the texts are in customer-asks.ts, in both languages. */
export type AskId =
  | 'consent'
  | 'consentAgain'
  | 'consentAsAdmin'
  | 'approveRequest'
  | 'licence'
  | 'enableService'
  | 'enableApp'
  | 'assignment'
  | 'conditionalAccess'
  | 'signInRules'
  | 'crossTenant'
  | 'tenantBlocked'
  | 'settings';

/** What one refusal means, and what to do about it. Plain text. */
export interface Diagnosis {
  /** The kind of problem, which decides the tenant's state. */
  code: ProblemCode;
  who: Actor;
  /** Why, in a sentence that ends with a full stop. */
  cause: string;
  /** What the analyst does next. */
  nextStep: string;
  /** Where the customer has to act: what to ask of it. */
  ask?: AskId;
}
