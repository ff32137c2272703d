import type { Actor, AskId, Diagnosis } from './diagnosis';
import type { ProblemCode } from './problem-code';

/** Where a code is met: asking for a token, or on the consent page an administrator ends on. */
export type EntraPlace = 'token' | 'consent';

/** What the AADSTS numbers of one row mean for a tenant of the partner app. */
export interface EntraRow extends Diagnosis {
  numbers: readonly number[];
  place: EntraPlace;
}

type Words = readonly [cause: string, nextStep: string];
const row =
  (place: EntraPlace) =>
  (code: ProblemCode, who: Actor, numbers: readonly number[], [cause, nextStep]: Words, ask?: AskId): EntraRow => ({
    code,
    who,
    numbers,
    place,
    cause,
    nextStep,
    ...(ask ? { ask } : {}),
  });
/** A row met when asking for a token. */
export const token = row('token');
/** A row met on the consent page. */
export const consent = row('consent');
