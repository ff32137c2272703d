import { i18n } from '@lingui/core';
import type { IncidentHistory } from '../../../contract/incident-history';

type Change = Pick<IncidentHistory['changes'][number], 'fields' | 'tags' | 'comments' | 'untold'>;

/** What is said of a change beside what became of what; null: that is all there is to it. */
export function restWords({ fields, tags, comments, untold }: Change): string | null {
  const nothingTold = fields.length === 0 && !tags && !comments;
  if (untold)
    return nothingTold
      ? i18n.t('Something was updated. Tags and comments were not followed yet, so it may be those, or one of its alerts for example.')
      : i18n.t('Tags and comments were not followed yet: whether they changed as well is not known.');
  return nothingTold ? i18n.t('Something else was updated, in one of its alerts for example.') : null;
}
