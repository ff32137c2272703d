import { z } from 'zod';

/** What the host asks this process for. */
const request = z.object({ port: z.number().int(), stateFile: z.string().nullable() });

/** Utility process that holds the imitated cloud, so that its work never stops a window. */
process.parentPort.once('message', ({ data }) => {
  void start(data);
});

async function start(data: unknown): Promise<void> {
  try {
    const { port, stateFile } = request.parse(data);
    const { startSandbox } = await import('../../sandbox/index');
    const sandbox = await startSandbox({ port, stateFile: stateFile ?? undefined });
    process.parentPort.postMessage({
      cloud: sandbox.cloudDefinition(),
      partner: sandbox.partner,
      tenants: sandbox.tenants.map(({ tenantId, domain, displayName }) => ({ tenantId, domain, displayName })),
    });
  } catch (error) {
    process.parentPort.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
}
