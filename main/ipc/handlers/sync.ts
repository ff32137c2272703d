import { type IpcContext, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { ok } from '../outcome';

/** Calls about when tenants are read by themselves. */
export function syncHandlers(context: IpcContext): HandlersOf<'sync.setPace' | 'sync.setWindow' | 'sync.pause' | 'sync.quota'> {
  return {
    'sync.setPace': async ({ group, minutes }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.schedule.setPace(group, minutes);
      return ok(null);
    },
    'sync.setWindow': async ({ days }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.schedule.setWindow(days);
      return ok(null);
    },
    'sync.pause': async ({ tenantId, paused }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (tenantId === null) await desk.pauseSync(paused);
      else if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      else if (paused) await desk.incidents.cancelSync(tenantId);
      await desk.schedule.setPaused(tenantId, paused);
      return ok(null);
    },
    'sync.quota': async ({ tenantId }) => {
      const desk = context.desk();
      return desk ? ok(await desk.quota(tenantId)) : STORE_CLOSED;
    },
  };
}
