import { basename } from 'node:path';
import { isAskedFor } from '../../contract/incident-filter';
import type { ExportProgress, ViewExport, ViewExportAnswer } from '../../contract/export';
import type { Tenant } from '../../contract/tenant';
import type { ExportedTenant } from '../store/export/export-port';
import { StoreError } from '../store/store-error';
import type { StorePort } from '../store/store-port';
import { toldOutside } from '../tenants/told-outside';
import type { TenantDirectory } from '../tenants/tenant-directory';

export interface ExportDeskParts {
  store: Pick<StorePort, 'beginExport' | 'continueExport' | 'dropExport'>;
  tenants: Pick<TenantDirectory, 'list'>;
  now(): number;
  onProgress(progress: ExportProgress): void;
}

/** Writes what is stored to files, one thing at a time, and says how far it is. */
export class ExportDesk {
  #job: AbortController | null = null;

  constructor(private readonly parts: ExportDeskParts) {}

  get busy(): boolean {
    return this.#job !== null;
  }

  /** Calls off what is being written. */
  cancel(): void {
    this.#job?.abort();
  }

  /** Runs one job; none while another runs, which two ordered at once would see too late by `busy`. `work` looks at the signal between its steps. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | 'busy'> {
    if (this.#job) return 'busy';
    const job = new AbortController();
    this.#job = job;
    try {
      return await work(job.signal);
    } finally {
      this.#job = null;
      this.parts.onProgress(null);
    }
  }

  /** Says how many reports are written. */
  report(done: number, total: number): void {
    this.parts.onProgress({ what: 'reports', done, total });
  }

  /** Writes the incidents of a view. `note` is done before, once it is certain to begin. Null: called off, nothing is left. */
  async view(asked: ViewExport, path: string, note = async (): Promise<void> => undefined): Promise<ViewExportAnswer | null | 'busy'> {
    const { store, now, onProgress } = this.parts;
    const fileName = basename(path);
    return this.run(async (signal) => {
      await note();
      const tenants = (await this.parts.tenants.list()).filter(isAskedFor(asked.query));
      try {
        const { exportId, total, search } = await store.beginExport({ ...asked, path, at: now(), tenants: tenants.map(exported) });
        for (;;) {
          if (signal.aborted) {
            await store.dropExport(exportId);
            return null;
          }
          const { written, done } = await store.continueExport(exportId);
          if (done) return { outcome: 'saved', fileName, incidents: written, notWhole: tenants.filter(isBehind).length, search };
          onProgress({ what: 'incidents', done: written, total });
        }
      } catch (error) {
        if (!(error instanceof StoreError && error.kind === 'failed')) throw error;
        return { outcome: 'refused', fileName, detail: error.message };
      }
    });
  }
}

const isBehind = ({ health }: Tenant) => health.state !== 'fresh';

function exported({ tenantId, displayName, health: { state, lastCompleteAt, problem } }: Tenant): ExportedTenant {
  const reason = problem ? [problem.code, toldOutside(problem)].filter(Boolean).join(': ') : null;
  return { tenantId, tenantName: displayName, state, lastCompleteAt: lastCompleteAt ?? null, reason };
}
