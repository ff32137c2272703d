import type { Instant, TenantId } from '../../../contract/ids';
import type { PartnerAppId } from '../../../contract/partner-app';
import { rolesFor, type Surface } from '../../../contract/permissions';
import type { Problem } from '../../../contract/problem';
import type { WriteAccess } from '../../../contract/writes';
import type { CloudEnvironment } from '../../cloud/environment';
import type { PartnerConnection } from '../../identity/partner-connection';
import { rolesMissing } from '../../identity/roles-missing';

/** Who knows the app a tenant's incidents are changed with. */
export interface WriterSource {
  writerOf(tenantId: TenantId, resource: Surface): Promise<Writer | null>;
}

/** What is used of that app. */
interface Writer extends Pick<PartnerConnection, 'environment'> {
  app: Pick<PartnerConnection['app'], 'appId'>;
  broker: Pick<PartnerConnection['broker'], 'acquire'>;
}

/** How incidents of a tenant are changed, or why not. */
export interface WriteWay {
  /** `unknown`: the service may say. */
  may: WriteAccess['may'];
  surface: Surface;
  /** Null: there is no app to do it with. */
  environment: CloudEnvironment | null;
  appId: PartnerAppId | null;
  missingRoles: string[];
  problem?: Problem;
}

/** A tenant whose token lacks the role is asked for another one at most this often, unless a person tries again. */
const ASK_ANEW_MS = 60_000;

const OTHER: Record<Surface, Surface> = { xdr: 'graph', graph: 'xdr' };

/** Over which surface, and with which app, a tenant's incidents are changed: the roles of its tokens decide. */
export class WriteWays {
  readonly #askedAnew = new Map<TenantId, Instant>();

  constructor(
    private readonly apps: WriterSource,
    private readonly now: () => Instant,
  ) {}

  /**
   * The surface preferred, or the other where only that one's token allows it. `fresh`: a token held from before may not know of a consent given since.
   */
  async of(tenantId: TenantId, preferred: Surface, { fresh }: { fresh: boolean }): Promise<WriteWay> {
    const held = await this.#best(tenantId, preferred, fresh);
    if (fresh || held.may !== 'no' || held.environment === null || !this.#mayAskAnew(tenantId)) return held;
    return this.#best(tenantId, preferred, true);
  }

  /** A token without the role may be older than the consent. */
  #mayAskAnew(tenantId: TenantId): boolean {
    const now = this.now();
    const before = this.#askedAnew.get(tenantId);
    if (before !== undefined && now - before < ASK_ANEW_MS) return false;
    this.#askedAnew.set(tenantId, now);
    return true;
  }

  async #best(tenantId: TenantId, preferred: Surface, fresh: boolean): Promise<WriteWay> {
    const first = await this.#over(tenantId, preferred, fresh);
    if (first.may === 'yes' || first.environment === null) return first;
    const second = await this.#over(tenantId, OTHER[preferred], fresh);
    return second.may === 'yes' ? second : first;
  }

  async #over(tenantId: TenantId, surface: Surface, fresh: boolean): Promise<WriteWay> {
    const app = await this.apps.writerOf(tenantId, surface);
    if (!app) return { may: 'no', surface, environment: null, appId: null, missingRoles: rolesFor('updateIncidents', surface) };
    const { environment } = app;
    const way = { surface, environment, appId: app.app.appId, missingRoles: [] };
    const answer = await app.broker.acquire(tenantId, { resource: surface, fresh });
    if (!answer.ok) return { ...way, may: 'unknown', problem: answer.problem };
    const { facts } = answer;
    if (facts.problem) return { ...way, may: 'unknown', problem: facts.problem };
    if (facts.warnings.includes('undecodable')) return { ...way, may: 'unknown' };
    const missingRoles = rolesMissing(facts, 'updateIncidents');
    return { ...way, may: missingRoles.length === 0 ? 'yes' : 'no', missingRoles };
  }
}
