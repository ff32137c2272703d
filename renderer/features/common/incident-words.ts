import { i18n } from '@lingui/core';
import type { SeverityLevel } from '../../ui/SeverityBars';

const LEVELS = new Map<string, SeverityLevel>([
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['informational', 'informational'],
]);

/** Severities in the order people look at them. */
export const KNOWN_SEVERITIES = ['high', 'medium', 'low', 'informational'] as const;

/** Statuses there are today, lower-cased, in the order of work. */
export const KNOWN_STATUSES = ['active', 'inprogress', 'resolved', 'redirected'] as const;

/** Which of our drawings a severity gets; one we do not know gets its own. */
export function severityLevel(severity: string): SeverityLevel {
  return LEVELS.get(severity.toLowerCase()) ?? 'other';
}

const SPELLINGS: Record<string, string> = {
  high: /*i18n*/ 'High',
  medium: /*i18n*/ 'Medium',
  low: /*i18n*/ 'Low',
  informational: /*i18n*/ 'Informational',
  notavailable: /*i18n*/ 'Not available',
  process: /*i18n*/ 'Process',
  file: /*i18n*/ 'File',
  user: /*i18n*/ 'User',
  device: /*i18n*/ 'Device',
  machine: /*i18n*/ 'Machine',
  mailbox: /*i18n*/ 'Mailbox',
  mailmessage: /*i18n*/ 'Mail message',
  mailcluster: /*i18n*/ 'Mail cluster',
  registrykey: /*i18n*/ 'Registry key',
  registryvalue: /*i18n*/ 'Registry value',
  cloudapplication: /*i18n*/ 'Cloud application',
  oauthapplication: /*i18n*/ 'Oauth application',
  securitygroup: /*i18n*/ 'Security group',
  suspiciousactivity: /*i18n*/ 'Suspicious activity',
  initialaccess: /*i18n*/ 'Initial access',
  execution: /*i18n*/ 'Execution',
  persistence: /*i18n*/ 'Persistence',
  privilegeescalation: /*i18n*/ 'Privilege escalation',
  defenseevasion: /*i18n*/ 'Defense evasion',
  credentialaccess: /*i18n*/ 'Credential access',
  discovery: /*i18n*/ 'Discovery',
  lateralmovement: /*i18n*/ 'Lateral movement',
  collection: /*i18n*/ 'Collection',
  commandandcontrol: /*i18n*/ 'Command and control',
  exfiltration: /*i18n*/ 'Exfiltration',
  impact: /*i18n*/ 'Impact',
  ransomware: /*i18n*/ 'Ransomware',
  active: /*i18n*/ 'Active',
  new: /*i18n*/ 'New',
  resolved: /*i18n*/ 'Resolved',
  redirected: /*i18n*/ 'Redirected',
  unknown: /*i18n*/ 'Unknown',
  other: /*i18n*/ 'Other',
  truepositive: /*i18n*/ 'True positive',
  falsepositive: /*i18n*/ 'False positive',
  malware: /*i18n*/ 'Malware',
  phishing: /*i18n*/ 'Phishing',
  securitypersonnel: /*i18n*/ 'Security personnel',
  securitytesting: /*i18n*/ 'Security testing',
  unwantedsoftware: /*i18n*/ 'Unwanted software',
  malicioususeractivity: /*i18n*/ 'Malicious user activity',
  unspecified: /*i18n*/ 'Unspecified',
  inprogress: /*i18n*/ 'In progress',
  awaitingaction: /*i18n*/ 'Awaiting action',
  // One determination has up to three spellings, by surface and by the page of the documentation that was followed.
  multistagedattack: /*i18n*/ 'Multi-staged attack',
  compromiseduser: /*i18n*/ 'Compromised account',
  confirmeduseractivity: /*i18n*/ 'Confirmed activity',
  clean: /*i18n*/ 'Not malicious',
  insufficientdata: /*i18n*/ 'Not enough data to validate',
  noenoughdatatovalidate: /*i18n*/ 'Not enough data to validate',
  lineofbusinessapplication: /*i18n*/ 'Line-of-business application',
  informationalexpectedactivity: /*i18n*/ 'Informational, expected activity',
  ip: 'IP',
  url: 'URL',
};

/** An enum-like value for people: "InProgress" and "inProgress" become "In progress"; unknown ones are only spaced out. */
export function spoken(value: string): string {
  if (value === '') return i18n.t('Not given');
  const lower = value.toLowerCase();
  const known = Object.hasOwn(SPELLINGS, lower) ? SPELLINGS[lower] : undefined;
  if (known) return i18n.t(known);
  const spaced = value.replace(/([a-z0-9])([A-Z])/g, (_match, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A product's name: "MicrosoftDefenderForEndpoint" becomes "Microsoft Defender for Endpoint". */
export function productName(value: string): string {
  const words = value.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/ (For|And|Of|In) /g, (word) => word.toLowerCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How far a status is: for its sign. */
export function statusSign(status: string): 'open' | 'working' | 'done' | 'other' {
  switch (status.toLowerCase()) {
    case 'active':
    case 'new':
      return 'open';
    case 'inprogress':
    case 'awaitingaction':
      return 'working';
    case 'resolved':
      return 'done';
    default:
      return 'other';
  }
}

/** 12345 as "12,345", or as the language spoken has it. */
export function counted(value: number): string {
  return i18n.number(value);
}
