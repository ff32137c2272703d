import { type Observable, type ObservableKind, observableKey, observableValue } from '../../contract/observable';
import type { JsonRecord } from './lenient';

/** Names of fields of entities and devices on both surfaces, lower-cased, by what they hold. */
const FIELDS: Readonly<Record<ObservableKind, readonly string[]>> = {
  // A device goes by several names; whoever knows one of them wants to find it.
  host: [
    'devicednsname',
    'hostname',
    'devicename',
    'mdatpdeviceid',
    'mdedeviceid',
    'deviceid',
    'aaddeviceid',
    'azureaddeviceid',
    'macaddress',
  ],
  user: ['userprincipalname', 'upn', 'accountname', 'usersid', 'aaduserid', 'azureaduserid'],
  ip: ['ipaddress', 'senderip', 'lastipaddress', 'lastexternalipaddress', 'ipinterfaces'],
  domain: [],
  url: ['url', 'urls'],
  hash: ['sha1', 'sha256', 'md5'],
  file: ['filename'],
  path: ['filepath'],
  sender: ['sender', 'emailaddress', 'p1sender', 'p2sender'],
  mailbox: ['mailboxaddress', 'primaryaddress', 'recipient', 'recipientemailaddress'],
  subject: ['subject'],
  message: ['networkmessageid', 'networkmessageids', 'internetmessageid'],
  command: ['processcommandline'],
  registry: ['registrykey'],
  registryValue: ['registryvalue', 'registryvaluename'],
  name: ['displayname', 'mailboxdisplayname', 'resourcename', 'resourceid', 'securitygroupname', 'appid', 'name'],
};
const KIND_OF_FIELD = new Map(Object.entries(FIELDS).flatMap(([kind, names]) => names.map((name) => [name, kind as ObservableKind])));

/** Names that say it in one kind of thing only: the `domainName` of a user is that of a directory, and `value` is anything. */
const KIND_OF_FIELD_IN = new Map<string, { thing: RegExp; kind: ObservableKind }>([
  ['domainname', { thing: /\bdns(?:evidence)?$/i, kind: 'domain' }],
  ['value', { thing: /\bfilehash(?:evidence)?$/i, kind: 'hash' }],
]);

/** Deeper nesting than any service sends. */
const DEEPEST = 8;

/** What of an entity or a device is worth finding again, each value once: taken by the names of fields, at any depth, also in lists. */
export function observablesOf(thing: unknown): Observable[] {
  const found = new Map<string, Observable>();
  collectObservables(thing, found);
  return [...found.values()];
}

/** The same, of several things together. */
export function collectObservables(thing: unknown, found: Map<string, Observable>, depth = 0): void {
  if (typeof thing !== 'object' || thing === null) return;
  for (const [name, value] of Object.entries(thing)) collectField(name, value, thing as JsonRecord, found, depth);
}

function collectField(name: string, value: unknown, thing: JsonRecord, found: Map<string, Observable>, depth: number): void {
  if (depth > DEEPEST) return;
  if (typeof value === 'string') collectText(name, value, thing, found);
  // What stands in a list is what the list is called.
  else if (Array.isArray(value)) for (const one of value) collectField(name, one, thing, found, depth + 1);
  else collectObservables(value, found, depth + 1);
}

function collectText(name: string, text: string, thing: JsonRecord, found: Map<string, Observable>): void {
  const kind = kindOf(name.toLowerCase(), thing);
  const value = kind && observableValue(text);
  if (kind && value) found.set(observableKey({ kind, value }), { kind, value });
}

function kindOf(name: string, thing: JsonRecord): ObservableKind | undefined {
  const only = KIND_OF_FIELD_IN.get(name);
  if (!only) return KIND_OF_FIELD.get(name);
  const type = thing['@odata.type'] ?? thing['entityType'];
  return typeof type === 'string' && only.thing.test(type) ? only.kind : undefined;
}
