import { COMMENT_BEGINNING, type IncidentHistory } from '../../contract/incident-history';
import type { StoredHistory } from '../store/incident-view-port';
import type { IncidentContent } from './provider';

type StoredChange = StoredHistory['changes'][number];
type ToldContent = Pick<IncidentContent, 'comments' | 'alerts'>;

/** Whether any of the changes is told with what the incident holds: comments stay, so what came is among those there are now, and is kept once. */
export function asksForContent({ changes }: StoredHistory): boolean {
  return changes.some((change) => change.comments !== null || alertsAdded(change) > 0);
}

/** The history with texts of comments and titles of alerts. @param content the incident as it is stored now; null: not to be had */
export function toldHistory({ firstSeenAt, changes }: StoredHistory, content: ToldContent | null): IncidentHistory {
  const comments = byTime(content?.comments ?? []);
  const told = changes.map((change): IncidentHistory['changes'][number] => {
    const { beforeAt: _beforeAt, comments: counts, ...rest } = change;
    const added = counts === null ? [] : comments.slice(counts.before, Math.max(counts.before, counts.after));
    return {
      ...rest,
      comments: counts && { ...counts, added: added.map(({ text, by }) => ({ text: beginning(text), by })) },
      newAlerts: newAlerts(change, content?.alerts ?? []),
    };
  });
  return { firstSeenAt, changes: told };
}

/** The oldest first; without times of all of them as they came. */
function byTime(comments: ToldContent['comments']): ToldContent['comments'] {
  return comments.every(({ at }) => at !== null) ? comments.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)) : comments;
}

/** Cut between letters, also where one is two code units. */
function beginning(text: string): string {
  const letters = Array.from(text.slice(0, 2 * COMMENT_BEGINNING + 2));
  return letters.length <= COMMENT_BEGINNING ? text : `${letters.slice(0, COMMENT_BEGINNING).join('').trimEnd()}…`;
}

function alertsAdded({ fields }: StoredChange): number {
  const count = fields.find(({ field }) => field === 'alertCount');
  return count ? Number(count.after) - Number(count.before) : 0;
}

/**
 * Titles of alerts made after the state before and not after this one. Those that joined the incident later than they were made are not among them; where
 * there are more than came, it is not known which.
 */
function newAlerts(change: StoredChange, alerts: ToldContent['alerts']): string[] {
  const { beforeAt, updatedAt } = change;
  const added = alertsAdded(change);
  if (added <= 0 || beforeAt === null || updatedAt === null) return [];
  const made = alerts.filter(({ createdAt }) => createdAt !== null && createdAt > beforeAt && createdAt <= updatedAt);
  return made.length > added ? [] : made.map(({ title }) => title);
}
