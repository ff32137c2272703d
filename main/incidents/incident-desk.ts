import type { IncidentKey, Instant, TenantId } from '../../contract/ids';
import type { Campaign } from '../../contract/campaign';
import { type FilterChoices, isAskedFor } from '../../contract/incident-filter';
import type { IncidentHistory } from '../../contract/incident-history';
import type { IncidentDetail, IncidentListQuery, IncidentPage, IncidentQuery, IncidentRow } from '../../contract/incident';
import type { Observable } from '../../contract/observable';
import type { Surface } from '../../contract/permissions';
import type { ProblemCode } from '../../contract/problem-code';
import type { SavedView } from '../../contract/saved-view';
import type { Sightings } from '../../contract/sightings';
import type { SyncOutcome } from '../../contract/sync';
import type { Tenant } from '../../contract/tenant';
import type { StoredIncident, StorePort } from '../store/store-port';
import { coverageOf } from '../tenants/coverage';
import type { TenantDirectory } from '../tenants/tenant-directory';
import { portalUrlOf } from './portal-url';
import { asksForContent, toldHistory } from './told-history';
import type { IncidentProvider } from './provider';
import { unreadTargetOf } from './unread-target';

export interface IncidentDeskParts {
  store: StorePort;
  tenants: TenantDirectory;
  /** Reads what a surface sent. */
  provider(surface: Surface): Pick<IncidentProvider, 'contentAt' | 'rawAt'>;
  /** Base of the Defender portal in the tenant's cloud. */
  portalBase(tenantId: TenantId): Promise<string | null>;
  /** Reads these tenants and answers when done. Interactive: before what others wait for. */
  read(tenantIds: readonly TenantId[], how: { interactive: boolean }): Promise<SyncOutcome[]>;
  /** Ends the read of one tenant, or (null) every read. */
  cancel(tenantId: TenantId | null): Promise<void>;
  /** Does what removes tenants or their data, when their reads have ended and before another begins. */
  without<T>(tenantIds: readonly TenantId[], remove: () => Promise<T>): Promise<T>;
  now(): Instant;
}

/** Incidents as the page works with them: windows of the stored list, one incident's content, and reading anew. */
export class IncidentDesk {
  constructor(private readonly parts: IncidentDeskParts) {}

  /** One window of the list. Rows carry their tenant's state, the page its coverage. */
  async list(query: IncidentQuery): Promise<IncidentPage> {
    const { store } = this.parts;
    const [tenants, page, lookedAt] = await Promise.all([this.parts.tenants.list(), store.queryIncidents(query), store.lookedAtAll()]);
    const asked = tenants.filter(isAskedFor(query));
    const byId = new Map(tenants.map((tenant) => [tenant.tenantId, tenant]));
    return {
      rows: page.rows.map((row) => toRow(row, byId.get(row.tenantId), lookedAt)),
      total: page.total,
      bySeverity: page.bySeverity,
      search: page.search,
      groups: page.groups,
      coverage: coverageOf(asked.map((tenant) => tenant.health)),
    };
  }

  /** Those of some incidents that are not in the list a query asks for. */
  outside(list: IncidentListQuery, incidents: readonly IncidentKey[]): Promise<IncidentKey[]> {
    return this.parts.store.incidentsOutside(list, incidents);
  }

  /** Saved views of the queue. */
  views(): Promise<SavedView[]> {
    return this.parts.store.listViews();
  }

  /** Keeps these views in place of those there were. */
  saveViews(views: readonly SavedView[]): Promise<void> {
    return this.parts.store.saveViews(views);
  }

  /** Notes that an incident was looked at, or (null) that all there are were. */
  look(key: IncidentKey | null): Promise<void> {
    return this.parts.store.noteLook(key, Date.now());
  }

  /** What the list can be narrowed down to. */
  choices(text: string): Promise<FilterChoices> {
    return this.parts.store.filterChoices(text);
  }

  /** Where values were seen, over all tenants: one answer per value. */
  async seenIn(observables: readonly Observable[]): Promise<Sightings[]> {
    const tenants = await this.parts.tenants.list();
    const states = new Map(tenants.map(({ tenantId, health }) => [tenantId, health.state]));
    const coverage = coverageOf(tenants.map(({ health }) => health));
    const found = await Promise.all(observables.map((observable) => this.parts.store.seenIn(observable)));
    return found.map((seen) => ({
      ...seen,
      tenants: seen.tenants.map((tenant) => ({ ...tenant, tenantState: states.get(tenant.tenantId) ?? 'failed' })),
      coverage,
    }));
  }

  /** What changed in an incident. Null when it is not stored. */
  async history(key: IncidentKey): Promise<IncidentHistory | null> {
    const { store } = this.parts;
    const history = await store.incidentHistory(key);
    if (!history) return null;
    const found = asksForContent(history) ? await store.readIncident(key) : null;
    return toldHistory(history, found && this.parts.provider(found.row.surface).contentAt(found.rawBody, found.row.rawIndex));
  }

  /** The stored incident of a tenant, and of no other, that has this alert. Null when none is stored. */
  ofAlert(tenantId: TenantId, alertId: string): Promise<string | null> {
    return this.parts.store.incidentOfAlert(tenantId, alertId);
  }

  /** Incidents of all tenants that resemble one. Null when it is not stored. */
  async campaign(key: IncidentKey): Promise<Campaign | null> {
    const [tenants, found] = await Promise.all([this.parts.tenants.list(), this.parts.store.campaignOf(key)]);
    if (!found) return null;
    const states = new Map(tenants.map(({ tenantId, health }) => [tenantId, health.state]));
    return {
      ...found,
      incidents: found.incidents.map((one) => ({ ...one, tenantState: states.get(one.tenantId) ?? 'failed' })),
      coverage: coverageOf(tenants.map(({ health }) => health)),
    };
  }

  /** Null when the incident is not stored. */
  async detail(key: IncidentKey): Promise<IncidentDetail | null> {
    const { store } = this.parts;
    const [tenants, found, lookedAt] = await Promise.all([this.parts.tenants.list(), store.readIncident(key), store.lookedAtAll()]);
    if (!found) return null;
    const row = toRow(
      found.row,
      tenants.find((tenant) => tenant.tenantId === key.tenantId),
      lookedAt,
    );
    return {
      row,
      ...this.parts.provider(found.row.surface).contentAt(found.rawBody, found.row.rawIndex),
      portalUrl: portalUrlOf(await this.parts.portalBase(key.tenantId), key),
      targetUnread: await unreadTargetOf(found.row, store),
    };
  }

  /** Rows of these incidents with their page in the portal of their own tenant, for those that are stored. */
  async rows(keys: readonly IncidentKey[]): Promise<{ row: IncidentRow; portalUrl: string | null }[]> {
    const { store } = this.parts;
    const [tenants, found, lookedAt] = await Promise.all([this.parts.tenants.list(), store.readRows(keys), store.lookedAtAll()]);
    const byId = new Map(tenants.map((tenant) => [tenant.tenantId, tenant]));
    return Promise.all(
      found.map(async (stored) => ({
        row: toRow(stored, byId.get(stored.tenantId), lookedAt),
        portalUrl: portalUrlOf(await this.parts.portalBase(stored.tenantId), stored),
      })),
    );
  }

  /** The incident as the service sent it, as indented JSON text. */
  async raw(key: IncidentKey): Promise<string | null> {
    const found = await this.parts.store.readIncident(key);
    return found && this.parts.provider(found.row.surface).rawAt(found.rawBody, found.row.rawIndex);
  }

  /** Reads one tenant, or all of them (null). A service that said when to come back is not asked before. */
  async sync(tenantId: TenantId | null): Promise<SyncOutcome[]> {
    const all = await this.parts.tenants.list();
    const asked = tenantId === null ? all : all.filter((tenant) => tenant.tenantId === tenantId);
    const now = this.parts.now();
    const open = asked.filter(({ health }) => (health.problem?.retryAt ?? 0) <= now);
    const read = await this.parts.read(
      open.map((tenant) => tenant.tenantId),
      { interactive: tenantId !== null },
    );
    const outcomes = new Map(read.map((outcome) => [outcome.tenantId, outcome]));
    return asked.map((tenant) => outcomes.get(tenant.tenantId) ?? notAsked(tenant));
  }

  /** Reads the tenants again whose last read ended with this problem: what caused it is mended. */
  async readAgain(code: ProblemCode): Promise<void> {
    const failed = (await this.parts.tenants.list()).filter(({ health }) => health.problem?.code === code);
    if (failed.length === 0) return;
    await this.parts.read(
      failed.map(({ tenantId }) => tenantId),
      { interactive: true },
    );
  }

  cancelSync(tenantId: TenantId | null = null): Promise<void> {
    return this.parts.cancel(tenantId);
  }

  /** Removes tenants, or what is stored of them, between their reads: those under way end before, and those ordered meanwhile begin afterwards. */
  without<T>(tenantIds: readonly TenantId[], remove: () => Promise<T>): Promise<T> {
    return this.parts.without(tenantIds, remove);
  }
}

/** The outcome of a tenant that waits: that of its last read still stands. */
function notAsked({ tenantId, health: { problem } }: Tenant): SyncOutcome {
  return { tenantId, result: 'failed', pages: 0, incidents: 0, finishedAt: Date.now(), ...(problem ? { problem } : {}) };
}

/** A stored row as lists show it, with the state of its tenant. */
export function toRow(stored: StoredIncident, tenant: Tenant | undefined, lookedAtAll: Instant): IncidentRow {
  const { rawIndex: _rawIndex, firstStoredAt, changedAt, lookedAt, ...row } = stored;
  const since = Math.max(lookedAtAll, lookedAt);
  const news = changedAt <= since ? null : firstStoredAt > since ? 'new' : 'changed';
  return { ...row, tenantState: tenant?.health.state ?? 'failed', news };
}
