import { foldedValue } from '../../../contract/folded-value';
import {
  type Determination,
  determination,
  classification as classificationName,
  type IncidentChange,
  type IncidentFacts,
  verdict,
} from '../../../contract/incident-change';
import type { IncidentUpdate } from './change-rules';

/** Determinations that "Update incidents API" spells otherwise than Graph does; the others differ in their first letter only. */
const XDR_NAMES: Partial<Record<Determination, string>> = { notMalicious: 'Clean', notEnoughDataToValidate: 'NoEnoughDataToValidate' };
/** As the page "Incidents API" spells them. Which page is right is not known; see docs/decisions/0020-writing.md. */
const XDR_OTHER_NAMES: Partial<Record<Determination, string>> = {
  compromisedAccount: 'CompromisedUser',
  confirmedActivity: 'ConfirmedUserActivity',
  notEnoughDataToValidate: 'InsufficientData',
};

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The body of `PATCH /api/incidents/{id}`: only what changes. Comment and tags go in it too ("Update incidents API"). */
export function xdrBody({ status, assignedTo, verdict: given, tags, comment }: IncidentUpdate): Record<string, unknown> {
  return {
    ...(status === undefined ? {} : { status: pascal(status) }),
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(given ? { classification: pascal(given.classification), determination: xdrName(given.determination) } : {}),
    ...(tags === undefined ? {} : { tags }),
    ...(comment === undefined ? {} : { comment }),
  };
}

/** The same body with the other spelling of its determination; null: there is none. */
export function xdrBodyOtherwise(update: IncidentUpdate): Record<string, unknown> | null {
  const other = update.verdict && XDR_OTHER_NAMES[update.verdict.determination];
  return other ? { ...xdrBody(update), determination: other } : null;
}

const xdrName = (name: Determination): string => XDR_NAMES[name] ?? pascal(name);

/** The body of `PATCH /security/incidents/{id}`, which replaces the custom tags; null: nothing in it changes. Comments are a call of their own. */
export function graphBody({ status, assignedTo, verdict: given, tags }: IncidentUpdate): Record<string, unknown> | null {
  const unset = { classification: 'unknown', determination: 'unknown' };
  const body = {
    ...(status === undefined ? {} : { status }),
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(given === undefined ? {} : (given ?? unset)),
    ...(tags === undefined ? {} : { customTags: tags }),
  };
  return Object.keys(body).length === 0 ? null : body;
}

/** The verdict an incident has, as a change could give it. Undefined: it is one that cannot be given any more. Null: none. */
export function verdictOf({ classification, determination: named }: IncidentFacts): IncidentChange['verdict'] {
  const given = foldedValue(classification);
  if (given === null) return null;
  const known = {
    classification: classificationName.options.find((one) => one.toLowerCase() === given),
    determination: determination.options.find((one) => one.toLowerCase() === foldedValue(named)),
  };
  return verdict.safeParse(known).data;
}
