import { i18n } from '@lingui/core';
import type { MailTemplate } from '../../../contract/consent';

const PLACEHOLDERS = ['customer', 'app', 'roles', 'link'];

/** What is wrong with a mail text, in a sentence; null when it can be sent. */
export function templateProblem({ subject, body }: MailTemplate): string | null {
  if (subject.trim() === '') return i18n.t('The subject is empty.');
  if (!body.includes('{link}')) return 'The text needs {link} where the consent link belongs.';
  const unknown = [...`${subject} ${body}`.matchAll(/\{(\w+)\}/g)].find(([, name]) => !PLACEHOLDERS.includes(name ?? ''));
  return unknown ? i18n.t('There is no placeholder {value}.', { value: unknown[0] }) : null;
}
