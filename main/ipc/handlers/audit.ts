import { i18n } from '@lingui/core';
import { basename } from 'node:path';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
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
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const text = await desk.audit.exported();
      const saved = await context.dialogs.saveText({
        title: i18n.t('Export audit trail'),
        name: 'audit-trail.jsonl',
        format: 'JSON Lines',
        extension: 'jsonl',
        text,
      });
      if (saved === 'cancelled') return fail('cancelled', 'No file was chosen');
      if ('refused' in saved) return fail('notSaved', saved.refused);
      await desk.audit.note('auditExported', null, { file: basename(saved.path) });
      return ok({ path: saved.path });
    },
  };
}
