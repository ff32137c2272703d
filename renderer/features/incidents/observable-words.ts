import { i18n } from '@lingui/core';
import type { ObservableKind } from '../../../contract/observable';

const KINDS: Readonly<Record<ObservableKind, string>> = {
  host: /*i18n*/ 'Host',
  user: /*i18n*/ 'User',
  ip: /*i18n*/ 'IP',
  domain: /*i18n*/ 'Domain',
  url: /*i18n*/ 'URL',
  hash: /*i18n*/ 'Hash',
  file: /*i18n*/ 'File name',
  path: /*i18n*/ 'File path',
  sender: /*i18n*/ 'Sender',
  mailbox: /*i18n*/ 'Mailbox',
  subject: /*i18n*/ 'Subject',
  message: /*i18n*/ 'Message ID',
  command: /*i18n*/ 'Command line',
  registry: /*i18n*/ 'Registry key',
  registryValue: /*i18n*/ 'Registry value',
  name: /*i18n*/ 'Name',
};

/** A kind of value for people. */
export function observableKindName(kind: ObservableKind): string {
  return i18n.t(KINDS[kind]);
}
