import type { HuntingRun, HuntingTenant } from '../../contract/hunting';

/** A tenant of a run, as it ended. */
export function huntingTenant(tenantId: string, state: HuntingTenant['state']): HuntingTenant {
  return { tenantId, state, rows: 1, surface: 'graph', reason: null, parts: { done: 1, of: 1 }, waitsUntil: null, ms: 1 };
}

/** A run over these tenants. */
export function huntingRun(...tenants: HuntingTenant[]): HuntingRun {
  return {
    runId: '1',
    query: 'DeviceInfo',
    range: null,
    split: 'none',
    state: 'done',
    startedAt: 0,
    endedAt: 1,
    columns: [],
    totalRows: tenants.length,
    tenants,
    syntaxError: null,
    scheduleId: null,
    version: 1,
  };
}
