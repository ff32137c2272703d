import type { ConsentEvent } from '../../contract/consent';
import type { Instant, TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';

/** What a `state` that came back turned out to be. */
export type RedeemedState =
  | { found: 'valid' | 'expired' | 'used' | 'otherTenant'; tenantId: TenantId; appId: PartnerAppId | null }
  | { found: 'unknown' };

export interface TenantConsentEvent {
  tenantId: TenantId;
  event: ConsentEvent;
}

/** What of the store consents need: links that were handed out, and what happened about each. */
export interface ConsentPort {
  /** Remembers a random `state` handed out in a consent link, bound to its tenant and app. */
  saveConsentState(entry: {
    state: string;
    tenantId: TenantId;
    appId: PartnerAppId;
    createdAt: Instant;
    expiresAt: Instant;
  }): Promise<void>;
  /** The newest unexpired and unused state of a tenant and app, so that copying a link twice does not void the first. */
  findConsentState(tenantId: TenantId, appId: PartnerAppId, now: Instant): Promise<string | null>;

  /**
   * Looks up a `state` that came back and, when it is valid and `spend` is set, uses it up in the same step, so that of two answers only one counts.
   * `expected`: the only tenant it may belong to; null: any.
   */
  redeemConsentState(asked: { state: string; expected: TenantId | null; spend: boolean; now: Instant }): Promise<RedeemedState>;
  /** Adds to what happened about tenants' consents, in this order, all or none. Unknown tenant: nothing, as it may have been removed meanwhile. */
  addConsentEvents(events: readonly TenantConsentEvent[]): Promise<void>;
  /** The newest consent events of each tenant, newest first, at most 200 of each. In the order asked. */
  listConsentEvents(tenantIds: readonly TenantId[]): Promise<ConsentEvent[][]>;
}
