import type { HuntingReason, HuntingReasonCode } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { HuntingRunState, TenantEnd } from './hunting-run';
import type { TimeBounds } from './kql/insertions';
import { planSplit, type SplitPlan } from './kql/split-plan';
import { MergeRefusal, PartMerge } from './part-merge';
import { DAY_MS, HOUR_MS, partsOf } from './parts';
import { partQuery, wholeQuery } from './queries';
import { isGlobal, type PartEnd, type PartSink, type TenantHunt } from './tenant-hunt';

/** The most rows an answer has: as many means that there may be more. */
export const ROW_LIMIT = 100_000;

/** Smaller questions may be answered where this one was not. */
const TOO_MUCH: ReadonlySet<HuntingReasonCode> = new Set(['rowLimit', 'tooLarge', 'timeout', 'tooHeavy']);
/** Every other part would meet the same. */
const SAME_FOR_ALL: ReadonlySet<HuntingReasonCode> = new Set([
  'syntax',
  'semantic',
  'missingTable',
  'cpuQuota',
  'throttled',
  'queryTooBig',
  'rangeNotAddable',
  'notKept',
  'notSplittable',
]);

interface Part {
  bounds: TimeBounds;
  plan: SplitPlan;
  partMs: number;
}

/** Runs the query of a run in one tenant: whole, in parts of its time, or whole first and in ever smaller parts where that shows a limit. */
export class HuntInTenant {
  readonly #tenant: number;
  #parts = 0;

  constructor(
    private readonly run: HuntingRunState,
    private readonly tenantId: TenantId,
    private readonly hunt: TenantHunt,
    private readonly now: () => number,
  ) {
    this.#tenant = run.indexOf(tenantId);
  }

  async toEnd(): Promise<TenantEnd> {
    const { split, query } = this.run.order;
    if (split === 'none') return this.#whole();
    if (split !== 'auto') {
      const partMs = split === 'day' ? DAY_MS : HOUR_MS;
      const answer = planSplit(query, partMs);
      return answer.ok ? this.#inParts(answer.plan, partMs) : { state: 'failed', reason: { code: 'notSplittable', detail: answer.why } };
    }
    const end = await this.#whole();
    if (!end.reason || !TOO_MUCH.has(end.reason.code) || this.#aborted()) return end;
    const answer = planSplit(query, DAY_MS);
    if (!answer.ok) return { ...end, reason: { detail: answer.why, ...end.reason } };
    this.run.table.remove(this.#tenant);
    return this.#inParts(answer.plan, DAY_MS);
  }

  async #whole(): Promise<TenantEnd> {
    const { order, table } = this.run;
    const part = this.#nextPart();
    const sink = { take: table.writer(this.#tenant, part), discard: () => table.remove(this.#tenant, part) };
    const end = await this.hunt.ask({ range: order.range, queryFor: (provider) => wholeQuery(order, provider) }, sink);
    if (!end.ok) return { state: 'failed', reason: end.reason };
    this.#note(1, 1);
    return end.rows >= ROW_LIMIT ? { state: 'partial', reason: { code: 'rowLimit' } } : { state: 'done', reason: null };
  }

  async #inParts(plan: SplitPlan, partMs: number): Promise<TenantEnd> {
    const { order } = this.run;
    const merge = plan.merge.kind === 'rows' ? null : new PartMerge(plan.merge);
    const bounds = partsOf({ range: order.range, partMs, looksBackMs: plan.looksBackMs, now: this.now() });
    const waiting: Part[] = bounds.map((one) => ({ bounds: one, plan, partMs }));
    let [done, of] = [0, waiting.length];
    let first: HuntingReason | null = null;
    for (let part = waiting.shift(); part && !this.#aborted(); part = waiting.shift()) {
      this.#note(done, of);
      const smaller = order.split === 'auto' ? this.#smaller(part) : null;
      const end = await this.#ask(part, merge, smaller !== null);
      const limited: HuntingReason | null = !end.ok ? end.reason : end.rows >= ROW_LIMIT ? { code: 'rowLimit' } : null;
      if (limited && smaller && TOO_MUCH.has(limited.code)) {
        waiting.unshift(...smaller);
        of += smaller.length - 1;
        continue;
      }
      first ??= limited;
      if (end.ok) done += 1;
      else if (SAME_FOR_ALL.has(end.reason.code) || isGlobal(end.reason) || end.reason.code === 'problem') break;
    }
    this.#note(done, of);
    this.#keepMerged(merge);
    if (first === null && done === of) return { state: 'done', reason: null };
    if (done === 0) return { state: 'failed', reason: first ?? { code: 'someParts' } };
    return { state: 'partial', reason: first && done === of ? first : { ...first, code: 'someParts' } };
  }

  /** @param drops its rows are not kept where they are as many as an answer has: it is asked again in smaller parts */
  async #ask({ bounds, plan }: Part, merge: PartMerge | null, drops: boolean): Promise<PartEnd> {
    const { order, table } = this.run;
    const part = this.#nextPart();
    const sink: PartSink = merge
      ? { take: (columns, rows) => merge.take(columns, rows), discard: () => merge.discard() }
      : { take: table.writer(this.#tenant, part), discard: () => table.remove(this.#tenant, part) };
    const end = await this.hunt.ask({ range: order.range, queryFor: (provider) => partQuery(order, plan, bounds, provider) }, sink);
    if (!end.ok) return end;
    if (drops && end.rows >= ROW_LIMIT) {
      sink.discard();
      return end;
    }
    try {
      merge?.keep();
      return end;
    } catch (error) {
      if (!(error instanceof MergeRefusal)) throw error;
      return { ok: false, reason: { code: 'notSplittable', detail: error.message } };
    }
  }

  /** A day in hours, where its answers are put together in the same way. */
  #smaller({ bounds, plan, partMs }: Part): Part[] | null {
    const { order } = this.run;
    if (partMs <= HOUR_MS) return null;
    const answer = planSplit(order.query, HOUR_MS);
    if (!answer.ok || JSON.stringify(answer.plan.merge) !== JSON.stringify(plan.merge)) return null;
    const [from, to] = [bounds.from ?? this.now() - 31 * DAY_MS, bounds.to ?? this.now()];
    if (from >= to) return null;
    const hours = partsOf({ range: { from, to }, partMs: HOUR_MS, looksBackMs: null, now: this.now() });
    const [newest] = hours;
    const oldest = hours.at(-1);
    // The open ends of the day stay open.
    if (newest) newest.to = bounds.to === null ? null : newest.to;
    if (oldest) oldest.from = bounds.from === null ? null : oldest.from;
    return hours.map((one) => ({ bounds: one, plan: answer.plan, partMs: HOUR_MS }));
  }

  #keepMerged(merge: PartMerge | null): void {
    const result = merge?.result();
    if (!result || this.#aborted()) return;
    this.run.table.writer(this.#tenant, this.#nextPart())(result.columns, result.rows);
  }

  #nextPart(): number {
    this.#parts += 1;
    return this.#parts;
  }

  #note(done: number, of: number): void {
    this.run.note(this.tenantId, { parts: { done, of } });
  }

  #aborted(): boolean {
    return this.run.signalOf(this.tenantId).aborted;
  }
}
