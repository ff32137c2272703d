import type { Hono } from 'hono';
import type { Sandbox, SandboxControl } from '../types';

/**
 * The control over HTTP, for tests in another process: `POST /__sandbox/<name>` with the arguments as a JSON array, answered by
 * `{"value": …}`; `GET /__sandbox` describes the sandbox. Both need the bearer key.
 */
export function controlRoutes(app: Hono, sandbox: () => Sandbox, key: string): void {
  app.use('/__sandbox/*', async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${key}`) return c.json({ error: 'the control key is needed' }, 401);
    return next();
  });
  app.get('/__sandbox', (c) => {
    const { url, partner, tenants, foreign } = sandbox();
    return c.json({ url, partner, tenants, foreign, cloud: sandbox().cloudDefinition() });
  });
  app.post('/__sandbox/:name', async (c) => {
    const { control } = sandbox();
    const name = c.req.param('name');
    if (!Object.hasOwn(control, name)) return c.json({ error: `no such control: ${name}` }, 404);
    try {
      const given: unknown = await c.req.json();
      if (!Array.isArray(given)) return c.json({ error: 'the arguments must be a JSON array' }, 400);
      const run = control[name as keyof SandboxControl] as (...args: unknown[]) => unknown;
      return c.json({ value: run(...given) ?? null });
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : String(error) }, 400);
    }
  });
}
