import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';

/** A usable token of exactly the tenant asked for, or the reason why there is none. */
export type TokenGrant = { ok: true; accessToken: string; expiresAt: number } | { ok: false; problem: Problem };

/** What the sync engine knows of tokens: one call. Implemented by the token broker in main. */
export interface TokenPort {
  /** `renew`: the API refused the one held; get a new one, once. */
  getToken(tenantId: TenantId, options: { renew: boolean }): Promise<TokenGrant>;
}
