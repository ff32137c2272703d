import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import type { Feature, Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';

/** A usable token of exactly the tenant asked for, or the reason why there is none. */
export type TokenGrant =
  | {
      ok: true;
      accessToken: string;
      expiresAt: number;
      /** Roles for what is needed of which the token is known to have none. */
      missingRoles?: readonly string[];
    }
  | { ok: false; problem: Problem };

export interface TokenWish {
  /** The API the token is for. */
  resource: Surface;
  /** What is to be done with it: decides which of a tenant's partner apps is asked. */
  need: Feature;
  /** The API refused the one held; get a new one, once. */
  renew: boolean;
}

/** A wish for a token that may be held already. */
export type TokenAsked = Omit<TokenWish, 'renew'> & { tenantId: TenantId };

/** A grant, and the app whose token it is. */
export type AppGrant = TokenGrant & { appId?: PartnerAppId };

/** What the sync engine knows of tokens: one call. Implemented by the partner apps in main. */
export interface TokenPort {
  getToken(tenantId: TenantId, wish: TokenWish): Promise<AppGrant>;
}
