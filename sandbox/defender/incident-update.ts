import type { SandboxIncident } from '../types';
import { DETERMINATIONS } from '../incidents/verdict';
import { badBody } from './api-error';

/** `Redirected` is the service's own; nobody sets it. */
const STATUSES = ['Active', 'InProgress', 'Resolved'];

const isText = (value: unknown): value is string => typeof value === 'string';

/** What each property may hold. Names are case-sensitive. */
const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  status: (value) => isText(value) && STATUSES.includes(value),
  assignedTo: (value) => value === null || isText(value),
  classification: (value) => isText(value) && Object.hasOwn(DETERMINATIONS, value),
  determination: (value) => isText(value) && Object.values(DETERMINATIONS).some((all) => all.includes(value)),
  tags: (value) => Array.isArray(value) && value.every(isText),
  comment: (value) => isText(value) && value.trim() !== '',
};

/** Reads and checks the body of an update. Throws `InvalidRequestBody`. */
export function parseUpdate(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw badBody('it is not JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badBody('an object is needed.');
  const update = { ...parsed } as Record<string, unknown>;
  const names = Object.keys(update);
  if (names.length === 0) throw badBody('it changes nothing.');
  for (const name of names) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    if (!check) throw badBody(`'${name}' is not a property that can be updated.`);
    if (!check(update[name])) throw badBody(`the value of '${name}' is not valid.`);
  }
  return update;
}

/**
 * The incident after an update. A determination must belong to the classification it comes with, or to the one the incident has.
 * Tags replace those there were; a comment is added to those there are.
 * @param at the update's moment as the API writes it
 */
export function applyUpdate(before: SandboxIncident, update: Record<string, unknown>, by: string, at: string): SandboxIncident {
  const { comment, ...changes } = update;
  const { determination } = changes;
  const classification = String(changes.classification ?? before.classification);
  if (isText(determination) && !DETERMINATIONS[classification]?.includes(determination)) {
    throw badBody(`determination '${determination}' does not belong to classification '${classification}'.`);
  }
  const comments = Array.isArray(before.comments) ? before.comments : [];
  return {
    ...before,
    ...changes,
    comments: comment === undefined ? comments : [...comments, { comment, createdBy: by, createdTime: at }],
    lastUpdateTime: at,
  };
}
