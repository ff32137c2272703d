import { z } from 'zod';
import { viewExport, viewExportAnswer } from '../export';
import { copyWish } from '../incident-copy';
import { reportAnswer, reportWish } from '../report';
import { call } from './call';
import { nothing } from './inputs';

/** Calls that write what is stored to files, one at a time (another one meanwhile is refused with `alreadyExists`), or copy it. */
export const exportCalls = {
  /** Asks where to, and writes the incidents of a view there. Answers when done. */
  'export.view': call(viewExport, viewExportAnswer, ['cancelled', 'alreadyExists', 'storeClosed']),
  /** Asks for a folder, and writes a report of each customer there. Answers when done. */
  'export.reports': call(reportWish, reportAnswer, ['cancelled', 'alreadyExists', 'storeClosed']),
  /** Calls off what is being written; no part of a file is left. */
  'export.cancel': call(nothing, z.null()),
  /** Puts incidents on the clipboard. Answers with how many: one that is not stored any more is left out. */
  'export.copy': call(copyWish, z.object({ copied: z.number().int() }), ['notFound', 'storeClosed']),
} as const;
