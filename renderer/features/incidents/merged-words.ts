import { i18n } from '@lingui/core';
import type { UnreadTarget } from '../../../contract/incident';
import { PROBLEM_TITLES } from '../../../contract/problem-titles';

/** What is said of an incident that was merged into another one; where that could not be read also why, and what became of asking. The times are `[[since]]` and `[[again]]`. */
export function mergedWords(into: string, unread: UnreadTarget | null, now: number): { title: string; body: string | null } {
  if (unread === null) return { title: i18n.t('Merged into incident #{redirectIncidentId}.', { redirectIncidentId: into }), body: null };
  const { said, code, tries, againAt } = unread;
  const why = code === null ? `${said}.` : i18n.t('{problem} ({answer}).', { problem: i18n.t(PROBLEM_TITLES[code]), answer: said });
  const tried = i18n.t('{tries, plural, one {Asked for once, [[since]].} other {Asked for # times since [[since]].}}', { tries });
  const next =
    againAt > now ? i18n.t('Tenantry asks again with the first read after [[again]].') : i18n.t('Tenantry asks again with the next read.');
  return {
    title: i18n.t('Merged into incident #{redirectIncidentId}, which could not be read.', { redirectIncidentId: into }),
    body: `${why} ${tried} ${next}`,
  };
}
