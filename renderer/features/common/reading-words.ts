import type { PollMinutes, QuotaUse, WindowDays } from '../../../contract/sync-schedule';
import type { TenantHealth } from '../../../contract/tenant';
import { clockMinutes, clockTime, localTime, sameDay } from '../../ui/relative-time';
import { counted } from './incident-words';
import { surfaceName } from './surface-words';

/** "Every 5 minutes". */
export function paceWords(minutes: PollMinutes): string {
  if (minutes === 0) return 'Only when somebody asks';
  if (minutes < 60) return `Every ${minutes} minutes`;
  return minutes === 60 ? 'Every hour' : `Every ${minutes / 60} hours`;
}

/** "30 days". */
export function windowWords(days: WindowDays): string {
  return days === null ? 'Everything there is' : `${days} days`;
}

/** When a tenant is read by itself, or why it is not. */
export function nextReadWords({ nextReadAt, pausedSince, problem }: TenantHealth, now: number): string {
  if (pausedSince !== undefined) return `Paused since ${localTime(pausedSince)}`;
  if (nextReadAt === undefined) return 'Only when somebody asks';
  if (nextReadAt <= now) return 'Now';
  const at = sameDay(nextReadAt, now) ? clockMinutes(nextReadAt) : localTime(nextReadAt);
  return problem ? `Next try at ${at}` : `At ${at}`;
}

/** "3 of 40 calls in the last minute, 12 of 1,400 in the last hour. The next call may be made now." */
export function quotaWords({ surface, lastMinute, perMinute, lastHour, perHour, nextCallAt }: QuotaUse, now: number): string {
  const next =
    nextCallAt === null || nextCallAt <= now ? 'The next call may be made now.' : `The next call may be made at ${clockTime(nextCallAt)}.`;
  const hour = `${counted(lastHour)} of ${counted(perHour)} in the last hour`;
  return `${surfaceName(surface)}: ${lastMinute} of ${perMinute} calls in the last minute, ${hour}. ${next}`;
}
