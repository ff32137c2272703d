import type { HuntingRange } from '../../../contract/hunting';
import type { TableReference } from './references';
import type { Token } from './tokens';

/** Text to be put into a query. The rest of it stays as it is, to the letter. */
export interface Insertion {
  at: number;
  text: string;
}

export function withInsertions(query: string, insertions: readonly Insertion[]): string {
  return [...insertions]
    .sort((one, other) => other.at - one.at)
    .reduce((text, { at, text: more }) => `${text.slice(0, at)}${more}${text.slice(at)}`, query);
}

/** A time between two, of which either may be open. */
export interface TimeBounds {
  from: number | null;
  to: number | null;
}

/** From the first on and before the second, as KQL. */
export function timeCondition(column: string, { from, to }: TimeBounds): string {
  const literal = (at: number): string => `datetime(${new Date(at).toISOString()})`;
  const low = from === null ? [] : [`${column} >= ${literal(from)}`];
  const high = to === null ? [] : [`${column} < ${literal(to)}`];
  return [...low, ...high].join(' and ');
}

/** The column events have their time in: Defender's tables name it `Timestamp`, those of Sentinel `TimeGenerated`. */
export function timeColumn(tokens: readonly Token[]): string {
  const names = new Set(tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  return names.has('TimeGenerated') && !names.has('Timestamp') ? 'TimeGenerated' : 'Timestamp';
}

/** Tables of the schema that are states and have no time ("Understand the advanced hunting schema", Microsoft Learn). */
const TIMELESS: ReadonlySet<string> = new Set([
  'DeviceTvmSoftwareInventory',
  'DeviceTvmSoftwareVulnerabilities',
  'DeviceTvmSoftwareVulnerabilitiesKB',
  'DeviceTvmSecureConfigurationAssessmentKB',
  'DeviceTvmSoftwareEvidenceBeta',
  'DeviceTvmInfoGatheringKB',
  'DeviceTvmBrowserExtensions',
  'DeviceTvmBrowserExtensionsKB',
  'DeviceTvmCertificateInfo',
  'DeviceTvmHardwareFirmware',
  'DeviceBaselineComplianceAssessment',
  'DeviceBaselineComplianceAssessmentKB',
  'DeviceBaselineComplianceProfiles',
  'ExposureGraphNodes',
  'ExposureGraphEdges',
]);

export const hasTime = (table: string): boolean => !TIMELESS.has(table);

/** Tables that have their time in a column of another name. */
const OWN_TIME: ReadonlyMap<string, string> = new Map([['CallActivityEvents', 'ActivityTimestamp']]);

export const hasOwnTime = (table: string): boolean => OWN_TIME.has(table);

/** The column a table has its time in, where those of the query have it in `usual`. */
export const timeColumnOf = (table: string, usual: string): string => OWN_TIME.get(table) ?? usual;

/** Puts a time range to every table of a query that has a time. A string: why that cannot be done, in words for people. */
export function rangeInsertions(references: readonly TableReference[], column: string, range: HuntingRange): Insertion[] | string {
  const insertions: Insertion[] = [];
  for (const { name, token, bare, namesSources } of references) {
    if (!hasTime(name)) continue;
    const condition = timeCondition(timeColumnOf(name, column), range);
    if (bare && namesSources) return 'It names the tables its rows come from ("withsource").';
    if (bare) insertions.push({ at: token.start, text: '(' });
    insertions.push({ at: token.end, text: ` | where ${condition}${bare ? ')' : ''}` });
  }
  return insertions;
}
