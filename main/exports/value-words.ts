import { i18n } from '@lingui/core';

/** Severities and statuses there are today, lower-cased. */
const KNOWN: Readonly<Record<string, string>> = {
  high: /*i18n*/ 'High',
  medium: /*i18n*/ 'Medium',
  low: /*i18n*/ 'Low',
  informational: /*i18n*/ 'Informational',
  active: /*i18n*/ 'Active',
  new: /*i18n*/ 'New',
  inprogress: /*i18n*/ 'In progress',
  awaitingaction: /*i18n*/ 'Awaiting action',
  resolved: /*i18n*/ 'Resolved',
  redirected: /*i18n*/ 'Redirected',
};

/** A value of the service in words; one nobody knew when this was written stands as it was sent. */
export function valueWords(value: string): string {
  const known = KNOWN[value.toLowerCase()];
  return known === undefined ? value : i18n.t(known);
}

/** "2026-11-28 21:04 UTC"; a dash where there is no time. */
export function utcWords(at: number | null): string {
  return at === null ? utcTime(at) : `${utcTime(at)} UTC`;
}

/** "2026-11-28 21:04", where UTC is said elsewhere; a dash where there is no time. */
export function utcTime(at: number | null): string {
  return at === null ? '–' : new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
