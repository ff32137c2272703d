import { i18n } from '@lingui/core';
import { auditAction, type AuditEntry, type AuditVerdict } from '../../../contract/audit';
import {
  CALLED_OFF,
  CALLED_OFF_IN_PART,
  DROPPED,
  DROPPED_REST_UNKNOWN,
  DROPPED_UNKNOWN,
  fieldsNotSent,
  FOUND,
  MERGED,
  NOT_HEARD,
  NOT_THERE,
  REST_NOT_HEARD,
  SO_ALREADY,
  TAKEN,
} from '../../../contract/audit-answers';
import type { Surface } from '../../../contract/permissions';
import { spoken } from '../common/incident-words';
import { SURFACE_NAMES } from '../common/permission-words';

/** What was done, in words. An action of a later version stands as it is. */
export function actionWords(action: AuditEntry['action']): string {
  const known = auditAction.safeParse(action);
  if (!known.success) return action;
  switch (known.data) {
    case 'tokenCopied':
      return i18n.t('Access token copied to the clipboard');
    case 'tokenCopyFailed':
      return i18n.t('Access token not copied: the clipboard did not take it');
    case 'signedIn':
      return i18n.t('Signed in');
    case 'signedOut':
      return i18n.t('Signed out');
    case 'credentialAdded':
      return i18n.t('Credential of a partner app added');
    case 'credentialRemoved':
      return i18n.t('Credential of a partner app removed');
    case 'partnerAppRemoved':
      return i18n.t('Partner app removed');
    case 'tenantRemoved':
      return i18n.t('Tenant removed');
    case 'tenantDataDeleted':
      return i18n.t('Stored data deleted');
    case 'incidentsExported':
      return i18n.t('Incidents exported to a file');
    case 'incidentChangeSent':
      return i18n.t('Change of an incident sent');
    case 'incidentChanged':
      return i18n.t('Incident changed');
    case 'incidentChangeFailed':
      return i18n.t('Change of an incident failed');
    case 'incidentChangeConflict':
      return i18n.t('Change of an incident not sent: somebody else changed it');
    case 'incidentChangeKept':
      return i18n.t('Change of an incident kept: Microsoft could not be reached');
    case 'incidentChangeDropped':
      return i18n.t('Kept change of an incident dropped');
    case 'huntingExported':
      return i18n.t('Rows of a hunting query exported to a file');
    case 'auditExported':
      return i18n.t('Audit trail exported');
  }
}

/** Names of what a line is about. */
const DETAILS: Readonly<Record<string, string>> = {
  incident: /*i18n*/ 'Incident',
  name: /*i18n*/ 'Name',
  status: /*i18n*/ 'Status',
  assignedTo: /*i18n*/ 'Assigned to',
  classification: /*i18n*/ 'Classification',
  tags: /*i18n*/ 'Tags',
  surface: /*i18n*/ 'Sent through',
  answer: /*i18n*/ 'Answer',
  app: /*i18n*/ 'App',
  clientId: /*i18n*/ 'Application (client) ID',
  person: /*i18n*/ 'Person',
  file: /*i18n*/ 'File',
  rows: /*i18n*/ 'Rows',
  tenants: /*i18n*/ 'Tenants',
  incidents: /*i18n*/ 'Incidents',
};

/** What a line is about, in the language spoken. What this version does not know stands as it was written. */
export function detailWords(detail: AuditEntry['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) =>
      i18n.t('{name}: {value}', {
        name: Object.hasOwn(DETAILS, name) ? i18n.t(DETAILS[name] ?? name) : name,
        value: valueWords(name, value),
      }),
    )
    .join(' · ');
}

function valueWords(name: string, value: string): string {
  if (name === 'status' || name === 'classification') return value.split(' → ').map(spokenParts).join(' → ');
  if (name === 'surface') return Object.hasOwn(SURFACE_NAMES, value) ? SURFACE_NAMES[value as Surface] : value;
  if (name === 'answer') return answerWords(value);
  return value;
}

const OWN_ANSWERS: readonly string[] = [
  TAKEN,
  NOT_HEARD,
  CALLED_OFF,
  CALLED_OFF_IN_PART,
  DROPPED,
  DROPPED_REST_UNKNOWN,
  DROPPED_UNKNOWN,
  REST_NOT_HEARD,
  SO_ALREADY,
  MERGED,
  NOT_THERE,
  FOUND,
];

/** What the app itself wrote of an answer, in the language spoken. What the service said stands as it was said. */
function answerWords(value: string): string {
  if (OWN_ANSWERS.includes(value)) return i18n.t(value);
  const fields = fieldsNotSent(value);
  if (fields === null) return value;
  const list = fields.map((field) => (Object.hasOwn(DETAILS, field) ? i18n.t(DETAILS[field] ?? field) : field));
  return i18n.t('Not sent: changed by somebody else meanwhile ({list})', { list: list.join(', ') });
}

/** "TruePositive / Malware": each part in words. */
const spokenParts = (value: string) =>
  value
    .split(' / ')
    .map((part) => (part === '–' ? part : spoken(part)))
    .join(' / ');

/** What recomputing the chain showed. */
export function verdictWords({ intact, entries, brokenAt }: AuditVerdict): { intent: 'success' | 'error'; title: string; text: string } {
  if (intact) {
    return {
      intent: 'success',
      title: i18n.t('The trail is whole'),
      text: i18n.t(
        '{entries, plural, one {# line was} other {# lines were}} recomputed: none was changed, taken out or put in between. Only lines cut off at the end cannot be seen from here: compare the last hash with one noted before.',
        { entries },
      ),
    };
  }
  return {
    intent: 'error',
    title: i18n.t('The trail was changed at line {brokenAt}', { brokenAt }),
    text: i18n.t('This line, or one before it, is not what was written then.'),
  };
}
