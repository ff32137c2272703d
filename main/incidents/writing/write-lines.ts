import type { IncidentChange, IncidentFacts } from '../../../contract/incident-change';
import type { IncidentKey, Instant } from '../../../contract/ids';
import type { Surface } from '../../../contract/permissions';
import type { Problem, ProblemCode } from '../../../contract/problem';
import type { SyncActivity } from '../../../contract/sync';
import type { CloudEnvironment } from '../../cloud/environment';
import type { IncidentUpdate } from './change-rules';

/** Which incident, and how it is reached. */
export interface WriteOrder extends IncidentKey {
  writeId: string;
  environment: CloudEnvironment;
  surface: Surface;
}

/** An incident as the service says it is now. */
export interface IncidentNow {
  facts: IncidentFacts;
  redirectIncidentId: string | null;
  /** Texts of its comments. */
  comments: string[];
}

/** A change that was taken and is waited for. */
export interface Awaited {
  before: IncidentFacts;
  change: IncidentChange;
}

export type ReadNow = { ok: true; now: IncidentNow | null } | { ok: false; problem: Problem };

/**
 * `now`: from the answer, where it held the incident. `partly`: some of it was taken before the rest failed. `outdated`: nothing was sent, as too long went
 * by since it was compared; the problem says what held it back.
 */
export type UpdateAnswer = { ok: true; now: IncidentNow | null } | { ok: false; problem: Problem; partly: boolean; outdated?: boolean };

/** Of a change that was sent: it may have been taken. */
export const UNHEARD: ReadonlySet<ProblemCode> = new Set(['unreachable', 'timeout', 'unreadable']);

/** Served by the process that reads incidents, which keeps the budgets. */
export interface WriteService {
  /**
   * Reads one incident and stores it; null: the service has none. With a change that is awaited it is stored only when it shows it: what is older is not
   * the truth.
   */
  readNow(order: WriteOrder, awaited: Awaited | null): Promise<ReadNow>;
  /**
   * Sends a change, and stores the incident where the answer holds all of it. Where no try was answered but one may have been taken, that one's problem is
   * said. Held back since it was compared, by limits or a computer that slept, it would write over what somebody did meanwhile: it is not sent then.
   */
  update(order: WriteOrder, update: IncidentUpdate, comparedAt: Instant): Promise<UpdateAnswer>;
  /** Ends what has not been sent yet. */
  endWrite(writeId: string): Promise<void>;
}

/** Served by main. */
export interface WriteHost {
  /** What a read or a change is waiting for. */
  writeActivity(writeId: string, activity: SyncActivity): Promise<void>;
}
