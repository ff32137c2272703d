import { NOT_HEARD, notSent, TAKEN } from '../../../contract/audit-answers';
import { rolesFor, type Surface } from '../../../contract/permissions';
import type { IncidentChange, IncidentFacts } from '../../../contract/incident-change';
import type { Problem } from '../../../contract/problem';
import type { WriteItem } from '../../../contract/writes';
import type { AuditLog } from '../../audit/audit-log';
import type { Delay } from '../retry';
import { storeFailure } from '../store-failure';
import { conflictsOf, effectiveChange, isEmpty, shows, updateOf } from './change-rules';
import { changeDetail, noteWrite } from './write-audit';
import type { IncidentNow, WriteOrder, WriteService } from './write-lines';
import type { WriteWays } from './write-ways';

export interface WriteOneParts {
  ways: Pick<WriteWays, 'of'>;
  /** The surface an incident was read over. */
  surfaceOf(item: WriteItem): Promise<Surface>;
  service: WriteService;
  /** Keeps that a change is on its way: should its answer never be heard, it is known that it may have been taken. */
  onItsWay(item: WriteItem): Promise<void>;
  audit: Pick<AuditLog, 'note'>;
  now(): number;
  delay: Delay;
  /** Nothing is looked for any more: the profile closes. */
  closing: AbortSignal;
}

/** What is known of a change besides what people see. */
export interface WriteRun {
  item: WriteItem;
  /** It was on its way before, and what became of it is not known for sure. */
  attempted: boolean;
  /** It was said to be not known before it was ordered anew: called off, it is that again. */
  doubtful: boolean;
  /** A consent may have been given since. */
  freshToken: boolean;
  /** What was taken, and what the incident was before: for taking it back. */
  taken: { before: IncidentFacts; change: IncidentChange; surface: Surface } | null;
  signal: AbortSignal;
  /** Shows how far it is. */
  tell(patch: Partial<WriteItem>): void;
}

/** How long is waited between looking whether the service shows a change, in milliseconds: Graph settles late. */
const LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Of a change that was sent: it may have been taken. */
const UNHEARD: ReadonlySet<Problem['code']> = new Set(['unreachable', 'timeout', 'unreadable']);

/** Whether a change is on its way. */
export const wentOut = ({ item }: WriteRun): boolean => item.state === 'sending';

/** What a change is that was called off before it went out. */
export const cancelledState = ({ doubtful }: WriteRun): 'unknown' | 'cancelled' => (doubtful ? 'unknown' : 'cancelled');

type Settle = () => Promise<void>;

/**
 * Changes one incident: reads it again, compares it with what the person saw, writes down what is to be sent, sends only that, and writes down the answer.
 * Never throws; the item's state says how it ended. Out: what is left to wait for, where the service took it and does not show it yet.
 */
export async function writeOne(run: WriteRun, parts: WriteOneParts): Promise<Settle | null> {
  const { item, signal, tell } = run;
  const way = await parts.ways.of(item.tenantId, await parts.surfaceOf(item), { fresh: run.freshToken });
  if (signal.aborted) return ended(run, { state: cancelledState(run) });
  if (way.may === 'no' || way.environment === null) return refuse(run, parts, way.surface, way.missingRoles, way.appId);
  if (way.problem) return fail(run, parts, way.problem, false);
  const { surface, environment, appId } = way;
  const order: WriteOrder = { writeId: item.id, tenantId: item.tenantId, incidentId: item.incidentId, environment, surface };

  tell({ state: 'reading' });
  const read = await parts.service.readNow(order, null);
  if (signal.aborted) return ended(run, { state: cancelledState(run) });
  if (!read.ok) return fail(run, parts, read.problem, false);
  if (!read.now) return ended(run, { state: 'gone' });
  if (read.now.redirectIncidentId !== null) return ended(run, { state: 'redirected', target: read.now.redirectIncidentId });
  const theirs = read.now.facts;
  const contested = conflictsOf(item.base, theirs, item.change);
  if (contested.length > 0) {
    await noteQuietly(parts, 'incidentChangeConflict', item, {
      ...changeDetail(item.base, item.change),
      answer: notSent(contested),
    });
    return ended(run, { state: 'conflict', theirs });
  }
  const change = effectiveChange(theirs, stillToSay(run, read.now));
  if (isEmpty(change)) return ended(run, { state: 'unchanged', theirs });

  try {
    await parts.onItsWay({ ...run.item, state: 'sending' });
    await noteWrite(parts.audit, 'incidentChangeSent', item, { ...changeDetail(theirs, change), surface });
  } catch (error) {
    return ended(run, { state: 'failed', problem: storeFailure(error, parts.now()) });
  }
  tell({ state: 'sending', until: undefined });
  const answer = await parts.service.update(order, updateOf(theirs, change));
  if (!answer.ok) {
    run.attempted = true;
    if (answer.problem.code === 'rolesMissing') {
      const missing = answer.problem.missingRoles ?? rolesFor('updateIncidents', surface);
      return refuse(run, parts, surface, missing, appId, answer.problem);
    }
    // What was sent before somebody stopped it has its answer; what was not, has none.
    if (signal.aborted && answer.problem.code === 'internal') return ended(run, { state: cancelledState(run) });
    if (UNHEARD.has(answer.problem.code)) return unheard(run, parts, answer.problem);
    return fail(run, parts, answer.problem, answer.partly);
  }
  run.taken = { before: theirs, change, surface };
  await noteQuietly(parts, 'incidentChanged', item, { ...changeDetail(theirs, change), surface, answer: TAKEN });
  if (answer.now && shows(answer.now.facts, theirs, change)) return ended(run, { state: 'done', theirs: answer.now.facts });
  tell({ state: 'settling', until: undefined });
  return () => settle(run, parts, order, { before: theirs, change });
}

/** Looks until the service shows what it took. What it still says of before is not stored. */
async function settle(run: WriteRun, parts: WriteOneParts, order: WriteOrder, awaited: { before: IncidentFacts; change: IncidentChange }) {
  for (const wait of LOOKS_MS) {
    const read = await parts.service.readNow(order, awaited).catch(() => null);
    if (parts.closing.aborted) break;
    if (read?.ok && read.now && shows(read.now.facts, awaited.before, awaited.change)) {
      ended(run, { state: 'done', theirs: read.now.facts });
      return;
    }
    await parts.delay(wait, parts.closing);
    if (parts.closing.aborted) break;
  }
  ended(run, { state: 'done', unconfirmed: true });
}

/** A comment whose sending was not answered may be there already. */
function stillToSay({ item, attempted }: WriteRun, { comments }: IncidentNow): IncidentChange {
  const { comment, ...rest } = item.change;
  const there = attempted && comments.length > item.base.comments && comments.some((text) => text.trim() === comment);
  return there ? rest : item.change;
}

function ended({ tell }: WriteRun, patch: Partial<WriteItem>): null {
  tell({ until: undefined, problem: undefined, ...patch });
  return null;
}

async function refuse(
  run: WriteRun,
  parts: WriteOneParts,
  surface: Surface,
  missingRoles: readonly string[],
  appId: WriteItem['appId'] | null,
  problem?: Problem,
): Promise<null> {
  const missingRole = missingRoles.at(-1) ?? rolesFor('updateIncidents', surface)[0];
  const answer = problem?.detail ?? `Not sent: the role ${missingRole ?? ''} is missing`;
  await noteQuietly(parts, 'incidentChangeFailed', run.item, { ...changeDetail(run.item.base, run.item.change), surface, answer });
  return ended(run, { state: 'noPermission', missingRole, ...(appId ? { appId } : {}), ...(problem ? { problem } : {}) });
}

/** It went out and nothing came back: neither done nor failed. */
async function unheard(run: WriteRun, parts: WriteOneParts, problem: Problem): Promise<null> {
  await noteQuietly(parts, 'incidentChangeKept', run.item, { ...changeDetail(run.item.base, run.item.change), answer: NOT_HEARD });
  return ended(run, { state: 'unknown', problem });
}

/** A service that cannot be reached leaves the change waiting for a person; everything else is a failure. */
async function fail(run: WriteRun, parts: WriteOneParts, problem: Problem, partly: boolean): Promise<null> {
  if (run.signal.aborted && problem.code === 'internal') return ended(run, { state: cancelledState(run) });
  const kept = problem.code === 'unreachable';
  const said = problem.detail ?? problem.code;
  const answer = partly ? `Taken in part, then: ${said}` : said;
  await noteQuietly(parts, kept ? 'incidentChangeKept' : 'incidentChangeFailed', run.item, {
    ...changeDetail(run.item.base, run.item.change),
    answer,
  });
  return ended(run, { state: kept ? 'kept' : 'failed', problem, ...(partly ? { partly } : {}) });
}

/** What has happened already is told also where it could not be written down. */
async function noteQuietly(
  parts: WriteOneParts,
  ...[action, item, detail]: [Parameters<typeof noteWrite>[1], WriteItem, Parameters<typeof noteWrite>[3]]
) {
  await noteWrite(parts.audit, action, item, detail).catch(() => undefined);
}
