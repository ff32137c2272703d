import {
  CALLED_OFF,
  CALLED_OFF_IN_PART,
  FOUND,
  MERGED,
  NOT_HEARD,
  NOT_THERE,
  REST_NOT_HEARD,
  notSent,
  SO_ALREADY,
  TAKEN,
} from '../../../contract/audit-answers';
import { rolesFor, type Surface } from '../../../contract/permissions';
import type { IncidentChange, IncidentFacts, SeenFacts } from '../../../contract/incident-change';
import type { Problem } from '../../../contract/problem';
import type { TakenChange, WriteItem } from '../../../contract/writes';
import type { AuditLog } from '../../audit/audit-log';
import type { Delay } from '../retry';
import { storeFailure } from '../store-failure';
import { conflictsOf, effectiveChange, isEmpty, shows, updateOf } from './change-rules';
import { together, withOwn } from './own-changes';
import { changeDetail, noteWrite } from './write-audit';
import { type IncidentNow, UNHEARD, type WriteOrder, type WriteService } from './write-lines';
import type { WriteWays } from './write-ways';

export interface WriteOneParts {
  ways: Pick<WriteWays, 'of'>;
  /** The surface an incident was read over. */
  surfaceOf(item: WriteItem): Promise<Surface>;
  service: WriteService;
  /** What this desk had taken of the incident since it was seen, in its order. */
  ownSince(item: WriteItem): TakenChange[];
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
  /** It was said to be not known before it was ordered anew: called off, it is that again. */
  doubtful: boolean;
  /** A consent may have been given since. */
  freshToken: boolean;
  signal: AbortSignal;
  /** Shows how far it is. */
  tell(patch: Partial<WriteItem>): void;
}

/** How long is waited between looking whether the service shows a change, in milliseconds: Graph settles late. */
const LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Of a change that was called off: it had not gone out, or was turned away. */
const WAITED: ReadonlySet<Problem['code']> = new Set(['internal', 'throttled']);

/** Whether a change is on its way. */
export const wentOut = ({ item }: WriteRun): boolean => item.state === 'sending';

/** What a change is that was called off before it went out. */
export const cancelledState = ({ doubtful }: WriteRun): 'unknown' | 'cancelled' => (doubtful ? 'unknown' : 'cancelled');

type Settle = () => Promise<void>;

/** How often a change is compared again that is held back ever anew. */
const MOST_ROUNDS = 4;

/** One way to one incident. */
interface Trip {
  order: WriteOrder;
  appId: WriteItem['appId'] | null;
  /** What was written down as to be sent, and was held back until it had to be compared again. */
  noted: string | null;
}

/**
 * Changes one incident: reads it again, compares it with what the person saw, writes down what is to be sent, sends only that, and writes down the answer.
 * Never throws; the item's state says how it ended. Out: what is left to wait for, where the service took it and does not show it yet.
 */
export async function writeOne(run: WriteRun, parts: WriteOneParts): Promise<Settle | null> {
  const { item, signal } = run;
  // Only Graph takes a classification off.
  const graphOnly = item.change.verdict === null;
  const way = await parts.ways.of(item.tenantId, graphOnly ? 'graph' : await parts.surfaceOf(item), { fresh: run.freshToken });
  if (signal.aborted) return ended(run, { state: cancelledState(run) });
  if (way.may === 'no' || way.environment === null) return refuse(run, parts, way.surface, way.missingRoles, way.appId);
  if (way.problem) return fail(run, parts, way.problem);
  const { surface, environment, appId } = way;
  if (graphOnly && surface !== 'graph') return refuse(run, parts, 'graph', rolesFor('updateIncidents', 'graph'), appId);
  const order: WriteOrder = { writeId: item.id, tenantId: item.tenantId, incidentId: item.incidentId, environment, surface };
  const trip: Trip = { order, appId, noted: null };
  for (let round = 1; ; round += 1) {
    const end = await compareAndSend(run, parts, trip, { last: round === MOST_ROUNDS });
    if (end !== 'outdated') return end;
  }
}

/** `outdated`: it was held back so long that what it was compared with may be so no more, and nothing was sent. */
async function compareAndSend(
  run: WriteRun,
  parts: WriteOneParts,
  trip: Trip,
  { last }: { last: boolean },
): Promise<Settle | null | 'outdated'> {
  const { item, signal, tell } = run;
  const { order, appId } = trip;
  const { surface } = order;
  tell({ state: 'reading', until: undefined });
  const read = await parts.service.readNow(order, null);
  const comparedAt = parts.now();
  /** Ends it without sending; the trail says so where it says already that it was to be sent. */
  const unsent = async (patch: Partial<WriteItem>, answer: string): Promise<null> => {
    if (trip.noted !== null)
      await noteQuietly(parts, 'incidentChangeFailed', item, { ...changeDetail(patch.theirs ?? item.base, item.change), surface, answer });
    return ended(run, patch);
  };
  if (signal.aborted) return unsent({ state: cancelledState(run) }, CALLED_OFF);
  if (!read.ok) return fail(run, parts, read.problem);
  if (!read.now) return unsent({ state: 'gone' }, NOT_THERE);
  if (read.now.redirectIncidentId !== null) return unsent({ state: 'redirected', target: read.now.redirectIncidentId }, MERGED);
  const theirs = read.now.facts;
  const base = withOwn(item.base, parts.ownSince(item));
  const contested = conflictsOf(base, theirs, item.change);
  if (contested.length > 0) {
    await noteQuietly(parts, 'incidentChangeConflict', item, { ...changeDetail(base, item.change), answer: notSent(contested) });
    return ended(run, { state: 'conflict', theirs, base, seenAt: parts.now() });
  }
  const change = effectiveChange(theirs, stillToSay(item, read.now));
  if (isEmpty(change)) {
    if (item.saidBefore === undefined) return unsent({ state: 'unchanged', theirs }, SO_ALREADY);
    await noteQuietly(parts, 'incidentChanged', item, { ...changeDetail(base, item.change), surface, answer: FOUND });
    return ended(run, { state: 'unchanged', theirs });
  }

  const saidBefore = item.saidBefore ?? sayings(read.now, change.comment);
  const detail = { ...changeDetail(theirs, change), surface };
  const line = JSON.stringify(detail);
  try {
    await parts.onItsWay({ ...run.item, state: 'sending', saidBefore });
    if (trip.noted !== line) await noteWrite(parts.audit, 'incidentChangeSent', item, detail);
    trip.noted = line;
  } catch (error) {
    return ended(run, { state: 'failed', problem: storeFailure(error, parts.now()) });
  }
  tell({ state: 'sending', until: undefined, saidBefore });
  const answer = await parts.service.update(order, updateOf(theirs, change), comparedAt);
  const takenOf = (sent: IncidentChange) => together(item.taken, { before: theirs, change: sent, surface, at: parts.now() });
  if (!answer.ok) {
    if (answer.outdated && !last && !signal.aborted) {
      tell({ saidBefore: item.saidBefore });
      return 'outdated';
    }
    const { comment: _comment, ...fields } = change;
    if (answer.partly) tell({ taken: takenOf(fields) });
    else if (!UNHEARD.has(answer.problem.code) && answer.problem.code !== 'serviceError') tell({ saidBefore: item.saidBefore });
    if (answer.problem.code === 'rolesMissing') {
      const missing = answer.problem.missingRoles ?? rolesFor('updateIncidents', surface);
      return refuse(run, parts, surface, missing, appId, { seen: theirs, problem: answer.problem });
    }
    // What was sent before somebody stopped it has its answer; what waited for its turn, or for the service's limits, did nothing.
    if (signal.aborted && WAITED.has(answer.problem.code)) {
      await noteQuietly(parts, 'incidentChangeFailed', item, { ...detail, answer: answer.partly ? CALLED_OFF_IN_PART : CALLED_OFF });
      return ended(run, { state: cancelledState(run) });
    }
    if (UNHEARD.has(answer.problem.code)) return unheard(run, parts, answer.problem, theirs);
    return fail(run, parts, answer.problem, theirs);
  }
  tell({ taken: takenOf(change) });
  await noteQuietly(parts, 'incidentChanged', item, { ...detail, answer: TAKEN });
  if (answer.now && shows(answer.now.facts, theirs, change)) return ended(run, { state: 'done', theirs: answer.now.facts });
  tell({ state: 'settling', until: undefined });
  return () => settle(run, parts, order, { before: theirs, change });
}

/** Looks until the service shows what it took. What it still says of before is not stored. */
async function settle(run: WriteRun, parts: WriteOneParts, order: WriteOrder, awaited: { before: IncidentFacts; change: IncidentChange }) {
  const shown = () => (run.item.taken ? { taken: { ...run.item.taken, at: parts.now() } } : {});
  for (const wait of LOOKS_MS) {
    const read = await parts.service.readNow(order, awaited).catch(() => null);
    if (parts.closing.aborted) break;
    if (read?.ok && read.now && shows(read.now.facts, awaited.before, awaited.change)) {
      ended(run, { state: 'done', theirs: read.now.facts, ...shown() });
      return;
    }
    await parts.delay(wait, parts.closing);
    if (parts.closing.aborted) break;
  }
  ended(run, { state: 'done', unconfirmed: true, ...shown() });
}

/** How many comments say the same. */
const sayings = ({ comments }: IncidentNow, comment: string | undefined): number =>
  comments.filter((text) => text.trim() === comment).length;

/** A comment whose sending was not answered may be there already: once more than before it went out. */
function stillToSay({ change, saidBefore }: WriteItem, now: IncidentNow): IncidentChange {
  const { comment, ...rest } = change;
  return saidBefore !== undefined && sayings(now, comment) > saidBefore ? rest : change;
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
  { seen = run.item.base, problem }: { seen?: SeenFacts; problem?: Problem } = {},
): Promise<null> {
  const missingRole = missingRoles.at(-1) ?? rolesFor('updateIncidents', surface)[0];
  const answer = problem?.detail ?? `Not sent: the role ${missingRole ?? ''} is missing`;
  await noteQuietly(parts, 'incidentChangeFailed', run.item, { ...changeDetail(seen, run.item.change), surface, answer });
  return ended(run, { state: 'noPermission', missingRole, ...(appId ? { appId } : {}), ...(problem ? { problem } : {}) });
}

/** It went out and nothing came back: neither done nor failed. */
async function unheard(run: WriteRun, parts: WriteOneParts, problem: Problem, theirs: IncidentFacts): Promise<null> {
  await noteQuietly(parts, 'incidentChangeKept', run.item, {
    ...changeDetail(theirs, run.item.change),
    answer: run.item.taken ? REST_NOT_HEARD : NOT_HEARD,
  });
  return ended(run, { state: 'unknown', problem, theirs });
}

/** A service that cannot be reached leaves the change waiting for a person; everything else is a failure. */
async function fail(run: WriteRun, parts: WriteOneParts, problem: Problem, seen: SeenFacts = run.item.base): Promise<null> {
  const kept = problem.code === 'unreachable';
  const said = problem.detail ?? problem.code;
  const answer = run.item.taken ? `Taken in part, then: ${said}` : said;
  await noteQuietly(parts, kept ? 'incidentChangeKept' : 'incidentChangeFailed', run.item, {
    ...changeDetail(seen, run.item.change),
    answer,
  });
  return ended(run, { state: kept ? 'kept' : 'failed', problem });
}

/** What has happened already is told also where it could not be written down. */
async function noteQuietly(
  parts: WriteOneParts,
  ...[action, item, detail]: [Parameters<typeof noteWrite>[1], WriteItem, Parameters<typeof noteWrite>[3]]
) {
  await noteWrite(parts.audit, action, item, detail).catch(() => undefined);
}
