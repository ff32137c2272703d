import { z } from 'zod';
import { viewExport, viewExportAnswer } from '../export';
import { call } from './call';
import { nothing } from './inputs';

/** Calls that write what is stored to files. One at a time: another one meanwhile is refused with `alreadyExists`. */
export const exportCalls = {
  /** Asks where to, and writes the incidents of a view there. Answers when done. */
  'export.view': call(viewExport, viewExportAnswer, ['cancelled', 'alreadyExists', 'storeClosed']),
  /** Calls off what is being written; the file is not there then. */
  'export.cancel': call(nothing, z.null()),
} as const;
