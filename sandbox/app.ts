import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { controlRoutes } from './control/control-routes';
import { weather } from './control/fault-middleware';
import { ApiError } from './defender/api-error';
import { incidentRoutes } from './defender/incident-routes';
import { consentRoutes } from './entra/consent-routes';
import { metadataRoutes } from './entra/metadata-routes';
import { signInRoutes } from './entra/sign-in-routes';
import { tokenRoutes } from './entra/token-routes';
import { GraphError } from './graph/graph-error';
import { graphRoutes } from './graph/graph-routes';
import { gzipped } from './gzip';
import { huntingRoutes } from './hunting/hunting-routes';
import type { Sandbox } from './types';
import type { World } from './world';

/** All addresses of the imitated cloud: sign-in service, Defender API, Graph and the sandbox's own control. */
export function createApp(world: World, sandbox: () => Sandbox, controlKey: string): Hono {
  const app = new Hono();
  controlRoutes(app, sandbox, controlKey);
  app.use('*', weather(world));
  app.use('*', async (c, next) => {
    await next();
    if (!c.res.headers.has('x-ms-request-id')) c.header('x-ms-request-id', randomUUID());
  });
  for (const path of ['/api/*', '/v1.0/*']) {
    app.use(path, async (c, next) => {
      await next();
      c.header('date', new Date(world.clock()).toUTCString());
    });
  }
  app.use('/api/*', gzipped);
  app.use('/v1.0/*', gzipped);
  huntingRoutes(app, world);
  incidentRoutes(app, world);
  graphRoutes(app, world);
  metadataRoutes(app, world);
  tokenRoutes(app, world);
  consentRoutes(app, world);
  signInRoutes(app, world);
  app.onError((error, c) => {
    if (error instanceof ApiError || error instanceof GraphError) return error.respond(c);
    return c.json({ error: { code: 'InternalServerError', message: 'The sandbox failed.', target: randomUUID() } }, 500);
  });
  return app;
}
