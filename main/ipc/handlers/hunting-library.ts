import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { ok } from '../outcome';

/** Calls about what of hunting outlives a session: the history of runs, and schedules. */
export function huntingLibraryHandlers(
  context: IpcContext,
): HandlersOf<'hunting.runs' | 'hunting.schedules' | 'hunting.saveSchedule' | 'hunting.removeSchedule'> {
  return {
    'hunting.runs': async () => {
      const desk = context.desk();
      return desk ? ok(await desk.huntingShelf.runs(new Set(await desk.hunting.openRuns()))) : STORE_CLOSED;
    },
    'hunting.schedules': async () => {
      const desk = context.desk();
      return desk ? ok(await desk.huntingSchedule.states()) : STORE_CLOSED;
    },
    'hunting.saveSchedule': async (schedule) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.huntingShelf.saveSchedule(schedule);
      await desk.huntingSchedule.look();
      return ok(await desk.huntingSchedule.states());
    },
    'hunting.removeSchedule': async ({ scheduleId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.huntingShelf.removeSchedule(scheduleId);
      return ok(await desk.huntingSchedule.states());
    },
  };
}
