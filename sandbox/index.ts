import { randomBytes } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app';
import { createControl } from './control/control';
import type { Tenant } from './directory/tenants';
import { createSigningKey } from './entra/signing-key';
import { listenOnLoopback } from './listen';
import { keepStates } from './state-file';
import type { CloudDefinition, Sandbox, SandboxOptions, SandboxTenant } from './types';
import { World } from './world';

export type {
  CloudDefinition,
  FaultRule,
  GraphSpelling,
  RequestRecord,
  Sandbox,
  SandboxControl,
  SandboxIncident,
  SandboxOptions,
  SandboxPartner,
  SandboxRegistration,
  SandboxTenant,
  TenantState,
  ThrottleRule,
} from './types';

function definitionOf(url: string): CloudDefinition {
  return {
    id: 'sandbox',
    name: 'Sandbox cloud',
    loginBase: url,
    apiBase: url,
    graphBase: url,
    portalBase: null,
    issuer: [`${url}/{tenantid}/`, `${url}/{tenantid}/v2.0`],
    scope: 'https://api.security.microsoft.com/.default',
    redirectUri: `${url}/portal`,
  };
}

function summary(world: World, tenant: Tenant): SandboxTenant {
  const { tenantId, domain, displayName, state } = tenant;
  return { tenantId, domain, displayName, state, incidents: world.countOf(tenant) };
}

/**
 * Starts an imitated Microsoft cloud on loopback: Entra ID as far as an app-only client sees it, and the incidents of the Defender XDR API.
 * Refuses what the service refuses. Plain http; nothing of it leaves the machine.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = new World(options.seed ?? 1, await createSigningKey(), options);
  if (options.stateFile !== undefined) keepStates(world, options.stateFile, options.now !== undefined);
  const server = await listenOnLoopback(options.port ?? 0);
  world.url = `http://127.0.0.1:${server.port}`;
  const controlKey = randomBytes(24).toString('base64url');
  const sandbox: Sandbox = {
    url: world.url,
    port: server.port,
    partner: world.partner,
    get tenants() {
      return world.customers.map((tenant) => summary(world, tenant));
    },
    foreign: { tenantId: world.foreign.tenantId, domain: world.foreign.domain },
    controlKey,
    cloudDefinition: () => definitionOf(world.url),
    control: createControl(world),
    close: async () => {
      world.faults.clear();
      await server.close();
    },
  };
  const app = createApp(world, () => sandbox, controlKey);
  const listener = getRequestListener(app.fetch, { hostname: '127.0.0.1', overrideGlobalObjects: false });
  server.serve((incoming, outgoing) => void listener(incoming, outgoing));
  return sandbox;
}
