import type { SyncOutcome, SyncProgress } from '../../contract/sync';

/** Several runs at once, as one: running while any of them runs. */
export function totalProgress(runs: readonly SyncProgress[]): SyncProgress {
  const sum = (of: (run: SyncProgress) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const running = runs.some((run) => run.running);
  const started = runs.flatMap(({ startedAt }) => startedAt ?? []);
  const finished = runs.flatMap(({ finishedAt }) => finishedAt ?? []);
  return {
    running,
    tenantsTotal: sum((run) => run.tenantsTotal),
    tenantsDone: sum((run) => run.tenantsDone),
    tenantsFailed: sum((run) => run.tenantsFailed),
    incidentsRead: sum((run) => run.incidentsRead),
    ...(started.length === 0 ? {} : { startedAt: Math.min(...started) }),
    ...(running || finished.length === 0 ? {} : { finishedAt: Math.max(...finished) }),
  };
}

/** How a run that is over went. */
export function progressOf(outcomes: readonly SyncOutcome[]): SyncProgress {
  return {
    running: false,
    tenantsTotal: outcomes.length,
    tenantsDone: outcomes.length,
    tenantsFailed: outcomes.filter(({ result }) => result === 'failed' || result === 'partial').length,
    incidentsRead: outcomes.reduce((total, { incidents }) => total + incidents, 0),
    finishedAt: Math.max(...outcomes.map(({ finishedAt }) => finishedAt)),
  };
}
