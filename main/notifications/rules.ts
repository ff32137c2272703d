import { NOTIFIED_SEVERITIES, type NotificationRule, type NotificationSettings } from '../../contract/notifications';
import type { NewsIncident } from '../store/incident-news';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 24 * 60;

/** Whether one of the rules fits. How old an incident was when it was news decides, not how long that waited; without a time of creation it is as new as it came. */
export function isWorthTelling(news: NewsIncident, rules: readonly NotificationRule[]): boolean {
  return rules.some(
    ({ group, severity, newerThanHours }) =>
      (group === null || group.toLowerCase() === news.group.toLowerCase()) &&
      rankOf(news.severity) >= NOTIFIED_SEVERITIES.indexOf(severity) &&
      (newerThanHours === null || news.createdAt === null || news.createdAt >= news.newsAt - newerThanHours * HOUR_MS),
  );
}

/** A severity unknown here is not taken lightly. */
export function rankOf(severity: string): number {
  const rank = NOTIFIED_SEVERITIES.findIndex((one) => one === severity.toLowerCase());
  return rank === -1 ? NOTIFIED_SEVERITIES.length - 1 : rank;
}

/** When the quiet hours under way end, by this computer's clock; null: there are none now. They may go over midnight. */
export function quietUntil(quiet: NotificationSettings['quiet'], now: Date): Date | null {
  if (!quiet) return null;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const at = now.getHours() * 60 + now.getMinutes();
  const inside = from <= to ? at >= from && at < to : at >= from || at < to;
  if (!inside) return null;
  const end = new Date(now);
  end.setHours(0, at < to ? to : to + MINUTES_OF_DAY, 0, 0);
  if (end > now) return end;
  // Of an hour that comes twice, as the clock is set back, this is the second time.
  const minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(minute + (to - at) * MINUTE_MS);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
