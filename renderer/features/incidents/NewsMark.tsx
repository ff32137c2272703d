import type { IncidentRow } from '../../../contract/incident';

const WORDS = { new: 'New since you last looked', changed: 'Changed since you last looked' } as const;

/** The sign of a row that came, or changed, since it was last looked at. */
export function NewsMark({ news }: { news: NonNullable<IncidentRow['news']> }) {
  return (
    <span className={`news-mark news-mark-${news}`} title={WORDS[news]}>
      <span className="visually-hidden">{WORDS[news]}</span>
    </span>
  );
}
