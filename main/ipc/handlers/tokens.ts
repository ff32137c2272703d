import { type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about tokens: the page gets facts, never a token. */
export function tokenHandlers(context: IpcContext): HandlersOf<'tokens.acquire' | 'tokens.held'> {
  return {
    'tokens.acquire': async ({ tenantId, appId, resource, fresh }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const connection = desk.apps.connection(appId);
      if (!connection) return NO_PARTNER_APP;
      const listed = await desk.tenants.has(tenantId);
      if (!listed && tenantId !== connection.app.homeTenantId) return NO_SUCH_TENANT;
      const answer = await connection.broker.acquire(tenantId, { resource, fresh });
      // The tenant's state speaks of reading its incidents: a token for something else says nothing about that.
      const surface = await desk.tenants.surfaceOf(tenantId);
      const reads = listed && resource === surface && (await desk.apps.readerOf(tenantId, surface)) === connection;
      if (reads) await desk.tenants.recordToken(tenantId, answer);
      return answer.ok ? ok(answer.facts) : fail('problem', 'No usable token', answer.problem);
    },
    'tokens.held': async ({ tenantId, appId, resource }) =>
      ok(context.desk()?.apps.connection(appId)?.broker.held(tenantId, resource) ?? null),
  };
}
