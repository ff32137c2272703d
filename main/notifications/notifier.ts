import { i18n } from '@lingui/core';
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../contract/ids';
import {
  DEFAULT_NOTIFICATIONS,
  type NotificationSettings,
  type NotificationState,
  notificationSettings,
  type ToldNotice,
} from '../../contract/notifications';
import type { Log } from '../log/log';
import type { NewsIncident, NewsPage, NewsPlace, NewsPort } from '../store/incident-news';
import type { StorePort } from '../store/store-port';
import { readKept } from '../utility/read-kept';
import type { DesktopPort } from './desktop-port';
import { type FoundRows, foundNotices, joined, rowsOfEarlierStart, stillListed } from './found-rows';
import { type Notice, noticesOf } from './notices';
import { isWorthTelling, quietUntil } from './rules';

export interface NotifierParts {
  store: NewsPort & Pick<StorePort, 'listTenants' | 'readSetting' | 'saveSetting'>;
  log: Pick<Log, 'warn'>;
  desktop: DesktopPort;
  /** Tenants whose last read failed. */
  failing(): Promise<number>;
  now(): Instant;
  /** Resolves after the time, or at once when aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  onFailure(error: unknown): void;
  onTold(): void;
}

/** News of several tenants that are read together is told together. */
const GATHER_MS = 3_000;
/** A storm comes as one notification each half minute. */
const BETWEEN_MS = 30_000;
/** A page may be stored a little after the time its rows bear. */
const LATE_MS = 5 * 60_000;
const KEPT = 20;

/**
 * Tells this computer's desktop of new incidents, by rule, each once in each state, over restarts as well. In quiet hours nothing is told, and what came
 * then is told together when they end. Only what came since notifications were first on is news.
 */
export class Notifier {
  #settings: NotificationSettings = DEFAULT_NOTIFICATIONS;
  /** Up to when all news was judged; null: never. */
  #judgedUntil: Instant | null = null;
  /** When notifications were switched on, in this start of the app; what came before is not late. */
  #onSince: Instant = 0;
  #told: ToldNotice[] = [];
  #shownAt = 0;
  #waiting: AbortController | null = null;
  /** Waits for the end of the quiet hours. */
  #quiet: AbortController | null = null;
  /** New rows of scheduled queries, not told yet: of each the last run. Kept over restarts. */
  #found: readonly FoundRows[] = [];
  #checking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly parts: NotifierParts) {}

  /** Before anything else. What is not there, or not readable, is as by default. */
  async load(): Promise<void> {
    const { store, log, now } = this.parts;
    const [saved, until, found] = await Promise.all([
      store.readSetting('notifications'),
      store.readSetting('notified_until'),
      store.readSetting('found_rows'),
    ]);
    this.#settings = readKept({ name: 'notifications', text: saved, log }, notificationSettings) ?? this.#settings;
    this.#found = rowsOfEarlierStart(found);
    this.#judgedUntil = until === null || !Number.isFinite(Number(until)) ? null : Number(until);
    if (this.#judgedUntil === null) await this.#judged(now());
  }

  state(): NotificationState {
    return { settings: this.#settings, support: this.parts.desktop.support(), told: this.#told };
  }

  async save(settings: NotificationSettings): Promise<void> {
    // What came while they were off is not told afterwards.
    if (settings.enabled && !this.#settings.enabled) {
      this.#onSince = this.parts.now();
      await this.#judged(this.#onSince);
    }
    this.#settings = settings;
    await this.parts.store.saveSetting('notifications', JSON.stringify(settings));
    this.soon();
  }

  /** Shows one to see what it looks like. */
  try(): void {
    this.#show([{ title: i18n.t('Tenantry'), body: i18n.t('This is what a notification looks like.'), opens: { kind: 'incidents' } }]);
  }

  /** A scheduled query found new rows, or began to fail: told like incidents, and never while notifications are off. */
  async found(rows: FoundRows): Promise<void> {
    if (!this.#settings.enabled) return;
    await this.#keep(joined(this.#found, rows));
    this.soon();
  }

  /** Something was read or looked at. */
  soon(): void {
    if (this.#waiting || this.#stopped) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    // A clock that was set back would hold everything back until it is where it was.
    const since = Math.max(0, this.parts.now() - this.#shownAt);
    const pause = Math.max(GATHER_MS, BETWEEN_MS - since);
    void this.#later(pause, waiting, () => {
      this.#waiting = null;
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting?.abort();
    this.#quiet?.abort();
    this.parts.desktop.clear();
  }

  /** Tells what is to be told now, and marks icon and badge. One check at a time. */
  check(): Promise<void> {
    this.#checking = this.#checking.then(() => this.#check()).catch((error: unknown) => this.parts.onFailure(error));
    return this.#checking;
  }

  async #later(pause: number, waiting: AbortController, over: () => void): Promise<void> {
    await this.parts.wait(pause, waiting.signal);
    over();
    if (!this.#stopped) await this.check();
  }

  async #check(): Promise<void> {
    const { store, desktop, failing, now } = this.parts;
    const [newOpen, failed] = await Promise.all([store.countNewOpen(), failing()]);
    if (this.#stopped) return;
    await this.#forgetRemoved();
    desktop.mark({ newOpen, failing: failed });
    const { enabled, quiet, rules, showNames } = this.#settings;
    if (!enabled) return this.#keep([]);
    const at = now();
    const quietEnd = quietUntil(quiet, new Date(at));
    this.#quiet?.abort();
    if (quietEnd) {
      this.#checkAfter(quietEnd.getTime() - at);
      return;
    }
    const wanted: NewsIncident[] = [];
    const since = Math.max(Math.min(this.#judgedUntil ?? at, at) - LATE_MS, Math.min(this.#onSince, at));
    let place: NewsPlace | null = null;
    do {
      const { news, next }: NewsPage = await store.untoldNews(since, place);
      const fitting = news.filter((one) => isWorthTelling(one, rules));
      // Noted first: told twice is worse than a notification that a crash swallows, since the queue marks it as new as well.
      if (fitting.length > 0) await store.noteTold(fitting.map(keyOf), at);
      wanted.push(...fitting);
      place = next;
    } while (place && !this.#stopped);
    await this.#judged(at);
    if (this.#stopped) return;
    await this.#forgetRemoved();
    const found = this.#found;
    await this.#keep([]);
    this.#show([...noticesOf(wanted, { showNames }), ...foundNotices(found)]);
  }

  #checkAfter(pause: number): void {
    const quiet = new AbortController();
    this.#quiet = quiet;
    void this.parts.wait(pause, quiet.signal).then(() => (quiet.signal.aborted || this.#stopped ? undefined : this.check()));
  }

  #show(notices: readonly Notice[]): void {
    if (notices.length === 0) return;
    const at = this.parts.now();
    this.#shownAt = at;
    for (const notice of notices) this.parts.desktop.show(notice);
    this.#told = [...notices.map((notice) => ({ at, ...notice })), ...this.#told].slice(0, KEPT);
    this.parts.onTold();
  }

  /** What is to be told of scheduled queries, from now on. */
  async #keep(found: readonly FoundRows[]): Promise<void> {
    if (found.length === 0 && this.#found.length === 0) return;
    this.#found = found;
    await this.parts.store.saveSetting('found_rows', JSON.stringify(found));
  }

  /** Names of customers that left the list are not told, nor kept. */
  async #forgetRemoved(): Promise<void> {
    if (this.#found.length === 0) return;
    const listed = await this.parts.store.listTenants();
    const left = stillListed(this.#found, listed);
    if (!isDeepStrictEqual(left, this.#found)) await this.#keep(left);
  }

  async #judged(until: Instant): Promise<void> {
    this.#judgedUntil = until;
    await this.parts.store.saveSetting('notified_until', String(until));
  }
}

function keyOf({ tenantId, incidentId, state }: NewsIncident) {
  return { tenantId, incidentId, state };
}
