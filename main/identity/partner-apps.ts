import { randomUUID } from 'node:crypto';
import type { TenantId } from '../../contract/ids';
import { type AppPurpose, DEFAULT_PURPOSE, type PartnerApp, type PartnerAppId, type PartnerAppInput } from '../../contract/partner-app';
import type { Surface } from '../../contract/permissions';
import type { CloudEnvironment } from '../cloud/environment';
import type { StoredPartnerApp, StorePort } from '../store/store-port';
import { appFor } from './app-choice';
import { type CredentialStanding, PartnerConnection, type PartnerConnectionParts, sameRegistration } from './partner-connection';
import { type ResolveAnswer, resolveTenant } from './resolve-tenant';
import type { AcquireAnswer } from './token-broker';
import type { AppGrant, TokenAsked, TokenPort } from './token-port';

export interface PartnerAppsParts extends Omit<PartnerConnectionParts, 'onToken' | 'store' | 'readFromKeyVault'> {
  store: Pick<StorePort, 'listPartnerApps' | 'savePartnerApp' | 'removePartnerApp' | 'linkTenants' | 'listTenants'> &
    PartnerConnectionParts['store'];
  clouds: readonly CloudEnvironment[];
  onToken?(tenantId: TenantId, appId: PartnerAppId, resource: Surface, answer: AcquireAnswer): void;
}

export type SaveAnswer = { ok: true; appId: PartnerAppId } | { ok: false; why: 'noSuchCloud' | 'noSuchApp' | 'alreadyThere' };

/** Tenants that are read with one app, and the cloud they are in. */
export interface AppGroup {
  environment: CloudEnvironment;
  tenantIds: TenantId[];
}

/** The partner's registrations in this profile, and which of them each tenant is linked to. */
export class PartnerApps implements TokenPort {
  readonly #connections = new Map<PartnerAppId, PartnerConnection>();
  readonly #readFromKeyVault: PartnerConnectionParts['readFromKeyVault'] = new Map();
  #links: Promise<ReadonlyMap<TenantId, readonly PartnerAppId[]>> | null = null;

  constructor(private readonly parts: PartnerAppsParts) {}

  /** Reads what is stored. Call once, before anything else. */
  async load(): Promise<void> {
    for (const app of await this.parts.store.listPartnerApps()) await this.#connect(app);
  }

  /** Looks whether the keychain still has the apps' secrets: not before the first list, as it takes a process of its own. */
  async look(): Promise<void> {
    for (const connection of this.#connections.values()) await connection.look();
  }

  /** The oldest first. */
  summaries(): PartnerApp[] {
    return [...this.#connections.values()].map((connection) => connection.summary());
  }

  connection(appId: PartnerAppId): PartnerConnection | null {
    return this.#connections.get(appId) ?? null;
  }

  /** The app new tenants are linked to where nothing else is said: the oldest. Empty while there is none. */
  oldest(): PartnerAppId[] {
    return [...this.#connections.keys()].slice(0, 1);
  }

  /** Connections of the apps a tenant is linked to, the oldest first. */
  async of(tenantId: TenantId): Promise<PartnerConnection[]> {
    const links = await this.#linked();
    return (links.get(tenantId) ?? []).flatMap((appId) => this.connection(appId) ?? []);
  }

  /** The app a tenant's incidents are read with over a surface; null when it is linked to none. */
  async readerOf(tenantId: TenantId, resource: Surface = 'xdr'): Promise<PartnerConnection | null> {
    return appFor(await this.of(tenantId), { tenantId, resource, need: 'readIncidents' });
  }

  /** The app a tenant's incidents are changed with over a surface; null when it is linked to none. */
  async writerOf(tenantId: TenantId, resource: Surface): Promise<PartnerConnection | null> {
    return appFor(await this.of(tenantId), { tenantId, resource, need: 'updateIncidents' });
  }

  /** Tenants by the app they are read with; those without one are left out. */
  async byReader(tenantIds: readonly TenantId[]): Promise<AppGroup[]> {
    const groups = new Map<PartnerConnection, AppGroup>();
    for (const tenantId of tenantIds) {
      const reader = await this.readerOf(tenantId);
      if (!reader) continue;
      const group = groups.get(reader) ?? { environment: reader.environment, tenantIds: [] };
      group.tenantIds.push(tenantId);
      groups.set(reader, group);
    }
    return [...groups.values()];
  }

  /** How the credential stands that a tenant is read with over a surface. */
  async credentialOf(tenantId: TenantId, resource: Surface): Promise<CredentialStanding> {
    const { problem = null, goodSince = null } = (await this.readerOf(tenantId, resource)) ?? {};
    return { problem, goodSince };
  }

  getToken: TokenPort['getToken'] = async (tenantId, { resource, need, renew }) => {
    const chosen = appFor(await this.of(tenantId), { tenantId, resource, need });
    if (!chosen) return { ok: false, problem: { code: 'noPartnerApp', at: this.parts.now() } };
    return { ...(await chosen.broker.getToken(tenantId, { resource, need, renew })), appId: chosen.app.appId };
  };

  /** As `getToken`, for several and without asking anybody: null where a new token is needed. */
  async heldTokens(asked: readonly TokenAsked[]): Promise<(AppGrant | null)[]> {
    return Promise.all(
      asked.map(async ({ tenantId, resource, need }) => {
        const chosen = appFor(await this.of(tenantId), { tenantId, resource, need });
        const grant = chosen?.broker.heldGrant(tenantId, { resource, need });
        return chosen && grant ? { ...grant, appId: chosen.app.appId } : null;
      }),
    );
  }

  /** A person starts anew: refusals of credentials remembered from before are asked about again. */
  retry(): void {
    for (const { broker } of this.#connections.values()) broker.retry();
  }

  /**
   * Adds a registration, or changes one. A changed client or cloud drops every token held and takes the credentials that belonged to it out of the
   * vault: they are not carried over. Throws KeychainError when that fails.
   */
  async save({ appId, ...input }: PartnerAppInput): Promise<SaveAnswer> {
    if (!this.parts.clouds.some(({ id }) => id === input.cloudId)) return { ok: false, why: 'noSuchCloud' };
    const before = appId === null ? null : this.connection(appId);
    if (appId !== null && !before) return { ok: false, why: 'noSuchApp' };
    const twin = [...this.#connections.values()].some(({ app }) => app.appId !== appId && sameRegistration(app, input));
    if (twin) return { ok: false, why: 'alreadyThere' };
    if (before && !sameRegistration(before.app, input)) await before.removeCredentials();
    const purpose = before?.app.purpose ?? DEFAULT_PURPOSE;
    return { ok: true, appId: await this.#store({ ...input, purpose, appId: appId ?? randomUUID(), savedAt: this.parts.now() }) };
  }

  /** False when there is no such app. */
  async setPurpose(appId: PartnerAppId, purpose: AppPurpose): Promise<boolean> {
    const app = this.connection(appId)?.app;
    if (!app) return false;
    await this.#store({ ...app, purpose });
    return true;
  }

  /** Removes registration and credentials. Throws KeychainError when the vault refuses. */
  async remove(appId: PartnerAppId): Promise<void> {
    await this.connection(appId)?.removeCredentials();
    await this.parts.store.removePartnerApp(appId);
    this.#connections.delete(appId);
    this.linksChanged();
    this.parts.onChange();
  }

  /** Links tenants to an app or takes the links away, tokens included. False when there is no such app. */
  async link(appId: PartnerAppId, tenantIds: readonly TenantId[], linked: boolean): Promise<boolean> {
    const connection = this.connection(appId);
    if (!connection) return false;
    await this.parts.store.linkTenants({ appId, tenantIds, linked });
    if (!linked) for (const tenantId of tenantIds) connection.broker.forget(tenantId);
    this.linksChanged();
    this.parts.onChange();
    return true;
  }

  /** Tenants came or went, or were linked otherwise. */
  linksChanged(): void {
    this.#links = null;
  }

  /** What a typed tenant ID, domain or pasted URL means in the cloud of an app (absent: the oldest); null without one. */
  async resolveTenant(query: string, appId?: PartnerAppId): Promise<ResolveAnswer | null> {
    const [first] = this.#connections.values();
    const connection = appId === undefined ? first : this.connection(appId);
    if (!connection) return null;
    const { fetch, now } = this.parts;
    const { environment, app } = connection;
    return resolveTenant(query, { environment, homeTenantId: app.homeTenantId, fetch, now });
  }

  /** Drops what is held of a tenant that leaves the list. */
  forgetTenant(tenantId: TenantId): void {
    for (const { broker } of this.#connections.values()) broker.forget(tenantId);
  }

  async #store(app: StoredPartnerApp): Promise<PartnerAppId> {
    await this.parts.store.savePartnerApp(app);
    await this.#connect(app);
    await this.connection(app.appId)?.look();
    this.linksChanged();
    this.parts.onChange();
    return app.appId;
  }

  /** An app in a cloud this profile does not have (any more) cannot be used, and is left as it is. */
  async #connect(app: StoredPartnerApp): Promise<void> {
    const environment = this.parts.clouds.find(({ id }) => id === app.cloudId);
    if (!environment) return;
    const { store, vault, fetch, now, onChange, onToken } = this.parts;
    const connection = new PartnerConnection(app, environment, {
      store,
      vault,
      readFromKeyVault: this.#readFromKeyVault,
      fetch,
      now,
      onChange: () => {
        if (this.connection(app.appId) === connection) onChange();
      },
      onToken: (tenantId, resource, answer) => {
        if (this.connection(app.appId) === connection) onToken?.(tenantId, app.appId, resource, answer);
      },
    });
    await connection.load();
    this.#connections.set(app.appId, connection);
  }

  #linked(): Promise<ReadonlyMap<TenantId, readonly PartnerAppId[]>> {
    this.#links ??= this.#readLinks();
    return this.#links;
  }

  async #readLinks(): Promise<ReadonlyMap<TenantId, readonly PartnerAppId[]>> {
    try {
      return new Map((await this.parts.store.listTenants()).map(({ tenantId, appIds }) => [tenantId, appIds]));
    } catch (error) {
      // The next who asks reads anew.
      this.linksChanged();
      throw error;
    }
  }
}
