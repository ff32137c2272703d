import { i18n } from '@lingui/core';
import type { IncidentFilter } from '../../store/incident-filter';
import { localTime } from '../../ui/relative-time';
import { SPANS } from './filter-words';

/** The time a list is narrowed down to; null: any. */
export function timeWords(filter: Pick<IncidentFilter, 'updatedWithinHours' | 'updatedFrom' | 'updatedBefore'>): string | null {
  const { updatedWithinHours: hours, updatedFrom, updatedBefore } = filter;
  if (hours !== null) {
    const span = SPANS.find((one) => one.hours === hours);
    return span ? i18n.t(span.label) : i18n.t('Last {hours, plural, one {# hour} other {# hours}}', { hours });
  }
  if (updatedFrom !== null && updatedBefore !== null) {
    return i18n.t('{from} to {before}', { from: localTime(updatedFrom), before: localTime(updatedBefore) });
  }
  if (updatedFrom !== null) return i18n.t('From {from}', { from: localTime(updatedFrom) });
  return updatedBefore === null ? null : i18n.t('Before {before}', { before: localTime(updatedBefore) });
}
