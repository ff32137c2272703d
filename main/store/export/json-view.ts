import type { StoredIncident } from '../store-port';
import type { ExportAsked, ExportedTenant } from './export-port';
import { NOT_SEARCHED, toldQuery } from './told-query';

/**
 * A view as JSON Lines: what it is and how far it can be trusted, then whole incidents as the service sent them, and a last line with their number. Lines stand
 * in the order incidents are stored in; `place` says where each stands in the view.
 */
export class JsonView {
  readonly #states: ReadonlyMap<string, ExportedTenant>;

  constructor(private readonly asked: Pick<ExportAsked, 'query' | 'tenants' | 'at'>) {
    this.#states = new Map(asked.tenants.map((tenant) => [tenant.tenantId, tenant]));
  }

  /** @param searchedAll false: the search that narrows the view down does not cover all that is stored yet */
  head(total: number, searchedAll: boolean): string {
    const { tenants, at } = this.asked;
    const notWhole = tenants
      .filter(({ state }) => state !== 'fresh')
      .map((tenant) => ({ ...tenant, lastCompleteAt: iso(tenant.lastCompleteAt) }));
    const gaps = [
      ...(notWhole.length === 0 ? [] : ['Incidents of the tenants named in notWhole may be missing or out of date.']),
      ...(searchedAll ? [] : [NOT_SEARCHED]),
    ];
    return line({
      format: 'tenantry view',
      version: 1,
      exportedAt: iso(at),
      query: toldQuery(this.asked),
      complete: gaps.length === 0,
      ...(gaps.length === 0 ? {} : { warning: `NOT COMPLETE: ${gaps.join(' ')}` }),
      searchedAll,
      tenants: tenants.length,
      notWhole,
      incidents: total,
    });
  }

  /** @param raw the incident as JSON on one line */
  row({ tenantId, tenantName, incidentId, surface, readAt }: StoredIncident, place: number, raw: string): string {
    const tenantState = this.#states.get(tenantId)?.state ?? 'unknown';
    const facts = JSON.stringify({ place, tenantId, tenantName, tenantState, incidentId, surface, readAt: iso(readAt) });
    return `${facts.slice(0, -1)},"incident":${raw}}\n`;
  }

  end(incidents: number): string {
    return line({ end: true, incidents });
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
