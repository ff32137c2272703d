import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { z } from 'zod';
import { guid } from '../../contract/ids';
import { parseCloudFile } from '../cloud/cloud-file';
import type { CloudEnvironment } from '../cloud/environment';

/** Preferred port, so that consent links copied from the sandbox work after a restart; the next free one when taken. */
const PREFERRED_PORT = 48_620;

const started = z.union([
  z.object({
    cloud: z.unknown(),
    partner: z.object({ clientId: guid, homeTenantId: guid, clientSecret: z.string() }),
    tenants: z.array(z.object({ tenantId: guid, domain: z.string(), displayName: z.string() })),
  }),
  z.object({ failed: z.string() }),
]);

/** The running sandbox: its cloud, the partner app it knows, and its customers. */
export interface SandboxHost {
  environment: CloudEnvironment;
  partner: { clientId: string; homeTenantId: string; clientSecret: string };
  tenants: readonly { tenantId: string; domain: string; displayName: string }[];
  stop(): void;
}

/** Starts the imitated cloud in a process of its own. `stateFile` keeps given consents over restarts. Throws when it does not come up. */
export function startSandboxHost(stateFile: string | null): Promise<SandboxHost> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(join(__dirname, 'sandbox-process.cjs'), [], {
      serviceName: 'Tenantry sandbox cloud',
      stdio: 'ignore',
    });
    child.once('exit', (code) => reject(new Error(`The sandbox cloud ended at its start (code ${code})`)));
    child.once('message', (message: unknown) => {
      try {
        resolve({ ...startedWith(message), stop: () => child.kill() });
      } catch (error) {
        child.kill();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    child.once('spawn', () => child.postMessage({ port: PREFERRED_PORT, stateFile }));
  });
}

/** What the sandbox says of itself when it is up. Throws when it did not come up. */
function startedWith(message: unknown): Omit<SandboxHost, 'stop'> {
  const answer = started.parse(message);
  if ('failed' in answer) throw new Error(`The sandbox cloud did not start: ${answer.failed}`);
  const cloud = parseCloudFile(JSON.stringify(answer.cloud));
  return { environment: { ...cloud, id: 'sandbox', name: 'Sandbox', kind: 'sandbox' }, partner: answer.partner, tenants: answer.tenants };
}
