import { i18n } from '@lingui/core';
import type { PollMinutes, QuotaUse, WindowDays } from '../../../contract/sync-schedule';
import type { TenantHealth } from '../../../contract/tenant';
import { clockMinutes, clockTime, localTime, sameDay } from '../../ui/relative-time';
import { surfaceName } from './surface-words';

/** "Every 5 minutes". */
export function paceWords(minutes: PollMinutes): string {
  if (minutes === 0) return i18n.t('Only when somebody asks');
  if (minutes < 60) return i18n.t('Every {minutes} minutes', { minutes });
  return minutes === 60 ? i18n.t('Every hour') : i18n.t('Every {value} hours', { value: minutes / 60 });
}

/** "30 days". */
export function windowWords(days: WindowDays): string {
  return days === null ? i18n.t('Everything there is') : i18n.t('{days, plural, one {# day} other {# days}}', { days });
}

/** When a tenant is read by itself, or why it is not. */
export function nextReadWords({ nextReadAt, pausedSince, problem }: TenantHealth, now: number): string {
  if (pausedSince !== undefined) return i18n.t('Paused since {time}', { time: localTime(pausedSince) });
  if (nextReadAt === undefined) return i18n.t('Only when somebody asks');
  if (nextReadAt <= now) return problem ? i18n.t('Will be read again now') : i18n.t('Now');
  const at = sameDay(nextReadAt, now) ? clockMinutes(nextReadAt) : localTime(nextReadAt);
  return problem ? i18n.t('Next try at {at}', { at }) : i18n.t('At {at}', { at });
}

/** "3 of 40 calls in the last minute, 12 of 1,400 in the last hour. The next call may be made now." */
export function quotaWords({ surface, lastMinute, perMinute, lastHour, perHour, nextCallAt }: QuotaUse, now: number): string {
  const next =
    nextCallAt === null || nextCallAt <= now
      ? i18n.t('The next call may be made now.')
      : i18n.t('The next call may be made at {time}.', { time: clockTime(nextCallAt) });
  return i18n.t(
    '{surface}: {lastMinute, number} of {perMinute, number} calls in the last minute, {lastHour, number} of {perHour, number} in the last hour. {next}',
    {
      surface: surfaceName(surface),
      lastMinute,
      perMinute,
      lastHour,
      perHour,
      next,
    },
  );
}
