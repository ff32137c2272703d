import { i18n } from '@lingui/core';
import type { ChangedField, IncidentHistory } from '../../../contract/incident-history';
import { RelativeTime } from '../../ui/RelativeTime';
import { spoken } from '../common/incident-words';
import { tagList } from '../writing/write-words';
import { restWords } from './history-words';

const FIELDS: Readonly<Record<ChangedField, string>> = {
  name: /*i18n*/ 'Name',
  severity: /*i18n*/ 'Severity',
  status: /*i18n*/ 'Status',
  assignedTo: /*i18n*/ 'Assigned to',
  classification: /*i18n*/ 'Classification',
  determination: /*i18n*/ 'Determination',
  alertCount: /*i18n*/ 'Alerts',
  redirectIncidentId: /*i18n*/ 'Merged into',
};
/** Values that are words of the service and not of people. */
const SPOKEN: ReadonlySet<ChangedField> = new Set<ChangedField>(['severity', 'status', 'classification', 'determination']);

type Change = IncidentHistory['changes'][number];

/** What changed at one time: when the service says so, when it was seen, and what became of what. */
export function HistoryChange({ change }: { change: Change }) {
  const { seenAt, updatedAt, own, fields, tags, comments, newAlerts, untold } = change;
  const rest = restWords(change);
  return (
    <>
      <RelativeTime at={updatedAt ?? seenAt} full />
      <span className="quiet history-seen">
        {i18n.t('Seen here')} <RelativeTime at={seenAt} />
        {own && <> · {i18n.t('with a change from here')}</>}
      </span>
      {fields.map(({ field, before, after }) => (
        <Became key={field} label={i18n.t(FIELDS[field])} before={shown(field, before)} after={shown(field, after)} />
      ))}
      {newAlerts.map((title, index) => (
        <span key={`${index} ${title}`} className="history-change">
          {i18n.t('New alert: {title}', { title: title || i18n.t('Without a name') })}
        </span>
      ))}
      {tags && <Tags {...tags} />}
      {comments && <Comments {...comments} />}
      {rest !== null && <span className={untold ? 'quiet' : undefined}>{rest}</span>}
    </>
  );
}

function Became({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <span className="history-change">
      <strong>{label}</strong> {before} <span aria-label={i18n.t('became')}>→</span> {after}
    </span>
  );
}

function Tags({ added, removed }: NonNullable<Change['tags']>) {
  return (
    <>
      {added.length > 0 && <span className="history-change">{i18n.t('Tags added: {tags}', { tags: tagList(added) })}</span>}
      {removed.length > 0 && <span className="history-change">{i18n.t('Tags removed: {tags}', { tags: tagList(removed) })}</span>}
    </>
  );
}

/** Comments that came; where there are fewer, or they are not there any more, how many. */
function Comments({ before, after, added }: NonNullable<Change['comments']>) {
  if (added.length < after - before || after < before)
    return <Became label={i18n.t('Comments')} before={String(before)} after={String(after)} />;
  return added.map(({ text, by }, index) => (
    <span key={`${index} ${text}`} className="history-change">
      <strong>{by ? i18n.t('Comment by {by}', { by }) : i18n.t('A comment')}</strong> {text}
    </span>
  ));
}

function shown(field: ChangedField, value: string | null): string {
  if (value === null || value === '') return i18n.t('none');
  return SPOKEN.has(field) ? spoken(value) : value;
}
