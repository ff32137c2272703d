import type { ExportColumn } from '../../../contract/export';
import type { StoredIncident } from '../store-port';
import { inertCell } from './csv-cells';
import type { ExportAsked, ExportedTenant } from './export-port';
import { NOT_SEARCHED, toldQuery } from './told-query';

/** Without it Excel takes UTF-8 for Windows-1252. */
const BOM = '\uFEFF';

/** What a line is about. A reader that wants incidents only keeps those lines. */
type RecordKind = 'view' | 'coverage' | 'tenant' | 'incident' | 'end';

const HEADS: Record<ExportColumn, string> = {
  severity: 'Severity',
  name: 'Incident',
  status: 'Status',
  alertCount: 'Alerts',
  assignedTo: 'Assigned to',
  updatedAt: 'Last update (UTC)',
  createdAt: 'Created (UTC)',
  classification: 'Classification',
  determination: 'Determination',
};

/**
 * A view as CSV: heads, then what view it is, how far it can be trusted, a line for every tenant that was not read whole lately, the incidents, and a last
 * line with their number. All lines have the same cells, so that any reader takes the file, and none can take a failed tenant for a quiet one.
 */
export class CsvView {
  readonly #tenants: ReadonlyMap<string, ExportedTenant>;

  constructor(private readonly asked: Pick<ExportAsked, 'query' | 'columns' | 'tenants' | 'at'>) {
    this.#tenants = new Map(asked.tenants.map((tenant) => [tenant.tenantId, tenant]));
  }

  /** @param searchedAll false: the search that narrows the view down does not cover all that is stored yet */
  head(searchedAll: boolean): string {
    const { columns, tenants, at } = this.asked;
    const heads = ['Record', 'Tenant', 'Tenant ID', 'Tenant state', 'Tenant read whole at (UTC)', 'Incident ID'];
    const behind = tenants.filter(({ state }) => state !== 'fresh');
    return (
      BOM +
      line([...heads, ...columns.map((column) => HEADS[column]), 'Note']) +
      this.#record('view', null, `Exported ${time(at)}: ${JSON.stringify(toldQuery(this.asked))}`) +
      this.#record('coverage', null, coverageNote({ total: tenants.length, behind: behind.length, searchedAll })) +
      behind.map((tenant) => this.#record('tenant', tenant, gapNote(tenant))).join('')
    );
  }

  row(incident: StoredIncident): string {
    const tenant = this.#tenants.get(incident.tenantId);
    const own = [incident.tenantName, incident.tenantId, tenant?.state ?? 'unknown', time(tenant?.lastCompleteAt ?? null)];
    return line(['incident', ...own, incident.incidentId, ...this.asked.columns.map((column) => valueOf(incident, column)), '']);
  }

  end(incidents: number): string {
    return this.#record('end', null, `${incidents} incidents`);
  }

  #record(kind: RecordKind, tenant: ExportedTenant | null, note: string): string {
    const own = tenant ? [tenant.tenantName, tenant.tenantId, tenant.state, time(tenant.lastCompleteAt)] : ['', '', '', ''];
    return line([kind, ...own, '', ...this.asked.columns.map(() => ''), note]);
  }
}

/** Without the number of incidents the search covers: it is over all tenants, and the file may be for one of them. */
function coverageNote({ total, behind, searchedAll }: { total: number; behind: number; searchedAll: boolean }): string {
  const gaps: string[] = [];
  if (behind > 0)
    gaps.push(
      `${behind} of ${total} tenants were not read whole lately. Their incidents may be missing or out of date; they are named below.`,
    );
  if (!searchedAll) gaps.push(NOT_SEARCHED);
  return gaps.length === 0 ? `All ${total} tenants were read whole lately.` : `NOT COMPLETE: ${gaps.join(' ')}`;
}

function gapNote({ reason, lastCompleteAt }: ExportedTenant): string {
  const since = lastCompleteAt === null ? 'It was never read whole.' : `It was read whole last at ${time(lastCompleteAt)}.`;
  return reason === null ? since : `${since} Reason: ${reason}`;
}

function valueOf(incident: StoredIncident, column: ExportColumn): string {
  switch (column) {
    case 'alertCount':
      return String(incident.alertCount);
    case 'createdAt':
    case 'updatedAt':
      return time(incident[column]);
    default:
      return incident[column] ?? '';
  }
}

function time(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}

function line(cells: readonly string[]): string {
  return `${cells.map(inertCell).join(',')}\r\n`;
}
