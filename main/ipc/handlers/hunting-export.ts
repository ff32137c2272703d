import { i18n } from '@lingui/core';
import { basename } from 'node:path';
import type { HuntingExportFormat } from '../../../contract/hunting';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const FORMATS: Record<HuntingExportFormat, string> = { csv: 'CSV', jsonl: 'JSON Lines', parquet: 'Parquet' };
const NO_SUCH_RUN = fail('notFound', 'This run is not open');

/** Calls that take rows of a run elsewhere: into a file, or beside those of another run. */
export function huntingExportHandlers(context: IpcContext): HandlersOf<'hunting.compare' | 'hunting.export' | 'hunting.cancelExport'> {
  return {
    'hunting.compare': async ({ runId, baseRunId, limit }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const comparison = await desk.hunting.compare(runId, baseRunId, limit);
      return comparison ? ok(comparison) : NO_SUCH_RUN;
    },
    'hunting.export': async ({ runId, format, view }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const run = await desk.hunting.run(runId);
      if (!run) return NO_SUCH_RUN;
      const whole = run.tenants.every(({ state }) => state === 'done');
      const stamp = new Date(run.startedAt).toISOString().slice(0, 16).replace(':', '');
      const path = await context.dialogs.whereToSave({
        title: i18n.t('Export rows'),
        name: `hunting-${stamp}${whole ? '' : '-partial'}.${format}`,
        format: FORMATS[format],
        extension: format,
      });
      if (path === null) return fail('cancelled', 'No file was chosen');
      const fileName = basename(path);
      await desk.audit.note('huntingExported', null, { file: fileName, rows: String(run.totalRows), tenants: String(run.tenants.length) });
      const names = Object.fromEntries((await desk.store.listTenants()).map(({ tenantId, displayName }) => [tenantId, displayName]));
      try {
        const done = await desk.hunting.export({ runId, format, view, path, names });
        if (done === null) return NO_SUCH_RUN;
        return done === 'cancelled' ? fail('cancelled', 'The export was ended') : ok({ outcome: 'saved', fileName, rows: done.rows });
      } catch (error) {
        return ok({ outcome: 'refused', fileName, detail: error instanceof Error ? error.message : String(error) });
      }
    },
    'hunting.cancelExport': async ({ runId }) => {
      await context.desk()?.hunting.cancelExport(runId);
      return ok(null);
    },
  };
}
