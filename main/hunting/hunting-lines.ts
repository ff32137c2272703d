import type { ProxyStanding } from '../cloud/proxy/proxy-sign-in';
import { z } from 'zod';
import type {
  HuntingCheck,
  HuntingColumnStats,
  HuntingComparison,
  HuntingExportFormat,
  HuntingGroups,
  HuntingRange,
  HuntingRun,
  HuntingRunId,
  HuntingSelection,
  HuntingSplit,
  HuntingView,
  HuntingWindow,
} from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { CloudEnvironment } from '../cloud/environment';
import type { TokenPort } from '../identity/token-port';
import type { TenantNames } from './export/coverage';
import type { SpillPlace } from './spill/spill-place';

/** The lines of the process that hunts. `service`: main calls it. `host`: it calls main, for tokens and to tell how far it is. */
export const huntingLine = z.enum(['service', 'host']);
export type HuntingLine = z.infer<typeof huntingLine>;

export interface HuntingOrder {
  runId: HuntingRunId;
  query: string;
  range: HuntingRange | null;
  split: HuntingSplit;
  /** In the order their rows stand in where nothing else decides. */
  tenantIds: readonly TenantId[];
  /** The cloud of each tenant; one without has no partner app. */
  environments: readonly (CloudEnvironment | null)[];
  /** Somebody waits for it. */
  interactive: boolean;
  scheduleId: string | null;
}

export interface HuntingExportOrder {
  runId: HuntingRunId;
  format: HuntingExportFormat;
  view: HuntingView;
  path: string;
  /** Display names, by tenant. */
  names: TenantNames;
}

/** Served by the process. What concerns a run it does not have answers null. */
export interface HuntingService {
  /** First of all: where rows are kept. */
  open(place: SpillPlace): Promise<void>;
  start(order: HuntingOrder): Promise<void>;
  cancel(runId: HuntingRunId): Promise<void>;
  /** Null tenants: all that are not whole. False: no such run. */
  retry(runId: HuntingRunId, tenantIds: readonly TenantId[] | null): Promise<boolean>;
  /** A tenant left the list: nothing more is asked of it. */
  leave(tenantId: TenantId): Promise<void>;
  run(runId: HuntingRunId): Promise<HuntingRun | null>;
  openRuns(): Promise<HuntingRunId[]>;
  rows(runId: HuntingRunId, view: HuntingView, offset: number, limit: number): Promise<HuntingWindow | null>;
  groups(runId: HuntingRunId, column: string, selection: HuntingSelection, limit: number): Promise<HuntingGroups | null>;
  columnStats(runId: HuntingRunId, column: string, selection: HuntingSelection): Promise<HuntingColumnStats | null>;
  /** Null: one of the runs is not there. */
  compare(runId: HuntingRunId, baseRunId: HuntingRunId, limit: number): Promise<HuntingComparison | null>;
  /** Digests of a run's rows, one after the other, by tenant that is whole in it. */
  digests(runId: HuntingRunId): Promise<{ tenantId: TenantId; digests: Uint8Array }[] | null>;
  /** Null: no such run. Throws where the file cannot be written. `cancelled`: there is no file. */
  export(order: HuntingExportOrder): Promise<{ rows: number } | 'cancelled' | null>;
  cancelExport(runId: HuntingRunId): Promise<void>;
  check(order: Pick<HuntingOrder, 'query' | 'range' | 'split' | 'tenantIds'>): Promise<HuntingCheck>;
}

/** Served by main. */
export interface HuntingHost extends TokenPort {
  resolveProxy(url: string): Promise<string>;
  /** How Tenantry stands at the proxy in such an answer. */
  proxyStanding(resolved: string): Promise<ProxyStanding>;
  changed(runId: HuntingRunId): Promise<void>;
  /** The last request of a run came back. */
  ended(run: HuntingRun): Promise<void>;
  exporting(runId: HuntingRunId, rows: number, of: number): Promise<void>;
}
