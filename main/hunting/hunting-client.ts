import type { ProxyStanding } from '../cloud/proxy/proxy-sign-in';
import { randomUUID } from 'node:crypto';
import type { MessagePortMain } from 'electron';
import type {
  HuntingCheck,
  HuntingColumnStats,
  HuntingComparison,
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
import type { PartnerApps } from '../identity/partner-apps';
import { forkUtility, type Utility } from '../utility/fork-utility';
import { callPort, type PortCaller, servePort } from '../utility/port-calls';
import type { HuntingExportOrder, HuntingHost, HuntingLine, HuntingService } from './hunting-lines';
import { deleteSpillFile, type SpillPlace } from './spill/spill-place';

export interface HuntingClientParts {
  place: SpillPlace;
  apps: Pick<PartnerApps, 'getToken' | 'retry' | 'readerOf'>;
  resolveProxy(url: string): Promise<string>;
  /** How Tenantry stands at the proxy in such an answer. */
  proxyStanding(resolved: string): Promise<ProxyStanding>;
  log: { error(message: string, details: Record<string, unknown>): void };
  onChanged(runId: HuntingRunId): void;
  onEnded(run: HuntingRun): void;
  onExporting(runId: HuntingRunId, rows: number, of: number): void;
}

/** A wish to hunt. */
export interface HuntingWish {
  query: string;
  tenantIds: readonly TenantId[];
  range: HuntingRange | null;
  split: HuntingSplit;
  interactive?: boolean;
  scheduleId?: string;
}

/** Main's side of the process that hunts. The process starts with the first run. */
export class HuntingClient {
  #line: { utility: Utility; service: PortCaller<HuntingService> } | null = null;
  #closed = false;

  constructor(private readonly parts: HuntingClientParts) {
    // What a session that ended badly left behind: nobody has its key.
    deleteSpillFile(parts.place.path);
  }

  async start({ query, tenantIds, range, split, interactive = true, scheduleId }: HuntingWish): Promise<HuntingRunId> {
    if (interactive) this.parts.apps.retry();
    const readers = await Promise.all(tenantIds.map((tenantId) => this.parts.apps.readerOf(tenantId)));
    const environments = readers.map((reader) => reader?.environment ?? null);
    const runId = randomUUID();
    const service = await this.#service();
    await service.start({ runId, query, range, split, tenantIds, environments, interactive, scheduleId: scheduleId ?? null });
    return runId;
  }

  async cancel(runId: HuntingRunId): Promise<void> {
    await this.#line?.service.remote.cancel(runId);
  }

  /** False: there is no such run. */
  async retry(runId: HuntingRunId, tenantIds: readonly TenantId[] | null): Promise<boolean> {
    this.parts.apps.retry();
    return (await this.#line?.service.remote.retry(runId, tenantIds)) ?? false;
  }

  /** A tenant left the list: nothing more is asked of it. */
  async leave(tenantId: TenantId): Promise<void> {
    await this.#line?.service.remote.leave(tenantId).catch(() => undefined);
  }

  async run(runId: HuntingRunId): Promise<HuntingRun | null> {
    return (await this.#line?.service.remote.run(runId)) ?? null;
  }

  async openRuns(): Promise<HuntingRunId[]> {
    return (await this.#line?.service.remote.openRuns()) ?? [];
  }

  async rows(runId: HuntingRunId, view: HuntingView, offset: number, limit: number): Promise<HuntingWindow | null> {
    return (await this.#line?.service.remote.rows(runId, view, offset, limit)) ?? null;
  }

  async groups(runId: HuntingRunId, column: string, selection: HuntingSelection, limit: number): Promise<HuntingGroups | null> {
    return (await this.#line?.service.remote.groups(runId, column, selection, limit)) ?? null;
  }

  async columnStats(runId: HuntingRunId, column: string, selection: HuntingSelection): Promise<HuntingColumnStats | null> {
    return (await this.#line?.service.remote.columnStats(runId, column, selection)) ?? null;
  }

  async check(wish: Pick<HuntingWish, 'query' | 'tenantIds' | 'range' | 'split'>): Promise<HuntingCheck> {
    return (await this.#service()).check(wish);
  }

  async compare(runId: HuntingRunId, baseRunId: HuntingRunId, limit: number): Promise<HuntingComparison | null> {
    return (await this.#line?.service.remote.compare(runId, baseRunId, limit)) ?? null;
  }

  async digests(runId: HuntingRunId): Promise<{ tenantId: TenantId; digests: Uint8Array }[] | null> {
    return (await this.#line?.service.remote.digests(runId)) ?? null;
  }

  /** Null: there is no such run. Throws where the file cannot be written. */
  async export(order: HuntingExportOrder): Promise<{ rows: number } | 'cancelled' | null> {
    return (await this.#line?.service.remote.export(order)) ?? null;
  }

  async cancelExport(runId: HuntingRunId): Promise<void> {
    await this.#line?.service.remote.cancelExport(runId);
  }

  /** Ends the process and deletes what it kept. */
  async close(): Promise<void> {
    this.#closed = true;
    const line = this.#line;
    this.#line = null;
    line?.service.close(new Error('The profile was closed'));
    if (line) {
      const exited = new Promise<void>((resolve) => line.utility.onExit(() => resolve()));
      line.utility.kill();
      await exited;
    }
    deleteSpillFile(this.parts.place.path);
  }

  async #service(): Promise<HuntingService> {
    if (this.#closed) throw new Error('The profile was closed');
    if (this.#line) return this.#line.service.remote;
    this.#line = this.#start();
    const { remote } = this.#line.service;
    await remote.open(this.parts.place);
    return remote;
  }

  #start(): { utility: Utility; service: PortCaller<HuntingService> } {
    const utility = forkUtility({ entry: 'hunting-process', name: 'Tenantry hunting' });
    const line = (name: HuntingLine): MessagePortMain => utility.connect(name);
    const service = callPort<HuntingService>(line('service'), { closed: () => new Error('The hunting process ended') });
    servePort(line('host'), this.#host());
    utility.onExit((code) => {
      if (this.#line?.utility !== utility) return;
      this.#line = null;
      service.close(new Error('The hunting process ended'));
      deleteSpillFile(this.parts.place.path);
      this.parts.log.error('the hunting process ended by itself', { code });
    });
    return { utility, service };
  }

  #host(): HuntingHost {
    const { apps, resolveProxy, proxyStanding, onChanged, onEnded, onExporting } = this.parts;
    return {
      getToken: (tenantId, wish) => apps.getToken(tenantId, wish),
      resolveProxy: (url) => resolveProxy(url),
      proxyStanding: (resolved) => proxyStanding(resolved),
      changed: async (runId) => onChanged(runId),
      ended: async (run) => onEnded(run),
      exporting: async (runId, rows, of) => onExporting(runId, rows, of),
    };
  }
}
