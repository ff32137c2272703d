import { i18n } from '@lingui/core';
import type { Instant } from '../../../contract/ids';
import type { IncidentFilter } from '../../store/incident-filter';
import { utcDay } from '../../ui/day-words';
import { localTime } from '../../ui/relative-time';
import { SPANS } from './filter-words';

/** The time of the last update a list is narrowed down to, moments in the chosen zone or as is said; null: any. */
export function timeWords(
  filter: Pick<IncidentFilter, 'updatedWithinHours' | 'updatedFrom' | 'updatedBefore'>,
  moment = localTime,
): string | null {
  const { updatedWithinHours: hours, updatedFrom, updatedBefore } = filter;
  if (hours !== null) {
    const span = SPANS.find((one) => one.hours === hours);
    return span ? i18n.t(span.label) : i18n.t('Last {hours, plural, one {# hour} other {# hours}}', { hours });
  }
  return spanWords(updatedFrom, updatedBefore, moment);
}

/** From one moment until before another; null: any time. */
export function spanWords(from: Instant | null, before: Instant | null, moment = localTime): string | null {
  if (from !== null && before !== null) return i18n.t('{from} to {before}', { from: moment(from), before: moment(before) });
  if (from !== null) return i18n.t('From {from}', { from: moment(from) });
  return before === null ? null : i18n.t('Before {before}', { before: moment(before) });
}

const DAY_MS = 86_400_000;

/** The moment at which incidents are to have been open: the end of a day of UTC, as the overview draws it, or any other. */
export function openAtWords(at: Instant, moment = localTime): string {
  return at % DAY_MS === 0 ? i18n.t('{day}, at its end (UTC)', { day: utcDay(at - DAY_MS, true) }) : moment(at);
}
