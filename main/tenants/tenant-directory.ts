import type { Instant, TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import type { Surface } from '../../contract/permissions';
import { GLOBAL_PROBLEMS, type Problem } from '../../contract/problem';
import type { SyncSchedule } from '../../contract/sync-schedule';
import type { Tenant, TenantHealth } from '../../contract/tenant';
import type { CredentialStanding } from '../identity/partner-connection';
import type { StoredTenant, StorePort } from '../store/store-port';
import { nextReadAt } from './next-read';
import { statesHoldUntil, tenantHealth } from './tenant-health';

export interface TenantDirectoryParts {
  store: StorePort;
  now(): number;
  /** Tenants being read right now. */
  refreshing(): ReadonlySet<TenantId>;
  /** How the credential stands that this tenant is read with over a surface. */
  credentialOf(tenantId: TenantId, over: Surface): Promise<CredentialStanding>;
  /** The surface tenants are read over first where nothing else is said of one. */
  preferredSurface(): Surface;
  /** When tenants are read by themselves. */
  schedule(): SyncSchedule;
  /** Apps a new tenant is linked to where nothing else is said. */
  newTenantApps(): PartnerAppId[];
  /** States were told that hold until then, if nothing happens before. */
  holdsUntil(at: Instant): void;
  onChange(): void;
}

/** How asking for a token ended, as far as the tenant's health is concerned. */
export type TokenAttempt = { ok: true; facts: { problem?: Problem; missingRoles: readonly string[] } } | { ok: false; problem: Problem };

/** The customers of this profile, each with its one visible state. */
export class TenantDirectory {
  constructor(private readonly parts: TenantDirectoryParts) {}

  async list(): Promise<Tenant[]> {
    const now = this.parts.now();
    const refreshing = this.parts.refreshing();
    const schedule = this.parts.schedule();
    const stored = await this.parts.store.listTenants();
    this.parts.holdsUntil(statesHoldUntil(stored, now));
    return Promise.all(
      stored.map(async (one) => {
        const credential = await this.parts.credentialOf(one.tenantId, this.#surfaceOf(one));
        return toTenant(one, { now, refreshing: refreshing.has(one.tenantId), schedule }, credential);
      }),
    );
  }

  async has(tenantId: TenantId): Promise<boolean> {
    return (await this.parts.store.listTenants()).some((tenant) => tenant.tenantId === tenantId);
  }

  /** Since when nothing is known against the credential a tenant is read with; null: it is refused. */
  async goodSince(stored: StoredTenant): Promise<Instant | null> {
    return (await this.parts.credentialOf(stored.tenantId, this.#surfaceOf(stored))).goodSince;
  }

  /** The surface a tenant is read over, or is to be: a token for another one says nothing of its state. */
  async surfaceOf(tenantId: TenantId): Promise<Surface> {
    const stored = (await this.parts.store.listTenants()).find((tenant) => tenant.tenantId === tenantId);
    return this.#surfaceOf(stored);
  }

  #surfaceOf(stored: Pick<StoredTenant, 'readOver' | 'profile'> | undefined): Surface {
    return stored?.readOver?.surface ?? stored?.profile.surface ?? this.parts.preferredSurface();
  }

  /** Tenants to be read through Graph first; the others over Defender XDR. */
  async graphFirst(): Promise<TenantId[]> {
    const chosen = await this.parts.store.chosenSurfaces();
    const byDefault = this.parts.preferredSurface();
    return chosen.filter(({ surface }) => (surface ?? byDefault) === 'graph').map(({ tenantId }) => tenantId);
  }

  /** Null when the tenant is in the list already. */
  async add(entry: {
    tenantId: TenantId;
    displayName: string;
    domain: string | null;
    appIds?: readonly PartnerAppId[];
  }): Promise<Tenant | null> {
    const appIds = entry.appIds ?? this.parts.newTenantApps();
    const added = await this.parts.store.addTenant({ ...entry, appIds, addedAt: this.parts.now() });
    return added ? this.#changed(entry.tenantId) : null;
  }

  /** Null when there is no such tenant. */
  async rename(tenantId: TenantId, displayName: string): Promise<Tenant | null> {
    return (await this.parts.store.renameTenant(tenantId, displayName)) ? this.#changed(tenantId) : null;
  }

  /** Removes the tenant and all that is stored of it. */
  async remove(tenantId: TenantId): Promise<boolean> {
    const removed = await this.parts.store.removeTenant(tenantId);
    this.parts.onChange();
    return removed;
  }

  /** Notes on the tenant how asking for its token ended. A problem of the partner's own credential is not the tenant's. */
  async recordToken(tenantId: TenantId, attempt: TokenAttempt): Promise<void> {
    const at = this.parts.now();
    const problem = attempt.ok ? factsProblem(attempt.facts, at) : attempt.problem;
    if (problem && GLOBAL_PROBLEMS.has(problem.code)) return;
    await this.parts.store.recordAttempt(tenantId, problem ? { at, kind: 'problem', problem, partial: false } : { at, kind: 'token' });
    this.parts.onChange();
  }

  /** Null when there is no such tenant. */
  async find(tenantId: TenantId): Promise<Tenant | null> {
    return (await this.list()).find((tenant) => tenant.tenantId === tenantId) ?? null;
  }

  #changed(tenantId: TenantId): Promise<Tenant | null> {
    this.parts.onChange();
    return this.find(tenantId);
  }
}

function factsProblem(facts: { problem?: Problem; missingRoles: readonly string[] }, at: number): Problem | null {
  if (facts.problem) return facts.problem;
  return facts.missingRoles.length > 0 ? { code: 'rolesMissing', at, missingRoles: [...facts.missingRoles] } : null;
}

function toTenant(
  stored: StoredTenant,
  view: { now: number; refreshing: boolean; schedule: SyncSchedule },
  credential: CredentialStanding,
): Tenant {
  const { tenantId, displayName, domain, profile, appIds, addedAt, incidentCount } = stored;
  const { schedule } = view;
  const pausedSince = schedule.pausedAt ?? schedule.pausedTenants[tenantId];
  const nextRead = nextReadAt(stored, { ...view, goodSince: credential.goodSince });
  const health: TenantHealth = {
    ...tenantHealth(stored, view),
    ...(nextRead === null ? {} : { nextReadAt: nextRead }),
    ...(pausedSince === undefined ? {} : { pausedSince }),
  };
  // While a tenant cannot be read, or is not to be, it is not fresh, however lately it was.
  const behindSince = credential.problem?.at ?? pausedSince;
  const behind = health.state === 'fresh' && behindSince !== undefined;
  return {
    tenantId,
    displayName,
    domain: domain ?? undefined,
    profile,
    appIds,
    addedAt,
    incidentCount,
    health: behind ? { ...health, state: 'stale', since: behindSince } : health,
  };
}
