import { randomBytes } from 'node:crypto';
import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import type { StorePort } from '../store/store-port';

/** A link may lie in an admin's mailbox for a while. */
const VALID_MS = 14 * 24 * 60 * 60_000;

/** Hands out the `state` of consent links: random, bound to one tenant and app, the same one while it is valid. */
export class ConsentState {
  readonly #pending = new Map<string, Promise<string>>();

  constructor(private readonly parts: { store: Pick<StorePort, 'findConsentState' | 'saveConsentState'>; now(): number }) {}

  /** 192 random bits as base64url. Copying a link twice gives the same state, so the first copy stays good. */
  async forTenant(tenantId: TenantId, appId: PartnerAppId): Promise<string> {
    const key = `${tenantId} ${appId}`;
    const pending = this.#pending.get(key) ?? this.#findOrMake(tenantId, appId).finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  async #findOrMake(tenantId: TenantId, appId: PartnerAppId): Promise<string> {
    const { store, now } = this.parts;
    const createdAt = now();
    const known = await store.findConsentState(tenantId, appId, createdAt);
    if (known !== null) return known;
    const state = randomBytes(24).toString('base64url');
    await store.saveConsentState({ state, tenantId, appId, createdAt, expiresAt: createdAt + VALID_MS });
    return state;
  }
}
