import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TenantId } from '../../../contract/ids';
import { NOT_OPEN } from '../../../contract/incident-filter';
import type { OverviewDays } from '../../../contract/overview';
import type { ReportAnswer, ReportFormat, ReportWish } from '../../../contract/report';
import type { IncidentDesk } from '../../incidents/incident-desk';
import type { OverviewDesk } from '../../overview/overview-desk';
import { writeWhole } from '../../store/export/unfinished-file';
import { nameForFile } from '../../tenants/files/export-header';
import type { TenantDirectory } from '../../tenants/tenant-directory';
import type { ExportDesk } from '../export-desk';
import { type ReportContent, reportPage } from './report-page';

/** Open incidents a report lists. */
const LISTED = 50;

export interface ReportDeskParts {
  tenants: Pick<TenantDirectory, 'find'>;
  overview: Pick<OverviewDesk, 'read'>;
  incidents: Pick<IncidentDesk, 'list'>;
  exports: Pick<ExportDesk, 'run' | 'report'>;
  /** Prints a page without a network and without scripts. */
  print(page: string): Promise<Uint8Array>;
}

/** Writes reports, one customer to a file. */
export class ReportDesk {
  constructor(private readonly parts: ReportDeskParts) {}

  /** A customer that fails costs the others nothing. `note` is done before, once it is certain to begin. */
  write(
    { tenantIds, days, formats }: ReportWish,
    folder: string,
    note = async (): Promise<void> => undefined,
  ): Promise<ReportAnswer | 'busy'> {
    const answer: ReportAnswer = { folder: basename(folder), files: 0, notWhole: 0, failed: [], cancelled: false };
    return this.parts.exports.run(async (signal) => {
      await note();
      for (const [done, tenantId] of tenantIds.entries()) {
        if (signal.aborted) return { ...answer, cancelled: true };
        this.parts.exports.report(done, tenantIds.length);
        try {
          const content = await this.content(tenantId, days);
          if (content === null) continue;
          if (content.tenant.health.state !== 'fresh') answer.notWhole += 1;
          for (const format of formats) {
            await this.#file(content, format, folder);
            answer.files += 1;
          }
        } catch (error) {
          const tenantName = (await this.parts.tenants.find(tenantId))?.displayName ?? tenantId;
          answer.failed.push({ tenantName, detail: error instanceof Error ? error.message : String(error) });
        }
      }
      return answer;
    });
  }

  /** All a report of this customer is made of, and nothing of another; null: there is no such customer. */
  async content(tenantId: TenantId, days: OverviewDays): Promise<ReportContent | null> {
    const { tenants, overview, incidents } = this.parts;
    const [tenant, found, open] = await Promise.all([
      tenants.find(tenantId),
      overview.read(tenantId, days),
      incidents.list({ tenantId, exceptStatuses: [...NOT_OPEN], sort: 'severity', descending: true, offset: 0, limit: LISTED }),
    ]);
    const figures = found?.tenants[0];
    if (!tenant || !found || !figures) return null;
    const owners = [figures, ...found.tenants, ...found.oldest, ...open.rows].map((one) => one.tenantId);
    if (owners.some((owner) => owner !== tenantId)) throw new Error('The report would have held data of another customer');
    return { tenant, overview: found, figures, open };
  }

  async #file(content: ReportContent, format: ReportFormat, folder: string): Promise<void> {
    const page = reportPage(content);
    // Printing takes long: a file is begun when there is something to be in it.
    const written = format === 'html' ? page : await this.parts.print(page);
    const { tenant, overview } = content;
    const day = new Date(overview.asOf).toISOString().slice(0, 10);
    const state = tenant.health.state === 'fresh' ? '' : `-${tenant.health.state}`;
    const path = await freePath(folder, `report-${nameForFile(tenant.displayName)}-${day}${state}`, format);
    await writeWhole(path, written);
  }
}

/** A path nothing stands at: two customers may have one name, and a report of this morning is not overwritten. */
async function freePath(folder: string, name: string, extension: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.${extension}`);
    const taken = await access(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}
