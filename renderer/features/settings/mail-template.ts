import type { MailTemplate } from '../../../contract/consent';

const PLACEHOLDERS = ['customer', 'app', 'roles', 'link'];

/** What is wrong with a mail text, in a sentence; null when it can be sent. */
export function templateProblem({ subject, body }: MailTemplate): string | null {
  if (subject.trim() === '') return 'The subject is empty.';
  if (!body.includes('{link}')) return 'The text needs {link} where the consent link belongs.';
  const unknown = [...`${subject} ${body}`.matchAll(/\{(\w+)\}/g)].find(([, name]) => !PLACEHOLDERS.includes(name ?? ''));
  return unknown ? `There is no placeholder ${unknown[0]}.` : null;
}
