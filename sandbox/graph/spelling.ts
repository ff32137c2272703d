import type { GraphSpelling } from '../types';

/** `MultiStagedAttack` → `multiStagedAttack`, as Graph writes enums. */
export const camel = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
export const pascal = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Determinations that Graph names otherwise (its `$metadata`); the rest differs by the first letter only. */
const DETERMINATIONS: Readonly<Record<string, string>> = {
  NotAvailable: 'unknown',
  CompromisedUser: 'compromisedAccount',
  ConfirmedUserActivity: 'confirmedActivity',
  Clean: 'notMalicious',
  InsufficientData: 'notEnoughDataToValidate',
  NoEnoughDataToValidate: 'notEnoughDataToValidate',
};
const DETERMINATIONS_BACK: Readonly<Record<string, string>> = {
  unknown: 'NotAvailable',
  notMalicious: 'Clean',
  notEnoughDataToValidate: 'NoEnoughDataToValidate',
};

const SERVICES: Readonly<Record<string, string>> = {
  MicrosoftDefenderATP: 'microsoftDefenderForEndpoint',
  MicrosoftCloudAppSecurity: 'microsoftDefenderForCloudApps',
  OfficeATP: 'microsoftDefenderForOffice365',
  AzureATP: 'microsoftDefenderForIdentity',
  AadIdentityProtection: 'azureAdIdentityProtection',
  AppGovernance: 'microsoftAppGovernance',
};
const DETECTIONS: Readonly<Record<string, string>> = {
  WindowsDefenderAtp: 'microsoftDefenderForEndpoint',
  WindowsDefenderAv: 'antivirus',
  WindowsDefenderSmartScreen: 'smartScreen',
  MCAS: 'cloudAppSecurity',
  OfficeATP: 'microsoftDefenderForOffice365',
  AzureATP: 'microsoftDefenderForIdentity',
  AadIdentityProtection: 'azureAdIdentityProtection',
  AppGPolicy: 'appGovernancePolicy',
};

/** Members that came after `unknownFutureValue`: a caller sees them only with `Prefer: include-unknown-enum-members`. */
const LATER_MEMBERS: ReadonlySet<string> = new Set([
  'awaitingAction',
  'microsoftDefenderForCloud',
  'microsoftSentinel',
  'microsoftInsiderRiskManagement',
  'microsoftThreatIntelligence',
  'microsoftSecurityForAI',
  'microsoftDefenderForIoT',
  'nrtAlerts',
  'scheduledAlerts',
  'builtInMl',
  'securityCopilot',
]);

const text = (value: unknown): value is string => typeof value === 'string';

/** A scalar as text; a test may have put anything in its place. */
export const textOf = (value: unknown): string => (text(value) ? value : typeof value === 'number' ? String(value) : '');

/** How one answer spells its values. */
export class Spelling {
  constructor(
    private readonly kind: GraphSpelling,
    /** The caller asked for members of enums that came later. */
    private readonly laterMembers: boolean,
  ) {}

  /** Comments as the documentation's samples print them, not as its schema says. */
  get sampleComments(): boolean {
    return this.kind === 'samples';
  }

  /** An enum member. What is no text stays as it is. */
  member(value: unknown): unknown {
    if (!text(value)) return value;
    const member = camel(value);
    if (LATER_MEMBERS.has(member) && !this.laterMembers) return this.#written('unknownFutureValue');
    return this.#written(member);
  }

  severity(value: unknown): unknown {
    return this.member(value === 'UnSpecified' ? 'unknown' : value);
  }

  determination(value: unknown): unknown {
    return this.member(text(value) ? (DETERMINATIONS[value] ?? value) : value);
  }

  service(value: unknown): unknown {
    return this.member(text(value) ? (SERVICES[value] ?? value) : value);
  }

  detection(value: unknown): unknown {
    return this.member(text(value) ? (DETECTIONS[value] ?? value) : value);
  }

  /** Some samples of the documentation print enums as the other surface does. */
  #written(member: string): string {
    return this.kind === 'samples' ? pascal(member) : member;
  }
}

/** A determination as the incidents of the sandbox are kept. */
export function determinationBack(value: string): string {
  return DETERMINATIONS_BACK[value] ?? pascal(value);
}
