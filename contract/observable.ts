import { z } from 'zod';
import type { Field } from './incident';

/** What a value seen in an incident is: the kinds that are worth finding again at another customer. */
export const observableKind = z.enum([
  'host',
  'user',
  'ip',
  'url',
  'hash',
  'file',
  'sender',
  'mailbox',
  'subject',
  'command',
  'registry',
  'name',
]);
export type ObservableKind = z.infer<typeof observableKind>;

/** Longer values are not kept for finding again: no host, address or hash is. */
export const LONGEST_OBSERVABLE = 2_000;

export const observable = z.object({ kind: observableKind, value: z.string().min(1).max(LONGEST_OBSERVABLE) });
export type Observable = z.infer<typeof observable>;

/** Fields of entities and devices on both surfaces, lower-cased, and what they hold. */
const KIND_OF_FIELD: Readonly<Record<string, ObservableKind>> = {
  devicednsname: 'host',
  hostname: 'host',
  devicename: 'host',
  userprincipalname: 'user',
  accountname: 'user',
  ipaddress: 'ip',
  senderip: 'ip',
  lastipaddress: 'ip',
  lastexternalipaddress: 'ip',
  url: 'url',
  sha1: 'hash',
  sha256: 'hash',
  md5: 'hash',
  filename: 'file',
  sender: 'sender',
  emailaddress: 'sender',
  p1sender: 'sender',
  p2sender: 'sender',
  mailboxaddress: 'mailbox',
  primaryaddress: 'mailbox',
  recipient: 'mailbox',
  recipientemailaddress: 'mailbox',
  subject: 'subject',
  processcommandline: 'command',
  registrykey: 'registry',
  displayname: 'name',
  mailboxdisplayname: 'name',
  resourcename: 'name',
  resourceid: 'name',
  securitygroupname: 'name',
  appid: 'name',
  name: 'name',
};

/** The kind of value a field holds, by its name as sent (of a nested one: `userAccount.accountName`); null: none worth finding again. */
export function observableKindOf(fieldName: string): ObservableKind | null {
  return KIND_OF_FIELD[fieldName.slice(fieldName.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** The observable a field holds, if any. */
export function observableOf(fieldName: string, value: unknown): Observable | null {
  if (typeof value !== 'string') return null;
  const kind = observableKindOf(fieldName);
  const trimmed = value.trim();
  return kind === null || trimmed === '' || trimmed.length > LONGEST_OBSERVABLE ? null : { kind, value: trimmed };
}

/** What the fields of one entity or device hold, each value once. */
export function observablesOf(fields: readonly Field[]): Observable[] {
  const found = new Map<string, Observable>();
  for (const { name, value } of fields) {
    const one = observableOf(name, value);
    if (one) found.set(`${one.kind} ${one.value.toLowerCase()}`, one);
  }
  return [...found.values()];
}
