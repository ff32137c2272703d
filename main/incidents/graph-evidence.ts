import type { Device, Entity, Field } from '../../contract/incident';
import { asText, isRecord, type JsonRecord } from './lenient';
import { observablesOf } from './observables';
import { recordOf } from './taken-fields';

/** Kinds of Graph's evidence that Defender XDR has as entities: its name for them, and the fields that name one, best first. */
const KINDS: Readonly<Record<string, { kind: string; titles: readonly string[] }>> = {
  user: {
    kind: 'User',
    titles: [
      'userAccount.userPrincipalName',
      'userAccount.displayName',
      'userAccount.accountName',
      'userAccount.userSid',
      'userAccount.azureAdUserId',
    ],
  },
  ip: { kind: 'Ip', titles: ['ipAddress'] },
  url: { kind: 'Url', titles: ['url'] },
  file: { kind: 'File', titles: ['fileDetails.fileName', 'fileDetails.filePath', 'fileDetails.sha256', 'fileDetails.sha1'] },
  process: { kind: 'Process', titles: ['imageFile.fileName', 'processCommandLine', 'processId'] },
  mailbox: { kind: 'MailBox', titles: ['displayName', 'primaryAddress', 'upn', 'userAccount.userPrincipalName'] },
  analyzedmessage: { kind: 'MailMessage', titles: ['subject', 'p2Sender.emailAddress', 'p1Sender.emailAddress', 'recipientEmailAddress'] },
  mailcluster: { kind: 'MailCluster', titles: ['clusterBy', 'clusterByValue'] },
  registrykey: { kind: 'Registry', titles: ['registryKey', 'registryHive'] },
  registryvalue: { kind: 'Registry', titles: ['registryKey', 'registryHive', 'registryValue'] },
  securitygroup: { kind: 'SecurityGroup', titles: ['displayName', 'friendlyName', 'securityGroupId', 'sid'] },
};

/** For kinds without a row above: last parts of names that usually name a thing. */
const ANY_TITLE = [
  'displayName',
  'name',
  'title',
  'hostName',
  'deviceName',
  'fullResourceName',
  'resourceName',
  'userPrincipalName',
  'accountName',
  'fileName',
  'domainName',
  'ipAddress',
  'url',
  'resourceId',
  'appId',
  'id',
  'value',
];

/** Objects are opened so deep; what lies deeper is shown as JSON. */
const DEEPEST = 4;

/** Whether a piece of evidence is a device, which has a list of its own. */
export function isDevice(item: unknown): boolean {
  return isRecord(item) && kindOf(item).toLowerCase() === 'device';
}

/** A device of an alert, every value it holds included. */
export function graphDevice(item: unknown): Device {
  const fields = openFields(recordOf(item));
  const id = valueOf(fields, ['mdeDeviceId', 'deviceId', 'azureAdDeviceId']);
  return { title: valueOf(fields, ['deviceDnsName', 'hostName', 'deviceName']) ?? id ?? '', id, fields, observables: observablesOf(item) };
}

/** Any other evidence. A kind both surfaces have bears Defender XDR's name; another keeps its own, without Graph's prefix, and is shown generically. */
export function graphEntity(item: unknown): Entity {
  const record = recordOf(item);
  const fields = openFields(record);
  const own = kindOf(record);
  const known = isRecord(item) && Object.hasOwn(KINDS, own.toLowerCase()) ? KINDS[own.toLowerCase()] : undefined;
  const kind = known?.kind ?? own;
  const title = titleOf(fields, kind, known?.titles ?? []) ?? kind;
  return { kind, known: known !== undefined, title, fields, observables: observablesOf(item) };
}

/** `#microsoft.graph.security.userEvidence` → `user`. */
function kindOf(record: JsonRecord): string {
  const type = record['@odata.type'];
  if (typeof type !== 'string') return '';
  return type
    .slice(type.lastIndexOf('.') + 1)
    .replace(/^#/, '')
    .replace(/(?<=.)Evidence$/i, '');
}

function titleOf(fields: readonly Field[], kind: string, names: readonly string[]): string | null {
  if (kind === 'Registry') {
    const path = ['registryHive', 'registryKey'].flatMap((name) => valueOf(fields, [name]) ?? []).join('\\');
    if (path !== '') return path;
  }
  return valueOf(fields, names) ?? anyTitle(fields);
}

function valueOf(fields: readonly Field[], names: readonly string[]): string | null {
  for (const wanted of names) {
    const found = fields.find(({ name, value }) => name === wanted && value.trim() !== '');
    if (found) return found.value;
  }
  return null;
}

/** A name of the thing itself goes before a name of something inside it. */
function anyTitle(fields: readonly Field[]): string | null {
  const outer = valueOf(fields, ANY_TITLE);
  if (outer !== null) return outer;
  const inner = fields.map(({ name, value }) => ({ name: name.slice(name.lastIndexOf('.') + 1), value }));
  return valueOf(inner, ANY_TITLE);
}

/** Every value of a record as name and text, with objects opened: `userAccount.accountName`. */
function openFields(record: JsonRecord, prefix = '', depth = 0): Field[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (isRecord(value) && depth < DEEPEST) return openFields(value, `${prefix}${name}.`, depth + 1);
    const text = asText(value);
    return text === null ? [] : [{ name: `${prefix}${name}`, value: text }];
  });
}
