import type { SandboxIncident } from '../types';
import { DETERMINATIONS } from '../incidents/verdict';
import { badRequest } from './graph-error';
import { determinationBack, pascal, textOf } from './spelling';

const isText = (value: unknown): value is string => typeof value === 'string';

const STATUSES = ['active', 'inProgress', 'resolved'];
const SEVERITIES = ['informational', 'low', 'medium', 'high'];
const CLASSIFICATIONS = ['unknown', 'truePositive', 'falsePositive', 'informationalExpectedActivity'];
const DETERMINATION_MEMBERS: ReadonlySet<string> = new Set([
  'unknown',
  'apt',
  'malware',
  'securityPersonnel',
  'securityTesting',
  'unwantedSoftware',
  'other',
  'multiStagedAttack',
  'compromisedAccount',
  'phishing',
  'maliciousUserActivity',
  'notMalicious',
  'notEnoughDataToValidate',
  'confirmedActivity',
  'lineOfBusinessApplication',
]);

/** Each property that can be updated: what it may hold, and what it changes in the incident as the sandbox keeps it. */
const CHANGES: Readonly<Record<string, { valid(value: unknown): boolean; apply(value: unknown): SandboxIncident }>> = {
  status: { valid: (value) => isText(value) && STATUSES.includes(value), apply: (value) => ({ status: pascal(String(value)) }) },
  severity: { valid: (value) => isText(value) && SEVERITIES.includes(value), apply: (value) => ({ severity: pascal(String(value)) }) },
  assignedTo: { valid: (value) => value === null || isText(value), apply: (assignedTo) => ({ assignedTo }) },
  classification: {
    valid: (value) => isText(value) && CLASSIFICATIONS.includes(value),
    apply: (value) => ({ classification: pascal(String(value)) }),
  },
  determination: {
    valid: (value) => isText(value) && DETERMINATION_MEMBERS.has(value),
    apply: (value) => ({ determination: determinationBack(String(value)) }),
  },
  customTags: { valid: (value) => Array.isArray(value) && value.every(isText), apply: (tags) => ({ tags }) },
  displayName: { valid: isText, apply: (incidentName) => ({ incidentName }) },
  description: { valid: isText, apply: (description) => ({ description }) },
  summary: { valid: isText, apply: (summary) => ({ summary }) },
  resolvingComment: { valid: isText, apply: (resolvingComment) => ({ resolvingComment }) },
};

export function jsonObject(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw badRequest('Unable to read JSON request payload.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badRequest('Unable to read JSON request payload.');
  return { ...parsed } as Record<string, unknown>;
}

/** The incident after a `PATCH`: `customTags` replaces the tags there were. Throws for what Graph does not take. */
export function patched(before: SandboxIncident, body: string, at: string): SandboxIncident {
  const { '@odata.type': _type, ...update } = jsonObject(body);
  const changes: SandboxIncident = {};
  for (const [name, value] of Object.entries(update)) {
    const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
    if (!change)
      throw badRequest(`The property '${name}' does not exist on type 'microsoft.graph.security.incident' or cannot be updated.`);
    if (!change.valid(value)) throw badRequest(`Cannot convert the value of '${name}'.`);
    Object.assign(changes, change.apply(value));
  }
  const { determination, classification = before.classification } = changes;
  const fitting = DETERMINATIONS[String(classification)] ?? [];
  if (isText(determination) && determination !== 'NotAvailable' && fitting.length > 0 && !fitting.includes(determination)) {
    throw badRequest(`Determination '${String(update.determination)}' does not belong to the classification.`);
  }
  return { ...before, ...changes, lastUpdateTime: at };
}

/** The incident with one more comment. In: the body of `POST …/comments`. */
export function commented(before: SandboxIncident, body: string, by: string, at: string): SandboxIncident {
  const { '@odata.type': type, comment } = jsonObject(body);
  if (type !== undefined && !/^#?microsoft\.graph\.security\.alertComment$/.test(textOf(type)))
    throw badRequest(`Unknown type '${textOf(type)}'.`);
  if (!isText(comment) || comment.trim() === '') throw badRequest("The property 'comment' is needed.");
  const comments = Array.isArray(before.comments) ? before.comments : [];
  return { ...before, comments: [...comments, { comment, createdBy: by, createdTime: at }], lastUpdateTime: at };
}
