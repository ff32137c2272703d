import type { Instant, TenantId } from '../../contract/ids';
import type { Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';

/** A surface that refused is asked again after so long: roles and licences come back. */
const ASK_AGAIN_MS = 60 * 60_000;

/** Which surface refused which tenant lately, so that it is not asked at every read. Kept in memory: after a restart it is asked again. */
export class SurfaceRefusals {
  readonly #known = new Map<TenantId, { surface: Surface; problem: Problem; at: Instant }>();

  note(tenantId: TenantId, surface: Surface, problem: Problem, at: Instant): void {
    this.#known.set(tenantId, { surface, problem, at });
  }

  /** Null: none, or long enough ago to ask again. */
  of(tenantId: TenantId, surface: Surface, now: Instant): Problem | null {
    const known = this.#known.get(tenantId);
    if (known?.surface !== surface || now < known.at || now - known.at >= ASK_AGAIN_MS) return null;
    return known.problem;
  }

  forget(tenantId: TenantId): void {
    this.#known.delete(tenantId);
  }
}
