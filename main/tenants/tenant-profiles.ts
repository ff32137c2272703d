import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import { EMPTY_PROFILE, MAX_TAGS, type TenantEdit, type TenantProfile } from '../../contract/tenant-profile';
import type { StorePort, TenantEntry } from '../store/store-port';

/** What people note on their customers, one at a time or many at once. */
export class TenantProfiles {
  constructor(private readonly parts: { store: StorePort; now(): number; newTenantApps(): PartnerAppId[]; onChange(): void }) {}

  /** False when there is no such tenant. */
  async save(tenantId: TenantId, profile: TenantProfile): Promise<boolean> {
    const [tenant] = await this.chosen([tenantId]);
    if (!tenant) return false;
    await this.#write([], [{ ...entryOf(tenant), profile }]);
    return true;
  }

  /** Adds those that are not in the list yet, each once. */
  async addSeveral(tenants: readonly { tenantId: TenantId; displayName: string; domain?: string }[]) {
    const listed = new Set((await this.parts.store.listTenants()).map(({ tenantId }) => tenantId));
    const fresh = new Map(tenants.filter(({ tenantId }) => !listed.has(tenantId)).map((tenant) => [tenant.tenantId, tenant]));
    const added = [...fresh.values()].map(({ domain, ...tenant }) => ({ ...tenant, domain: domain ?? null, profile: EMPTY_PROFILE }));
    await this.#write(added, []);
    return { added: added.length, already: tenants.length - added.length };
  }

  /** How many it changed: those that were so already are not written. */
  async editSeveral(tenantIds: readonly TenantId[], edit: TenantEdit): Promise<number> {
    const changed = (await this.chosen(tenantIds)).flatMap((tenant) => {
      const profile = edited(tenant.profile, edit);
      return profile ? [{ ...entryOf(tenant), profile }] : [];
    });
    await this.#write([], changed);
    return changed.length;
  }

  async removeSeveral(tenantIds: readonly TenantId[]): Promise<number> {
    const removed = await this.parts.store.removeTenants(tenantIds);
    this.parts.onChange();
    return removed;
  }

  /** Entries of the tenants named that are in the list; null: of all. */
  async chosen(tenantIds: readonly TenantId[] | null): Promise<TenantEntry[]> {
    const all = await this.parts.store.listTenants();
    if (tenantIds === null) return all;
    const wanted = new Set(tenantIds);
    return all.filter(({ tenantId }) => wanted.has(tenantId));
  }

  async #write(added: readonly TenantEntry[], changed: readonly TenantEntry[]): Promise<void> {
    await this.parts.store.saveTenants({ added, changed, at: this.parts.now(), appIds: this.parts.newTenantApps() });
    this.parts.onChange();
  }
}

/** The profile after the edit; null when nothing changes. */
export function edited(profile: TenantProfile, edit: TenantEdit): TenantProfile | null {
  switch (edit.kind) {
    case 'setGroup':
      return profile.group === edit.group ? null : { ...profile, group: edit.group };
    case 'addTag':
      if (has(profile, edit.tag) || profile.tags.length >= MAX_TAGS) return null;
      return { ...profile, tags: [...profile.tags, edit.tag] };
    case 'removeTag':
      return has(profile, edit.tag) ? { ...profile, tags: profile.tags.filter((one) => !same(one, edit.tag)) } : null;
  }
}

function entryOf({ tenantId, displayName, domain, profile }: TenantEntry): TenantEntry {
  return { tenantId, displayName, domain, profile };
}

function has({ tags }: TenantProfile, tag: string): boolean {
  return tags.some((one) => same(one, tag));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
