import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/index';
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
  start(options: SandboxOptions): Promise<CloudFacts>;
  calls(): Promise<CloudCalls>;
}

let sandbox: Sandbox;

/** The imitated cloud of a bench, in a process of its own so that its work is nobody else's. Every tenant has consented. */
servePeer<Cloud>({
  async start(options) {
    sandbox = await startSandbox(options);
    const tenantIds = sandbox.tenants.map(({ tenantId }) => tenantId);
    for (const tenantId of tenantIds) sandbox.control.setTenantState(tenantId, 'consented');
    return { definition: sandbox.cloudDefinition(), partner: sandbox.partner, tenantIds };
  },
  async calls() {
    const requests = sandbox.control.requests();
    sandbox.control.clearRequests();
    const tokens = requests.filter(({ path }) => path.endsWith('/token')).length;
    return { tokens, others: requests.length - tokens, throttled: requests.filter(({ status }) => status === 429).length };
  },
});
