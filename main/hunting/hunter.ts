import type { HuntingCheck, HuntingReason } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { CallBudget } from '../incidents/call-budget';
import { delay } from '../incidents/retry';
import { Turns } from '../incidents/turns';
import { HuntInTenant } from './hunt-in-tenant';
import type { HuntProvider } from './hunt-provider';
import type { HuntingHost, HuntingOrder } from './hunting-lines';
import type { HuntingRunState, TenantEnd } from './hunting-run';
import { planSplit } from './kql/split-plan';
import { DAY_MS, HOUR_MS, partsOf } from './parts';
import { huntProviders } from './providers';
import { tablesOf } from './queries';
import { SurfaceMemory } from './surface-memory';
import { TableMemory } from './table-memory';
import { isGlobal, TenantHunt } from './tenant-hunt';

/** Below the 45 calls a minute every tenant has at least ("Advanced hunting API", "Quotas"), so that others with the same registration keep some. */
const LIMITS = { perMinute: 40, perHour: 1_400 };
/** Requests under way at a time, over all tenants and runs; quotas are per tenant. */
const AT_ONCE = 32;

export interface HunterParts {
  host: Pick<HuntingHost, 'getToken'>;
  fetch: FetchPort;
  now(): number;
}

export interface Hunter {
  /** Runs the query of a run in one of its tenants, to its end. */
  hunt(run: HuntingRunState, tenantId: TenantId): Promise<void>;
  check(order: Pick<HuntingOrder, 'query' | 'range' | 'split' | 'tenantIds'>): HuntingCheck;
}

/** What all runs share: turns, quotas, and which surface answers for which tenant. */
export function createHunter({ host, fetch, now }: HunterParts): Hunter {
  const turns = new Turns(AT_ONCE);
  const surfaces = new SurfaceMemory();
  const tables = new TableMemory();
  const budgets = new Map<TenantId, CallBudget>();
  const clouds = new Map<string, { graph: HuntProvider; xdr: HuntProvider }>();

  const budgetOf = (tenantId: TenantId): CallBudget => {
    const budget = budgets.get(tenantId) ?? new CallBudget(LIMITS);
    budgets.set(tenantId, budget);
    return budget;
  };
  const providersOf = (environment: CloudEnvironment) => {
    const providers = clouds.get(environment.id) ?? huntProviders({ environment, fetch, now });
    clouds.set(environment.id, providers);
    return providers;
  };

  const one = async (run: HuntingRunState, tenantId: TenantId): Promise<TenantEnd> => {
    const tenant = run.indexOf(tenantId);
    const environment = run.order.environments[tenant];
    if (!environment) return { state: 'failed', reason: { code: 'problem', problem: { code: 'noPartnerApp', at: now() } } };
    run.table.remove(tenant);
    const hunt = new TenantHunt(
      {
        tenantId,
        interactive: run.order.interactive,
        signal: run.signalOf(tenantId),
        onChange: (change) => run.note(tenantId, change),
      },
      {
        tokens: host,
        providers: providersOf(environment),
        turns,
        budget: budgetOf(tenantId),
        surfaces,
        now,
        delay,
        random: Math.random,
      },
    );
    return new HuntInTenant(run, tenantId, hunt, now).toEnd();
  };

  const noteTables = (query: string, tenantId: TenantId, { state, reason }: TenantEnd): void => {
    if (state === 'done' || state === 'partial') tables.note(tenantId, tablesOf(query), true);
    if (reason?.code === 'missingTable' && reason.name) tables.note(tenantId, [reason.name], false);
  };

  return {
    async hunt(run, tenantId) {
      const signal = run.signalOf(tenantId);
      let end: TenantEnd;
      try {
        end = await one(run, tenantId);
      } catch (error) {
        run.table.remove(run.indexOf(tenantId));
        const detail = error instanceof Error ? error.message : String(error);
        end = { state: 'failed', reason: { code: 'notKept', detail } };
      }
      if (signal.aborted && end.state !== 'done') end = { state: 'cancelled', reason: run.syntaxError };
      run.end(tenantId, end);
      noteTables(run.order.query, tenantId, end);
      if (end.reason) spreads(run, end.reason);
    },
    check({ query, range, split, tenantIds }) {
      const partMs = split === 'hour' ? HOUR_MS : DAY_MS;
      const plan = planSplit(query, partMs);
      const read = tablesOf(query);
      const inParts = plan.ok && (split === 'day' || split === 'hour');
      const callsNeeded = inParts ? partsOf({ range, partMs, looksBackMs: plan.plan.looksBackMs, now: now() }).length : 1;
      return {
        tenants: tenantIds.map((tenantId) => {
          const { lastMinute, perMinute, nextCallAt } = budgetOf(tenantId).use(now());
          return {
            tenantId,
            surface: surfaces.known(tenantId),
            callsLastMinute: lastMinute,
            callsPerMinute: perMinute,
            callsNeeded,
            nextCallAt,
            missingTables: tables.missing(tenantId, read),
          };
        }),
        tables: read,
        split: { possible: plan.ok, why: plan.ok ? null : plan.why },
      };
    },
  };
}

/** What one tenant met and every other would meet as well ends the run: a query that is none, or a refusal of the partner's own credential. */
function spreads(run: HuntingRunState, reason: HuntingReason): void {
  if (reason.code === 'syntax' && run.syntaxError === null) {
    run.syntaxError = reason;
    run.cancel();
  } else if (isGlobal(reason)) run.cancel();
}
