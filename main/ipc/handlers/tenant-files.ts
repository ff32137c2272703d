import { basename } from 'node:path';
import { withTeamViews } from '../../incidents/view-list';
import { type FileForm, writeTenants } from '../../tenants/files/write-tenants';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const NO_SUCH_IMPORT = fail('notFound', 'This import is not open any more');
const CANCELLED = fail('cancelled', 'No file was chosen');

/** Calls about files of customers: import with a look before anything is written, and export. */
export function tenantFileHandlers(
  context: IpcContext,
): HandlersOf<'tenants.chooseImport' | 'tenants.importRows' | 'tenants.applyImport' | 'tenants.dropImport' | 'tenants.export'> {
  return {
    'tenants.chooseImport': async () => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const path = await context.dialogs.tenantFile();
      return path === null ? CANCELLED : ok(await desk.tenantImport.open(path, context.choices.consentMail()));
    },
    'tenants.importRows': async ({ importId, kind, offset, limit }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const rows = desk.tenantImport.rows(importId, kind, offset, limit);
      return rows ? ok(rows) : NO_SUCH_IMPORT;
    },
    'tenants.applyImport': async ({ importId, add, change, consentMail, views }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const written = await desk.tenantImport.apply(importId, { add, change });
      if (!written) return NO_SUCH_IMPORT;
      if (consentMail && written.consentMail) await context.choices.saveConsentMail(written.consentMail);
      if (views && written.views.length > 0) await desk.incidents.saveViews(withTeamViews(await desk.incidents.views(), written.views));
      return ok({ added: written.added, changed: written.changed });
    },
    'tenants.dropImport': async ({ importId }) => {
      context.desk()?.tenantImport.drop(importId);
      return ok(null);
    },
    'tenants.export': async ({ format, tenantIds }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const path = await context.dialogs.whereToSaveTenants(format);
      if (path === null) return CANCELLED;
      const tenants = await desk.profiles.chosen(tenantIds);
      const fileName = basename(path);
      try {
        const form: FileForm =
          format === 'pack' ? { format, consentMail: context.choices.consentMail(), views: await desk.incidents.views() } : { format };
        await writeTenants(path, tenants, form);
        return ok({ outcome: 'saved', fileName, tenants: tenants.length });
      } catch (error) {
        return ok({ outcome: 'refused', fileName, detail: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
