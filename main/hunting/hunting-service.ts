import type { HuntingRunId } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { FetchPort } from '../cloud/fetch-port';
import { coalesceLater } from './coalesce-later';
import { compareRuns } from './compare-runs';
import { exportRun } from './export/export-run';
import { createHunter } from './hunter';
import type { HuntingHost, HuntingOrder, HuntingService } from './hunting-lines';
import { HuntingRunState } from './hunting-run';
import { digestsOf } from './row-digests';
import { openSpillFile, type SpillFile } from './spill/spill-file';
import { RunReader } from './spill/run-reader';
import { RunTable } from './spill/run-table';

export interface HuntingServiceParts {
  host: Omit<HuntingHost, 'resolveProxy' | 'proxyStanding'>;
  fetch: FetchPort;
  now(): number;
}

interface OpenRun {
  state: HuntingRunState;
  reader: RunReader;
}

/** Runs of one kind whose rows are kept: by hand, and of each schedule the last and the one it is compared with. */
const MOST_BY_HAND = 20;
const MOST_OF_SCHEDULE = 2;
/** The page is told at most this often that a run got on. */
const CHANGED_MS = 250;

/** Hunting as a service: runs, their rows in the spill file, and what is read of them. */
export function createHuntingService({ host, fetch, now }: HuntingServiceParts): HuntingService & { end(): Promise<void> } {
  const runs = new Map<HuntingRunId, OpenRun>();
  const hunter = createHunter({ host, fetch, now });
  const exports = new Map<HuntingRunId, AbortController>();
  let spill: SpillFile | null = null;
  let made = 0;

  const work = async ({ state }: OpenRun, tenantIds: readonly TenantId[]): Promise<void> => {
    for (const tenantId of tenantIds) state.begin(tenantId);
    await Promise.all(tenantIds.map((tenantId) => hunter.hunt(state, tenantId)));
    if (!state.running) tell(host.ended(state.facts()));
  };

  const open = (order: HuntingOrder): OpenRun => {
    if (!spill) throw new Error('The spill file is not open');
    made += 1;
    const table = new RunTable(spill.database, `run_${made}`, order.tenantIds);
    const changed = coalesceLater(() => tell(host.changed(order.runId)), CHANGED_MS);
    const run = { state: new HuntingRunState(order, table, now, changed), reader: new RunReader(table, spill.reads, now) };
    makeRoom(order.scheduleId);
    runs.set(order.runId, run);
    return run;
  };

  /** Forgets the oldest runs of a schedule (null: by hand) that ended and are not being written to a file, so that a session's rows stay bounded. */
  const makeRoom = (scheduleId: string | null): void => {
    const most = scheduleId === null ? MOST_BY_HAND : MOST_OF_SCHEDULE;
    const alike = [...runs].filter(([, { state }]) => state.order.scheduleId === scheduleId);
    const idle = alike.filter(([runId, { state }]) => !state.running && !exports.has(runId));
    for (const [runId, { state }] of idle.slice(0, Math.max(0, alike.length + 1 - most))) {
      runs.delete(runId);
      state.table.drop();
    }
  };

  /** Null: there is no such run, or it was forgotten meanwhile. */
  const ofRun = async <T>(runId: HuntingRunId, work: (run: OpenRun) => Promise<T>): Promise<T | null> => {
    const run = runs.get(runId);
    if (!run) return null;
    try {
      return await work(run);
    } catch (error) {
      if (runs.get(runId) !== run) return null;
      throw error;
    }
  };

  return {
    async open(place) {
      spill ??= openSpillFile(place);
    },
    async start(order) {
      void work(open(order), order.tenantIds);
    },
    async cancel(runId) {
      runs.get(runId)?.state.cancel();
    },
    async retry(runId, tenantIds) {
      const run = runs.get(runId);
      if (!run) return false;
      const again = (tenantIds ?? run.state.unwhole()).filter(
        (tenantId) => run.state.order.tenantIds.includes(tenantId) && !run.state.isUnderWay(tenantId),
      );
      run.state.syntaxError = null;
      if (again.length > 0) void work(run, again);
      return true;
    },
    async leave(tenantId) {
      for (const { state } of runs.values()) state.leave(tenantId);
    },
    async run(runId) {
      return runs.get(runId)?.state.facts() ?? null;
    },
    async openRuns() {
      return [...runs.keys()];
    },
    async rows(runId, view, offset, limit) {
      return ofRun(runId, ({ reader, state }) => reader.window(view, offset, limit, state.running));
    },
    async groups(runId, column, selection, limit) {
      return ofRun(runId, ({ reader }) => reader.groups(column, selection, limit));
    },
    async columnStats(runId, column, selection) {
      return ofRun(runId, ({ reader }) => reader.columnStats(column, selection));
    },
    async check(order) {
      return hunter.check(order);
    },
    async compare(runId, baseRunId, limit) {
      return ofRun(runId, (run) => ofRun(baseRunId, (base) => compareRuns(run.state, base.state, limit)));
    },
    async digests(runId) {
      return ofRun(runId, ({ state }) => digestsOf(state));
    },
    async export({ runId, ...order }) {
      const run = runs.get(runId);
      if (!run) return null;
      exports.get(runId)?.abort();
      const abort = new AbortController();
      exports.set(runId, abort);
      let told = 0;
      try {
        return await exportRun({
          ...run,
          ...order,
          signal: abort.signal,
          now,
          onProgress: (rows, of) => {
            if (rows < of && now() - told < CHANGED_MS) return;
            told = now();
            tell(host.exporting(runId, rows, of));
          },
        });
      } finally {
        if (exports.get(runId) === abort) exports.delete(runId);
      }
    },
    async cancelExport(runId) {
      exports.get(runId)?.abort();
    },
    async end() {
      const open = spill;
      spill = null;
      await open?.close();
    },
  };
}

/** Main may be closing: what it no longer hears must not end the run. */
function tell(told: Promise<void>): void {
  told.catch(() => undefined);
}
