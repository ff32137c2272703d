import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import type { Problem } from '../../../contract/problem';
import { parseCloudFile } from '../../../main/cloud/cloud-file';
import type { CloudEnvironment } from '../../../main/cloud/environment';
import { TokenBroker } from '../../../main/identity/token-broker';
import { type Sandbox, type SandboxOptions, startSandbox, type TenantState } from '../../../sandbox/index';

/** Short clocks, so that a test of silence takes a moment. */
export const QUICK = { headersMs: 700, bodyMs: 900, maxBytes: 64 * 1024 * 1024 };

export interface PartnerAtSandbox {
  sandbox: Sandbox;
  environment: CloudEnvironment;
  broker: TokenBroker;
  /** What was said about the partner's own credential. */
  said: (Problem | null)[];
  /** The secret the vault holds. */
  vault: { secret: string | null };
  tenantIn(state: TenantState): string;
  tokenRequests(): number;
}

/** The sandbox cloud, found through its own cloud definition, and a broker with its partner app. */
export async function partnerAtSandbox(options: SandboxOptions = {}): Promise<PartnerAtSandbox> {
  const sandbox = await startSandbox(options);
  const environment = parseCloudFile(JSON.stringify(sandbox.cloudDefinition()));
  const said: (Problem | null)[] = [];
  const vault: { secret: string | null } = { secret: sandbox.partner.clientSecret };
  const broker = new TokenBroker({
    environment,
    clientId: sandbox.partner.clientId,
    purpose: DEFAULT_PURPOSE,
    getCredential: async () => (vault.secret === null ? null : { kind: 'secret', secret: vault.secret }),
    fetch,
    now: Date.now,
    limits: QUICK,
    onGlobalProblem: (problem) => said.push(problem),
  });
  return {
    sandbox,
    environment,
    broker,
    said,
    vault,
    tenantIn: (state) => {
      const tenant = sandbox.tenants.find((one) => one.state === state) ?? sandbox.tenants[0];
      if (!tenant) throw new Error('The sandbox has no tenants');
      if (tenant.state !== state) sandbox.control.setTenantState(tenant.tenantId, state);
      return tenant.tenantId;
    },
    tokenRequests: () => sandbox.control.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/token')).length,
  };
}
