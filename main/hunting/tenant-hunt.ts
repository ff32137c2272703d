import type { HuntingColumn, HuntingRange, HuntingReason, HuntingTenant, HuntingValue } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { Surface } from '../../contract/permissions';
import { GLOBAL_PROBLEMS, type Problem } from '../../contract/problem';
import { withoutSecrets } from '../cloud/without-secrets';
import type { TokenPort } from '../identity/token-port';
import type { CallBudget } from '../incidents/call-budget';
import { type Attempt, LONGEST_WAIT_MS, type RetryParts, withRetries } from '../incidents/retry';
import type { Turns } from '../incidents/turns';
import type { HuntProvider } from './hunt-provider';
import { reasonOf, settled } from './hunting-reasons';
import type { SurfaceMemory } from './surface-memory';

export interface TenantHuntParts extends RetryParts {
  tokens: TokenPort;
  providers: { graph: HuntProvider; xdr: HuntProvider };
  turns: Turns;
  budget: CallBudget;
  surfaces: SurfaceMemory;
}

/** What one request asks for. */
export interface HuntPart {
  /** The query for a surface, with what has to be written into it there; a reason: it cannot be. */
  queryFor(provider: Pick<HuntProvider, 'takesRange'>): { query: string } | { reason: HuntingReason };
  range: HuntingRange | null;
}

export interface HuntingTenantRun {
  tenantId: TenantId;
  interactive: boolean;
  signal: AbortSignal;
  onChange(change: Partial<Pick<HuntingTenant, 'state' | 'surface' | 'waitsUntil'>>): void;
}

/** Takes the rows of one request. `discard`: what it was given does not count. */
export interface PartSink {
  take(columns: readonly HuntingColumn[], rows: HuntingValue[][]): void;
  discard(): void;
}

export type PartEnd = { ok: true; rows: number } | { ok: false; reason: HuntingReason };

/**
 * Asks one tenant over the surface that allows it: within its budget, in its turn, with its own token, and again where that may mend it. Which surface
 * it is shows at the first request and stays so.
 */
export class TenantHunt {
  constructor(
    private readonly run: HuntingTenantRun,
    private readonly parts: TenantHuntParts,
  ) {}

  /** Never throws for what the network or the service does. */
  async ask(part: HuntPart, sink: PartSink): Promise<PartEnd> {
    const { surfaces, now } = this.parts;
    const order = surfaces.order(this.run.tenantId, now());
    let first: Extract<PartEnd, { ok: false }> | null = null;
    for (const surface of order) {
      const end = await this.#over(surface, part, sink);
      if (end.ok) surfaces.answered(this.run.tenantId, surface);
      if (end.ok || this.run.signal.aborted || !isNoSurface(end.reason)) return end;
      surfaces.refused(this.run.tenantId, surface, now());
      // What the service itself said tells more than roles that are known to be missing.
      if (!first || (first.reason.problem?.httpStatus === undefined && end.reason.problem?.httpStatus !== undefined)) first = end;
    }
    return first ?? { ok: false, reason: { code: 'problem' } };
  }

  async #over(surface: Surface, part: HuntPart, sink: PartSink): Promise<PartEnd> {
    const provider = this.parts.providers[surface];
    const asked = part.queryFor(provider);
    if ('reason' in asked) return { ok: false, reason: asked.reason };
    const { signal } = this.run;
    const attempt = await withRetries<number>(() => this.#attempt(provider, asked.query, part.range, sink), signal, {
      ...this.parts,
      delay: (ms, until) => this.#pause(ms, until),
    });
    return attempt.ok ? { ok: true, rows: attempt.value } : { ok: false, reason: reasonOf(attempt.problem) };
  }

  async #attempt(provider: HuntProvider, query: string, range: HuntingRange | null, sink: PartSink): Promise<Attempt<number>> {
    const late = await this.#withinBudget();
    if (late) return late;
    const { signal, interactive } = this.run;
    this.run.onChange({ state: 'waiting', waitsUntil: null });
    const giveBack = await this.parts.turns.take({ interactive, newest: true, urgent: false }, signal);
    if (!giveBack) return this.#ended();
    try {
      const first = await this.#once(provider, query, range, sink, false);
      if (first.ok || first.problem.code !== 'tokenRefused' || signal.aborted) return first;
      return await this.#once(provider, query, range, sink, true);
    } finally {
      giveBack();
    }
  }

  async #once(provider: HuntProvider, query: string, range: HuntingRange | null, sink: PartSink, renew: boolean): Promise<Attempt<number>> {
    const { tenantId, signal } = this.run;
    const { budget, now, tokens } = this.parts;
    const grant = await tokens.getToken(tenantId, { resource: provider.surface, need: 'hunt', renew });
    if (signal.aborted) return this.#ended();
    if (!grant.ok) return grant;
    const missingRoles = [...(grant.missingRoles ?? [])];
    if (missingRoles.length > 0) return { ok: false, problem: { code: 'rolesMissing', refusal: 'missingRoles', at: now(), missingRoles } };
    this.run.onChange({ state: 'running', surface: provider.surface, waitsUntil: null });
    budget.spend(now());
    let columns: readonly HuntingColumn[] = [];
    let count = 0;
    const answer = await provider
      .run({
        accessToken: grant.accessToken,
        query,
        range,
        signal,
        sink: {
          columns: (named) => {
            columns = named;
            sink.take(columns, []);
          },
          rows: (rows) => {
            if (signal.aborted) return;
            count += rows.length;
            sink.take(columns, rows);
          },
        },
      })
      .catch((error: unknown) => {
        sink.discard();
        throw error;
      });
    if (answer.ok && !signal.aborted) return { ok: true, value: count };
    sink.discard();
    if (answer.ok) return this.#ended();
    const problem = settled(withoutSecrets(answer.problem, [grant.accessToken]));
    if (problem.code === 'throttled' && problem.retryAt !== undefined) budget.refused(now(), problem.retryAt);
    return { ok: false, problem };
  }

  async #withinBudget(): Promise<Attempt<never> | null> {
    const { budget, now } = this.parts;
    for (;;) {
      const at = budget.nextCallAt(now());
      if (at <= now() || this.run.signal.aborted) return null;
      if (at - now() > LONGEST_WAIT_MS) return { ok: false, problem: { code: 'throttled', at: now(), retryAt: at } };
      await this.#pause(at - now(), this.run.signal);
    }
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    this.run.onChange({ state: 'waiting', waitsUntil: this.parts.now() + Math.round(ms) });
    return this.parts.delay(ms, signal);
  }

  #ended(): Attempt<never> {
    return { ok: false, problem: { code: 'internal', at: this.parts.now(), detail: 'The run was ended.' } };
  }
}

/** The tenant does not allow this surface, or it is not there: the other may do. */
function isNoSurface({ code, problem }: HuntingReason): boolean {
  if (code === 'rangeNotAddable') return true;
  if (code !== 'problem' || !problem) return false;
  return NO_SURFACE.has(problem.code) || problem.httpStatus === 404 || problem.httpStatus === 410;
}

const NO_SURFACE: ReadonlySet<Problem['code']> = new Set(['rolesMissing', 'notLicensed', 'wrongAudience']);

/** The partner's own credential: every tenant of the app would meet it. */
export const isGlobal = ({ problem }: HuntingReason): boolean => problem !== undefined && GLOBAL_PROBLEMS.has(problem.code);
