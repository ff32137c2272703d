import { type IpcContext, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { offTheList } from '../off-the-list';
import { ok } from '../outcome';

/** Calls about what is noted on customers, and about many of them at once. */
export function tenantProfileHandlers(
  context: IpcContext,
): HandlersOf<'tenants.saveProfile' | 'tenants.addSeveral' | 'tenants.editSeveral' | 'tenants.removeSeveral'> {
  return {
    'tenants.saveProfile': async ({ tenantId, profile }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!(await desk.profiles.save(tenantId, profile))) return NO_SUCH_TENANT;
      const saved = await desk.tenants.find(tenantId);
      return saved ? ok(saved) : NO_SUCH_TENANT;
    },
    'tenants.addSeveral': async (tenants) => {
      const desk = context.desk();
      return desk ? ok(await desk.profiles.addSeveral(tenants)) : STORE_CLOSED;
    },
    'tenants.editSeveral': async ({ tenantIds, edit }) => {
      const desk = context.desk();
      return desk ? ok({ changed: await desk.profiles.editSeveral(tenantIds, edit) }) : STORE_CLOSED;
    },
    'tenants.removeSeveral': async ({ tenantIds }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.audit.noteEach('tenantRemoved', tenantIds);
      return ok({ removed: await offTheList(desk, tenantIds, () => desk.profiles.removeSeveral(tenantIds)) });
    },
  };
}
