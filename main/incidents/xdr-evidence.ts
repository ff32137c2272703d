import type { Device, Entity } from '../../contract/incident';
import { fieldsOf, firstFilled, isRecord, type JsonRecord } from './lenient';
import { observablesOf } from './observables';
import { recordOf } from './taken-fields';

/** Kinds of "List incidents API in Microsoft Defender XDR" with the fields that name one, best first. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  user: ['userPrincipalName', 'accountName', 'mailboxAddress', 'userSid', 'aadUserId'],
  ip: ['ipAddress'],
  url: ['url'],
  file: ['fileName', 'filePath', 'sha256', 'sha1'],
  process: ['fileName', 'processCommandLine', 'processId'],
  mailbox: ['mailboxDisplayName', 'mailboxAddress', 'userPrincipalName'],
  mailmessage: ['subject', 'sender', 'recipient'],
  mailcluster: ['clusterBy'],
  registry: ['registryKey', 'registryHive', 'registryValue'],
  securitygroup: ['securityGroupName', 'securityGroupId'],
};
/** For kinds nobody listed: names that usually name a thing. */
const ANY_TITLE = [
  'displayName',
  'name',
  'title',
  'hostName',
  'deviceDnsName',
  'userPrincipalName',
  'accountName',
  'fileName',
  'ipAddress',
  'url',
  'resourceName',
  'resourceId',
  'appId',
  'id',
  'deviceId',
  'value',
];

/** A device of an alert, every value it holds included. */
export function xdrDevice(item: unknown): Device {
  const record = recordOf(item);
  const id = firstFilled(record, ['mdatpDeviceId', 'mdeDeviceId', 'deviceId', 'DeviceId', 'aadDeviceId']);
  const title = firstFilled(record, ['deviceDnsName', 'hostName', 'deviceName', 'value']) ?? id ?? '';
  return { title, id, fields: fieldsOf(record), observables: observablesOf(item) };
}

/** An entity of an alert: the kind as sent, known or not, and every value it holds. */
export function xdrEntity(item: unknown): Entity {
  const record = recordOf(item);
  const kindField = ['entityType', 'type', '@odata.type'].find((name) => typeof record[name] === 'string' && record[name] !== '');
  const kind = kindField === undefined ? '' : String(record[kindField]);
  const names = Object.hasOwn(TITLES, kind.toLowerCase()) ? TITLES[kind.toLowerCase()] : undefined;
  const known = names !== undefined && isRecord(item);
  return {
    kind,
    known,
    title: titleOf(record, kind, names ?? []) ?? kind,
    fields: fieldsOf(record, new Set(kindField === undefined ? [] : [kindField])),
    observables: observablesOf(item),
  };
}

function titleOf(record: JsonRecord, kind: string, names: readonly string[]): string | null {
  if (kind.toLowerCase() === 'registry') {
    const path = [firstFilled(record, ['registryHive']), firstFilled(record, ['registryKey'])].filter((part) => part !== null).join('\\');
    if (path !== '') return path;
  }
  return firstFilled(record, names) ?? firstFilled(record, ANY_TITLE);
}
