import { basename } from 'node:path';
import { exportHeader, exportName } from '../../tenants/files/export-header';
import { type IpcContext, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about the store as such: its size, how long it keeps what, a tenant's data out of it, and a new one in place of one that cannot be opened. */
export function storeHandlers(
  context: IpcContext,
): HandlersOf<'store.facts' | 'store.setKeepDays' | 'store.clearTenant' | 'store.exportTenant' | 'store.moveAside'> {
  return {
    'store.facts': async () => {
      const desk = context.desk();
      return desk ? ok(await desk.store.storeFacts()) : STORE_CLOSED;
    },
    'store.setKeepDays': async ({ tenantId, keepDays }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      return (await desk.store.setKeepDays(tenantId, keepDays)) ? ok(null) : NO_SUCH_TENANT;
    },
    'store.clearTenant': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      await desk.audit.note('tenantDataDeleted', tenantId);
      const incidents = await desk.incidents.without([tenantId], () => desk.store.clearTenant(tenantId));
      context.incidentsChanged();
      return incidents === null ? NO_SUCH_TENANT : ok({ incidents });
    },
    'store.exportTenant': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const named = await desk.tenants.find(tenantId);
      if (!named) return NO_SUCH_TENANT;
      const path = await context.dialogs.whereToSaveIncidents(exportName(named, Date.now()));
      if (path === null) return fail('cancelled', 'No file was chosen');
      // The dialog may have been open for long: what is said of the tenant is what is so now.
      const tenant = await desk.tenants.find(tenantId);
      if (!tenant) return NO_SUCH_TENANT;
      const fileName = basename(path);
      await desk.audit.note('incidentsExported', tenantId, { file: fileName });
      try {
        const incidents = await desk.store.exportTenant({ tenantId, path, header: exportHeader(tenant, Date.now()) });
        return incidents === null ? NO_SUCH_TENANT : ok({ outcome: 'saved', fileName, incidents });
      } catch (error) {
        return ok({ outcome: 'refused', fileName, detail: error instanceof Error ? error.message : String(error) });
      }
    },
    'store.moveAside': async () => ok(await context.moveStoreAside()),
  };
}
