import { i18n } from '@lingui/core';
import { basename } from 'node:path';
import type { ViewFormat } from '../../../contract/export';
import { type IpcContext, STORE_CLOSED } from '../context';
import { copyOf } from '../../exports/copy-incidents';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const FORMATS: Record<ViewFormat, string> = { csv: 'CSV', jsonl: 'JSON Lines' };

const BUSY = fail('alreadyExists', 'Something is being written already');

/** Calls that write what is stored to files. What goes out of the store is noted first. */
export function exportHandlers(context: IpcContext): HandlersOf<'export.view' | 'export.reports' | 'export.cancel' | 'export.copy'> {
  return {
    'export.view': async (asked) => {
      if (!context.desk()) return STORE_CLOSED;
      if (context.desk()?.exports.busy) return BUSY;
      const path = await context.dialogs.whereToSave({
        title: i18n.t('Export incidents'),
        name: `incidents-${new Date().toISOString().slice(0, 10)}.${asked.format}`,
        format: FORMATS[asked.format],
        extension: asked.format,
      });
      if (path === null) return fail('cancelled', 'No file was chosen');
      // The dialog may have been open for long.
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const { tenantId } = asked.query;
      const note = () => desk.audit.note('incidentsExported', tenantId, { file: basename(path), view: JSON.stringify(asked.query) });
      const answer = await desk.exports.view(asked, path, note);
      if (answer === 'busy') return BUSY;
      return answer === null ? fail('cancelled', 'The export was called off') : ok(answer);
    },
    'export.reports': async (wish) => {
      if (!context.desk()) return STORE_CLOSED;
      if (context.desk()?.exports.busy) return BUSY;
      const folder = await context.dialogs.folder(i18n.t('Folder for the reports'));
      if (folder === null) return fail('cancelled', 'No folder was chosen');
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const answer = await desk.reports.write(wish, folder, () => desk.audit.noteEach('incidentsExported', wish.tenantIds));
      return answer === 'busy' ? BUSY : ok(answer);
    },
    'export.copy': async ({ incidents, format }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const found = await desk.incidents.rows(incidents);
      if (found.length === 0) return fail('notFound', 'None of these incidents is stored');
      await context.clipboard.copyRich(copyOf(found, format));
      return ok({ copied: found.length });
    },
    'export.cancel': async () => {
      context.desk()?.exports.cancel();
      return ok(null);
    },
  };
}
