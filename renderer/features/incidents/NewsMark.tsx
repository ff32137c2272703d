import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';

const WORDS = { new: /*i18n*/ 'New since you last looked', changed: /*i18n*/ 'Changed since you last looked' } as const;

/** The sign of a row that came, or changed, since it was last looked at. */
export function NewsMark({ news }: { news: NonNullable<IncidentRow['news']> }) {
  return (
    <span className={`news-mark news-mark-${news}`} title={i18n.t(WORDS[news])}>
      <span className="visually-hidden">{i18n.t(WORDS[news])}</span>
    </span>
  );
}
