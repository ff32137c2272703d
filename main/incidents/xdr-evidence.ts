import type { Device, Entity } from '../../contract/incident';
import { fieldsOf, firstFilled, isRecord, type JsonRecord } from './lenient';
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
  return { title: firstFilled(record, ['deviceDnsName', 'hostName', 'deviceName', 'value']) ?? id ?? '', id, fields: fieldsOf(record) };
}

/** An entity of an alert: the kind as sent, known or not, and every value it holds. */
export function xdrEntity(item: unknown): Entity {
  const record = recordOf(item);
  const kindField = ['entityType', 'type', '@odata.type'].find((name) => typeof record[name] === 'string' && record[name] !== '');
  const kind = kindField === undefined ? '' : String(record[kindField]);
  const names = TITLES[kind.toLowerCase()];
  const known = names !== undefined && isRecord(item);
  return {
    kind,
    known,
    title: titleOf(record, kind, names ?? []) ?? kind,
    fields: fieldsOf(record, new Set(kindField === undefined ? [] : [kindField])),
  };
}

function titleOf(record: JsonRecord, kind: string, names: readonly string[]): string | null {
  if (kind.toLowerCase() === 'registry') {
    const path = [firstFilled(record, ['registryHive']), firstFilled(record, ['registryKey'])].filter((part) => part !== null).join('\\');
    if (path !== '') return path;
  }
  return firstFilled(record, names) ?? firstFilled(record, ANY_TITLE);
}

/** Devices over several alerts, each once; what differs between two sightings of one device is kept side by side. */
export function uniqueDevices(devices: readonly Device[]): Device[] {
  const merged = new Map<string, Device>();
  for (const device of devices) {
    const key = device.id === null ? `${device.title}\n${JSON.stringify(device.fields)}` : device.id.toLowerCase();
    const seen = merged.get(key);
    if (!seen) {
      merged.set(key, { ...device, fields: [...device.fields] });
      continue;
    }
    const known = new Set(seen.fields.map(({ name, value }) => `${name}\n${value}`));
    seen.fields.push(...device.fields.filter(({ name, value }) => !known.has(`${name}\n${value}`)));
  }
  return [...merged.values()];
}

/** Entities over several alerts, each once: the same when kind and every value agree. */
export function uniqueEntities(entities: readonly Entity[]): Entity[] {
  const seen = new Map<string, Entity>();
  for (const entity of entities) {
    const key = JSON.stringify([entity.kind, entity.fields.map(({ name, value }) => `${name}\n${value}`).sort()]);
    if (!seen.has(key)) seen.set(key, entity);
  }
  return [...seen.values()];
}
