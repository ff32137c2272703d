import { i18n } from '@lingui/core';
import { basename } from 'node:path';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { writeWhole } from '../../store/export/unfinished-file';
import { fail, ok } from '../outcome';

/** Calls about the audit trail: to be read, checked and exported. There is none that changes it. */
export function auditHandlers(context: IpcContext): HandlersOf<'audit.list' | 'audit.verify' | 'audit.export'> {
  return {
    'audit.list': async ({ before }) => {
      const desk = context.desk();
      return desk ? ok(await desk.audit.list(before)) : STORE_CLOSED;
    },
    'audit.verify': async () => {
      const desk = context.desk();
      return desk ? ok(await desk.audit.verify()) : STORE_CLOSED;
    },
    'audit.export': async () => {
      if (!context.desk()) return STORE_CLOSED;
      const path = await context.dialogs.whereToSave({
        title: i18n.t('Export audit trail'),
        name: 'audit-trail.jsonl',
        format: 'JSON Lines',
        extension: 'jsonl',
      });
      if (path === null) return fail('cancelled', 'No file was chosen');
      // The dialog may have been open for long.
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.audit.note('auditExported', null, { file: basename(path) });
      const text = await desk.audit.exported();
      try {
        await writeWhole(path, text);
      } catch (error) {
        return fail('notSaved', error instanceof Error ? error.message : String(error));
      }
      return ok({ path });
    },
  };
}
