import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/index';
import { PageServer } from '../support/page-server';
import { servePeer } from '../support/peer';

export interface CloudFacts {
  definition: ReturnType<Sandbox['cloudDefinition']>;
  partner: Pick<Sandbox['partner'], 'clientId' | 'homeTenantId' | 'clientSecret'>;
  tenantIds: string[];
}

/** What was asked of the cloud since it was last asked for this. */
export interface CloudCalls {
  tokens: number;
  others: number;
  throttled: number;
}

export interface Cloud {
  /** `pages`: incidents are served from pages made beforehand, at an address of their own. */
  start(options: SandboxOptions & { pages: boolean }): Promise<CloudFacts>;
  /** Makes the pages of these tenants. Out: the IDs of their incidents. */
  prepare(tenantIds: string[]): Promise<Record<string, string[]>>;
  change(tenantIds: string[], each: number): Promise<void>;
  calls(): Promise<CloudCalls>;
  /** Processor time of the cloud so far (ms): it has the same machine. */
  cpuMs(): Promise<number>;
}

let sandbox: Sandbox;
let server: PageServer | null = null;

/** The imitated cloud of a bench, in a process of its own so that its work is nobody else's. Every tenant has consented. */
servePeer<Cloud>({
  async start({ pages, ...options }) {
    sandbox = await startSandbox(options);
    const tenantIds = sandbox.tenants.map(({ tenantId }) => tenantId);
    for (const tenantId of tenantIds) sandbox.control.setTenantState(tenantId, 'consented');
    const definition = sandbox.cloudDefinition();
    if (pages) {
      server = new PageServer(sandbox, options.latencyMs ?? 0);
      definition.apiBase = await server.listen();
    }
    return { definition, partner: sandbox.partner, tenantIds };
  },
  prepare: async (tenantIds) => (await server?.prepare(tenantIds)) ?? {},
  async change(tenantIds, each) {
    await server?.change(tenantIds, each);
    // What making it left behind is not collected while it is measured.
    globalThis.gc?.();
  },
  async cpuMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  async calls() {
    const requests = sandbox.control.requests();
    sandbox.control.clearRequests();
    const tokens = requests.filter(({ path }) => path.endsWith('/token')).length;
    const others = requests.length - tokens + (server?.calls ?? 0);
    if (server) server.calls = 0;
    return { tokens, others, throttled: requests.filter(({ status }) => status === 429).length };
  },
});
