import { z } from 'zod';

/** What a value seen in an incident is: the kinds that are worth finding again at another customer. */
export const observableKind = z.enum([
  'host',
  'user',
  'ip',
  'domain',
  'url',
  'hash',
  'file',
  'path',
  'sender',
  'mailbox',
  'subject',
  'message',
  'command',
  'registry',
  'registryValue',
  'name',
]);
export type ObservableKind = z.infer<typeof observableKind>;

const LONGEST = 2_000;

export const observable = z.object({ kind: observableKind, value: z.string().min(1).max(LONGEST) });
export type Observable = z.infer<typeof observable>;

/** A value as it is kept and looked for: of one as long as only command lines are, the beginning. */
export function observableValue(text: string): string {
  return text.trim().slice(0, LONGEST).trimEnd();
}

/** The same for every spelling of a value. */
export function observableKey({ kind, value }: Observable): string {
  return `${kind} ${value.toLowerCase()}`;
}
