import { type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { offTheList } from '../off-the-list';
import { fail, ok } from '../outcome';

/** Calls about the list of customers. */
export function tenantHandlers(
  context: IpcContext,
): HandlersOf<'tenants.list' | 'tenants.resolve' | 'tenants.add' | 'tenants.rename' | 'tenants.remove'> {
  return {
    'tenants.list': async () => {
      const desk = context.desk();
      return desk ? ok(await desk.tenants.list()) : STORE_CLOSED;
    },
    'tenants.resolve': async ({ query, appId }) => {
      const answer = await context.desk()?.apps.resolveTenant(query, appId);
      if (!answer) return NO_PARTNER_APP;
      return answer.ok ? ok(answer.tenant) : fail('problem', 'The tenant could not be found', answer.problem);
    },
    'tenants.add': async ({ tenantId, displayName, domain, appIds }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const added = await desk.tenants.add({ tenantId, displayName, domain: domain ?? null, ...(appIds ? { appIds } : {}) });
      return added ? ok(added) : fail('alreadyExists', 'This tenant is in the list already');
    },
    'tenants.rename': async ({ tenantId, displayName }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const renamed = await desk.tenants.rename(tenantId, displayName);
      return renamed ? ok(renamed) : NO_SUCH_TENANT;
    },
    'tenants.remove': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      await desk.audit.note('tenantRemoved', tenantId);
      const removed = await offTheList(desk, [tenantId], () => desk.tenants.remove(tenantId));
      return removed ? ok(null) : NO_SUCH_TENANT;
    },
  };
}
