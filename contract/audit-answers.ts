/** What the app itself writes into the trail about an answer. It stands there in English, and is told again in the language spoken. */
export const TAKEN = /*i18n*/ 'Taken by the service';

/** A change that was sent and of which nothing further is known. */
export const NOT_HEARD = /*i18n*/ 'Sent, and no answer was heard: whether it was taken is not known';

/** The same, where the service had taken the fields before. */
export const REST_NOT_HEARD = /*i18n*/ 'Taken in part; of the rest no answer was heard: whether it was taken is not known';

/** What was written down as sent and then called off before it left. */
export const CALLED_OFF = /*i18n*/ 'Not sent: cancelled';

/** The same, where the service had taken the fields and not yet the comment. */
export const CALLED_OFF_IN_PART = /*i18n*/ 'Taken in part, then: cancelled';

/** A change that waited and was given up. */
export const DROPPED = /*i18n*/ 'Not sent';

/** The same, where it had been on its way. */
export const DROPPED_UNKNOWN = /*i18n*/ 'Given up: whether it was taken is not known';

/** The same, where the service is known to have taken the fields. */
export const DROPPED_REST_UNKNOWN = /*i18n*/ 'Taken in part, then given up: whether the rest was taken is not known';

/** What was written down as sent, was held back by limits, and had no need to go out, or nowhere to go, when it was compared again. */
export const SO_ALREADY = /*i18n*/ 'Not sent: it was so already';
export const MERGED = /*i18n*/ 'Not sent: it was merged into another incident';
export const NOT_THERE = /*i18n*/ 'Not sent: it is no longer there';

/** A change that went out before, without an answer that was heard or one that said what became of it. */
export const FOUND = /*i18n*/ 'Found taken when read again';

const NOT_SENT = 'Not sent: changed by somebody else meanwhile';

/** A change that was not sent, with the fields somebody else had changed. */
export const notSent = (fields: readonly string[]): string => `${NOT_SENT} (${fields.join(', ')})`;

/** The fields of `notSent`; null: another answer. */
export function fieldsNotSent(answer: string): string[] | null {
  const inside = answer.startsWith(`${NOT_SENT} (`) && answer.endsWith(')') ? answer.slice(NOT_SENT.length + 2, -1) : null;
  return inside ? inside.split(', ') : null;
}
