import type { TenantId } from '../../contract/ids';
import type { Surface } from '../../contract/permissions';
import type { Problem, ProblemCode } from '../../contract/problem';
import type { SurfaceUse } from '../../contract/surface-use';
import { unlessAborted } from '../utility/unless-aborted';
import type { IncidentProvider } from './provider';
import { type ReadTenantParts, type ReadTenantRun, readTenant, type TenantRead } from './read-tenant';
import type { SurfaceRefusals } from './surface-refusals';

export interface SurfaceChoiceParts extends Omit<ReadTenantParts, 'provider'> {
  /** One for each surface there is. */
  providers: readonly IncidentProvider[];
  refusals: SurfaceRefusals;
}

export interface SurfaceChoiceRun extends ReadTenantRun {
  preferred: Surface;
}

export type SurfaceRead = TenantRead & { readOver?: SurfaceUse };

/** Refusals that are about the partner app, and not about the tenant: another of its apps may be let in. */
const OF_APP: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['consentMissing', 'appDisabled']);

/** A service that says it is not there is asked once more, after so long. */
const GONE_PAUSE_MS = 2_000;

/**
 * Reads a tenant over the surface preferred and, where the tenant does not allow that one, over the other. A surface is ruled out by the roles of its
 * token, or by its own refusal: roles, licence, or a service that is not there. Both refused: the preferred one's problem, with the other's beside it.
 */
export async function readBySurface(tenantId: TenantId, parts: SurfaceChoiceParts, run: SurfaceChoiceRun): Promise<SurfaceRead> {
  return new SurfaceReader(tenantId, parts, { ...run, counted: new Set() }).read();
}

class SurfaceReader {
  constructor(
    private readonly tenantId: TenantId,
    private readonly parts: SurfaceChoiceParts,
    private readonly run: SurfaceChoiceRun,
  ) {}

  async read(): Promise<SurfaceRead> {
    const { tenantId, run, parts } = this;
    const preferred = parts.providers.find(({ surface }) => surface === run.preferred) ?? parts.providers[0];
    if (!preferred) throw new Error('There is no surface to read over');
    const other = parts.providers.find((one) => one !== preferred);
    const use = { surface: preferred.surface, preferred: preferred.surface };
    const known = other ? this.#knownRefusal(preferred.surface) : null;
    const first = known ? null : await this.#readOver(preferred, { trustRoles: other !== undefined });
    const why = known ?? refusalOf(first) ?? (other ? await this.#refusalOfApp(first, preferred, other) : null);
    if (!other || !why) {
      if (first?.complete) parts.refusals.forget(tenantId);
      return { ...(first ?? (await this.#readOver(preferred, { trustRoles: false }))), readOver: use };
    }
    const second = await this.#readOver(other, { trustRoles: true });
    const otherWhy = refusalOf(second) ?? (second.problem && OF_APP.has(second.problem.code) ? second.problem : null);
    if (!otherWhy) {
      if (!known) parts.refusals.note(tenantId, preferred.surface, why, parts.now());
      const partial = second.partial || (first?.partial ?? false);
      return { ...second, partial, readOver: { surface: other.surface, preferred: preferred.surface, otherProblem: why } };
    }
    parts.refusals.forget(tenantId);
    // No other way: the preferred one says in its own words why it is none.
    const asked = first?.problem && (first.problem.httpStatus !== undefined || OF_APP.has(first.problem.code)) ? first : null;
    const last = asked ?? (await this.#readOver(preferred, { trustRoles: false }));
    return { ...last, readOver: { ...use, ...(last.problem ? { otherProblem: otherWhy } : {}) } };
  }

  async #readOver(provider: IncidentProvider, { trustRoles }: { trustRoles: boolean }): Promise<TenantRead> {
    const parts = { ...this.parts, provider };
    const run = { ...this.run, trustRoles };
    const read = await readTenant(this.tenantId, parts, run);
    if (!isGone(read.problem) || run.signal.aborted) return read;
    await parts.delay(GONE_PAUSE_MS, run.signal);
    return readTenant(this.tenantId, parts, run);
  }

  /** The app this surface is read with is not allowed into the tenant, and the other surface has another app, which is: why; otherwise null. */
  async #refusalOfApp(first: TenantRead | null, preferred: IncidentProvider, other: IncidentProvider): Promise<Problem | null> {
    const problem = first?.problem;
    if (!problem || !OF_APP.has(problem.code) || this.run.signal.aborted) return null;
    const wish = { need: 'readIncidents', renew: false } as const;
    const ask = ({ surface }: IncidentProvider) => this.parts.tokens.getToken(this.tenantId, { ...wish, resource: surface });
    const grants = await unlessAborted(Promise.all([ask(preferred), ask(other)]), this.run.signal);
    if (!grants) return null;
    const [own, others] = grants;
    return others.ok && others.appId !== undefined && others.appId !== own.appId ? problem : null;
  }

  /** Why the surface need not be asked first. Who waits in front of the screen gets it asked anew. */
  #knownRefusal(surface: Surface): Problem | null {
    return this.run.rank.interactive ? null : this.parts.refusals.of(this.tenantId, surface, this.parts.now());
  }
}

/** Why the surface is none for this tenant; null: it is, however the read went. */
function refusalOf(read: TenantRead | null): Problem | null {
  const problem = read?.problem ?? null;
  return problem && (problem.code === 'rolesMissing' || problem.code === 'notLicensed' || isGone(problem)) ? problem : null;
}

function isGone(problem: Problem | null): boolean {
  return problem?.httpStatus === 404 || problem?.httpStatus === 410;
}
