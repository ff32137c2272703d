import type { IpcContext } from '../context';
import type { HandlersOf } from '../handlers';

/** Calls about what outlives a run: comparison, export, history, saved and scheduled queries. They land with the store's tables for them. */
export function huntingLibraryHandlers(
  _context: IpcContext,
): HandlersOf<
  | 'hunting.compare'
  | 'hunting.runs'
  | 'hunting.export'
  | 'hunting.cancelExport'
  | 'hunting.schedules'
  | 'hunting.saveSchedule'
  | 'hunting.removeSchedule'
> {
  const notYet = async (): Promise<never> => {
    throw new Error('This call has no handler yet');
  };
  return {
    'hunting.compare': notYet,
    'hunting.runs': notYet,
    'hunting.export': notYet,
    'hunting.cancelExport': notYet,
    'hunting.schedules': notYet,
    'hunting.saveSchedule': notYet,
    'hunting.removeSchedule': notYet,
  };
}
