import { i18n } from '@lingui/core';
import type { Contested, IncidentChange, IncidentFacts } from '../../../contract/incident-change';
import type { Problem } from '../../../contract/problem';
import { isFailed, isKept, isUnderWay, type Stays, type WriteBatch, type WriteItem, type WriteState } from '../../../contract/writes';
import type { WriteKind } from '../../store/writes-slice';
import type { Tone } from '../../ui/StateBadge';
import { diagnose } from '../common/diagnosis';
import { spoken } from '../common/incident-words';
import { clockTime, localTime } from '../../ui/relative-time';

export const KIND_LABELS: Readonly<Record<WriteKind, string>> = {
  assign: /*i18n*/ 'Assign',
  status: /*i18n*/ 'Status',
  classify: /*i18n*/ 'Classify',
  tags: /*i18n*/ 'Tags',
  comment: /*i18n*/ 'Comment',
};

/** How many of the incidents something is about are not in the list on screen. */
export function outsideWords(count: number): string {
  return i18n.t('{count, plural, one {# of them is not in the list on screen.} other {# of them are not in the list on screen.}}', {
    count,
  });
}

/** Title of the form. */
export function orderTitle(kind: WriteKind, count: number): string {
  switch (kind) {
    case 'assign':
      return i18n.t('Assign {count, plural, one {# incident} other {# incidents}}', { count });
    case 'status':
      return i18n.t('Set the status of {count, plural, one {# incident} other {# incidents}}', { count });
    case 'classify':
      return i18n.t('Classify {count, plural, one {# incident} other {# incidents}}', { count });
    case 'tags':
      return i18n.t('Change the tags of {count, plural, one {# incident} other {# incidents}}', { count });
    case 'comment':
      return i18n.t('Comment on {count, plural, one {# incident} other {# incidents}}', { count });
  }
}

export const FACT_LABELS: Readonly<Record<Contested, string>> = {
  status: /*i18n*/ 'Status',
  assignedTo: /*i18n*/ 'Assigned to',
  verdict: /*i18n*/ 'Classification',
};

/** One of an incident's facts, in words. */
export function factWords(
  { status, assignedTo, classification, determination }: Omit<IncidentFacts, 'tags' | 'comments'>,
  fact: Contested,
): string {
  switch (fact) {
    case 'status':
      return spoken(status);
    case 'assignedTo':
      return assignedTo || i18n.t('Nobody');
    case 'verdict':
      return verdictWords(classification, determination);
  }
}

const isSet = (value: string | null): value is string => value !== null && !/^(?:|unknown|notavailable)$/i.test(value);

export function verdictWords(classification: string | null, determination: string | null): string {
  if (!isSet(classification)) return i18n.t('Not set');
  const named = spoken(classification);
  return isSet(determination)
    ? i18n.t('{classification}: {determination}', { classification: named, determination: spoken(determination) })
    : named;
}

/** Tags in one line, in an order of their own: the service promises none. */
export function tagWords(tags: readonly string[]): string {
  return tags.length === 0 ? i18n.t('No tags') : tagList(tags.toSorted((a, b) => a.localeCompare(b)));
}

/** Tags in one line, as they stand. One with a comma in it would read as two. */
export function tagList(tags: readonly string[]): string {
  return tags.map((tag) => (tag.includes(',') ? i18n.t('“{tag}”', { tag }) : tag)).join(', ');
}

/** What a change makes of an incident, in few words. */
export function changeWords({ status, assignedTo, verdict, addTags, removeTags, comment }: IncidentChange): string {
  const words: string[] = [];
  if (status !== undefined) words.push(i18n.t('Status: {status}', { status: spoken(status) }));
  if (assignedTo !== undefined) words.push(i18n.t('Assigned to: {person}', { person: assignedTo ?? i18n.t('Nobody') }));
  if (verdict !== undefined) words.push(verdictWords(verdict?.classification ?? null, verdict?.determination ?? null));
  if (addTags) words.push(i18n.t('Add tags: {tags}', { tags: tagList(addTags) }));
  if (removeTags) words.push(i18n.t('Remove tags: {tags}', { tags: tagList(removeTags) }));
  if (comment !== undefined) words.push(i18n.t('Comment: {comment}', { comment }));
  return words.join(' · ');
}

const STATES: Readonly<Record<WriteState, { label: string; tone: Tone }>> = {
  waiting: { label: /*i18n*/ 'Waits for its turn', tone: 'idle' },
  reading: { label: /*i18n*/ 'Reading the incident again', tone: 'busy' },
  sending: { label: /*i18n*/ 'Sending', tone: 'busy' },
  settling: { label: /*i18n*/ 'Sent, waiting for Microsoft to show it', tone: 'waiting' },
  done: { label: /*i18n*/ 'Done', tone: 'good' },
  unchanged: { label: /*i18n*/ 'Was so already, nothing sent', tone: 'good' },
  conflict: { label: /*i18n*/ 'Changed by somebody else, nothing sent', tone: 'warning' },
  redirected: { label: /*i18n*/ 'Merged into another incident, nothing sent', tone: 'warning' },
  gone: { label: /*i18n*/ 'No longer there, nothing sent', tone: 'bad' },
  noPermission: { label: /*i18n*/ 'Permission missing', tone: 'bad' },
  failed: { label: /*i18n*/ 'Failed', tone: 'bad' },
  kept: { label: /*i18n*/ 'Not reached: waits to be sent', tone: 'waiting' },
  unknown: { label: /*i18n*/ 'Not known whether it was taken: has to be read again', tone: 'warning' },
  cancelled: { label: /*i18n*/ 'Cancelled, nothing sent', tone: 'idle' },
};

export const stateTone = ({ state, unconfirmed, doubtful }: WriteItem): Tone => (unconfirmed || doubtful ? 'warning' : STATES[state].tone);

/** How far a change is, or how it ended; a moment in the chosen zone or as is said. */
export function stateWords({ state, unconfirmed, until, missingRole, target, taken, doubtful }: WriteItem, moment = clockTime): string {
  if (until !== undefined && isUnderWay(state)) return i18n.t('Held back by the service’s limits until {time}', { time: moment(until) });
  if (unconfirmed) return i18n.t('Taken by Microsoft, which does not show it yet');
  if (state === 'noPermission' && missingRole !== undefined) return i18n.t('Permission missing: {missingRole}', { missingRole });
  if (state === 'redirected' && target !== undefined) return i18n.t('Merged into incident #{target}, nothing sent', { target });
  if (state === 'cancelled' && doubtful && taken)
    return i18n.t('Given up: the fields were changed; whether the comment was added is not known');
  if (state === 'cancelled' && doubtful) return i18n.t('Given up: whether Microsoft took it is not known');
  if (state === 'cancelled' && taken) return i18n.t('Cancelled: the fields were changed, the comment was not added');
  return i18n.t(STATES[state].label);
}

/** Why it failed and what helps; null: its state says it. */
export function failureWords({ state, problem, taken }: WriteItem): string | null {
  if (problem === undefined || !(isKept(state) || state === 'failed' || (state === 'noPermission' && taken))) return null;
  const said = problemLine(problem);
  if (!taken) return said;
  return state === 'unknown'
    ? i18n.t('The fields were changed; whether the comment was added is not known. {said}', { said })
    : i18n.t('The fields were changed, the comment was not added. {said}', { said });
}

/** A problem in one line: what it is called, when it may be over, and what the service itself said. Words of our own are for the log. */
function problemLine(problem: Problem): string {
  const { retryAt, detail, httpStatus, aadsts } = problem;
  const foreign = httpStatus !== undefined || aadsts !== undefined;
  const parts = [
    diagnose(problem).title,
    ...(retryAt === undefined ? [] : [i18n.t('Not before {time}', { time: localTime(retryAt) })]),
    ...(foreign && detail !== undefined ? [detail] : []),
  ];
  return parts.join(' · ');
}

/** What undoing leaves as it is, and why. */
export const STAYS_WORDS: Readonly<Record<Stays, string>> = {
  status: /*i18n*/ 'A status stays where the one of before is Microsoft’s own, such as “awaiting action”.',
  classification:
    /*i18n*/ 'A classification stays where the one of before cannot be given: none over Defender XDR, or one that Microsoft no longer takes.',
  comments: /*i18n*/ 'Comments stay: Microsoft does not take them back.',
};

/** Why an order that changed something cannot be undone; null: it can be, was, or changed nothing. */
export function undoHindrance({ undoable, undone, items, stays }: Omit<WriteBatch, 'id' | 'startedAt' | 'undoes'>): string | null {
  const changed = items.some(({ state, taken }) => state === 'done' || taken);
  if (undoable > 0 || undone || !changed || items.some(({ state }) => isUnderWay(state))) return null;
  const why =
    stays.length > 0
      ? stays.map((fact) => i18n.t(STAYS_WORDS[fact])).join(' ')
      : i18n.t('An earlier version of Tenantry did not keep what was there before.');
  return i18n.t('Cannot be undone. {why}', { why });
}

/** An order in one line. */
export function batchWords({ items }: Pick<WriteBatch, 'items'>): string {
  const count = (of: (item: WriteItem) => boolean) => items.filter(of).length;
  const ended = count(({ state }) => !isUnderWay(state));
  const total = items.length;
  const parts = [
    i18n.t('{ended} of {total} finished', { ended, total }),
    ...some(
      count(({ state }) => state === 'done' || state === 'unchanged'),
      (n) => i18n.t('{n} done', { n }),
    ),
    ...some(
      count(({ state }) => state === 'settling'),
      (n) => i18n.t('{n} waiting for Microsoft', { n }),
    ),
    ...some(
      count(({ state }) => state === 'conflict'),
      (n) => i18n.t('{n, plural, one {# conflict} other {# conflicts}}', { n }),
    ),
    ...some(
      count(({ state }) => isFailed(state)),
      (n) => i18n.t('{n} failed', { n }),
    ),
    ...some(
      count(({ state }) => state === 'redirected'),
      (n) => i18n.t('{n} merged into others', { n }),
    ),
    ...some(
      count(({ state }) => state === 'kept'),
      (n) => i18n.t('{n} waiting to be sent', { n }),
    ),
    ...some(
      count(({ state }) => state === 'unknown'),
      (n) => i18n.t('{n} not known', { n }),
    ),
    ...some(
      count(({ state }) => state === 'cancelled'),
      (n) => i18n.t('{n} cancelled', { n }),
    ),
  ];
  return parts.join(' · ');
}

const some = (count: number, words: (count: number) => string): string[] => (count === 0 ? [] : [words(count)]);
