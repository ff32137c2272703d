import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenProfile } from './open-profile';
import type { OpenProfileParts } from './open-profile-parts';
import { profileFolder } from './paths';
import { profileOfCloud } from './profiles';
import { startSandboxHost } from './sandbox-host';

const SANDBOX = { id: 'sandbox', kind: 'sandbox', name: 'Sandbox' } as const;

/**
 * Starts the imitated cloud and opens its profile. The first time, the partner app and the customers that the sandbox knows are entered, so that there is
 * something to work with; what the user changes afterwards stays.
 */
export async function openSandboxProfile(parts: OpenProfileParts): Promise<OpenProfile> {
  const folder = profileFolder(SANDBOX.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const host = await startSandboxHost(join(folder, 'sandbox-state.json'));
  let open: OpenProfile | null = null;
  try {
    open = await OpenProfile.open(profileOfCloud(host.environment, SANDBOX), parts);
    open.onClose(() => host.stop());
    const desk = open.desk;
    const { clientId, homeTenantId, clientSecret } = host.partner;
    await desk?.apps.look();
    const known = desk?.apps.summaries().find((app) => app.clientId === clientId);
    if (!desk || known?.secret === open.secretPlace()) return open;
    const firstTime = desk.apps.summaries().length === 0;
    const registration = { appId: known?.appId ?? null, name: 'Sandbox app', clientId, homeTenantId, cloudId: host.environment.id };
    const saved = await desk.apps.save(registration);
    if (saved.ok) await desk.apps.connection(saved.appId)?.saveSecret(clientSecret);
    if (firstTime) for (const tenant of host.tenants) await desk.tenants.add(tenant);
    return open;
  } catch (error) {
    await open?.close();
    host.stop();
    throw error;
  }
}
