import type { Instant, TenantId } from '../../contract/ids';
import type { Surface } from '../../contract/permissions';

/** From here on hunting over Defender XDR returns nothing ("Migrate from the older APIs", Microsoft Graph security API overview). */
export const XDR_ENDS = Date.UTC(2027, 1, 1);
/** A surface that refused is asked first again after so long: roles and licences come. */
const ASK_AGAIN_MS = 60 * 60_000;

/** Which surface answers for which tenant. Kept in memory: after a restart Graph is asked first again. */
export class SurfaceMemory {
  readonly #refused = new Map<string, Instant>();
  readonly #answered = new Map<TenantId, Surface>();

  /** Surfaces in the order they are to be tried: Graph before Defender XDR, one that refused lately last, and none that has ended. */
  order(tenantId: TenantId, now: Instant): Surface[] {
    if (now >= XDR_ENDS) return ['graph'];
    const late = (surface: Surface): boolean => now - (this.#refused.get(`${surface} ${tenantId}`) ?? -ASK_AGAIN_MS) < ASK_AGAIN_MS;
    return late('graph') && !late('xdr') ? ['xdr', 'graph'] : ['graph', 'xdr'];
  }

  answered(tenantId: TenantId, surface: Surface): void {
    this.#answered.set(tenantId, surface);
    this.#refused.delete(`${surface} ${tenantId}`);
  }

  refused(tenantId: TenantId, surface: Surface, now: Instant): void {
    this.#refused.set(`${surface} ${tenantId}`, now);
  }

  /** The one that answered last; null: none has. */
  known(tenantId: TenantId): Surface | null {
    return this.#answered.get(tenantId) ?? null;
  }
}
