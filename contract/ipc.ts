import { z } from 'zod';
import { consentChanged } from './consent';
import { huntingChanged, huntingExported } from './hunting';
import { exportProgress } from './export';
import { tenantId } from './ids';
import { noticeTarget } from './notifications';
import { syncProgress } from './sync';
import { appCalls } from './calls/app';
import { consentCalls } from './calls/consent';
import { huntingCalls } from './calls/hunting';
import { incidentViewCalls } from './calls/incident-view';
import { huntingLibraryCalls } from './calls/hunting-library';
import { exportCalls } from './calls/export';
import { incidentsCalls } from './calls/incidents';
import { overviewCalls } from './calls/overview';
import { notificationCalls } from './calls/notifications';
import { partnerAppCalls } from './calls/partner-app';
import { proxyCalls } from './calls/proxy';
import { storeCalls } from './calls/store';
import { syncCalls } from './calls/sync';
import { tenantsCalls } from './calls/tenants';
import { tokensCalls } from './calls/tokens';
import { writesCalls } from './calls/writes';

/**
 * Every call the page can make, declared once. Main's handlers, preload's functions, the page's client
 * and the tests are types derived from this value: a missing or extra handler does not compile.
 */
export const calls = {
  ...appCalls,
  ...partnerAppCalls,
  ...tenantsCalls,
  ...consentCalls,
  ...tokensCalls,
  ...incidentsCalls,
  ...incidentViewCalls,
  ...overviewCalls,
  ...exportCalls,
  ...syncCalls,
  ...storeCalls,
  ...huntingCalls,
  ...writesCalls,
  ...huntingLibraryCalls,
  ...proxyCalls,
  ...notificationCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = z.infer<Calls[N]['input']>;
export type Output<N extends CallName> = z.infer<Calls[N]['output']>;
/** Codes a call may answer with, besides `internal` and `badInput`. */
export type ErrorOf<N extends CallName> = Calls[N]['errors'][number] | 'internal' | 'badInput';

/** What main tells the page unasked. The page answers by asking again for what it shows. */
export const events = {
  /** Profile, partner app, secret storage, global problem or theme changed. */
  'status.changed': z.null(),
  /** Tenants or their health changed. */
  'tenants.changed': z.null(),
  /** Stored incidents of these tenants, or what is known of their reading, changed; null: it may be of any. */
  'incidents.changed': z.object({ tenantIds: z.array(tenantId).nullable() }),
  'sync.progress': syncProgress,
  /** Changes of incidents came, went, or got on. */
  'writes.changed': z.null(),
  'export.progress': exportProgress,
  /** Somebody clicked a notification, or the tray icon: this is to be shown. */
  'notice.open': noticeTarget,
  /** Notifications were shown, or their settings changed. */
  'notifications.changed': z.null(),
  /** Something happened about a tenant's consent. */
  'consent.changed': consentChanged,
  /** A run got on: ask for it again, and for the rows on screen. At most four times a second. */
  'hunting.changed': huntingChanged,
  /** How far an export is. */
  'hunting.exporting': huntingExported,
  /** The run of a scheduled query began or ended. */
  'hunting.schedulesChanged': z.null(),
  /** A run that ended stands in the history now. */
  'hunting.runNoted': z.null(),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.infer<Events[N]>;
