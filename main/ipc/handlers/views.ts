import { withoutView, withView } from '../../incidents/view-list';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about saved views of the queue. */
export function viewHandlers(context: IpcContext): HandlersOf<'views.list' | 'views.save' | 'views.remove'> {
  return {
    'views.list': async () => {
      const desk = context.desk();
      return desk ? ok(await desk.incidents.views()) : STORE_CLOSED;
    },
    'views.save': async (view) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const views = withView(await desk.incidents.views(), view);
      if (views === null) return fail('badInput', 'There are as many views as can be kept');
      await desk.incidents.saveViews(views);
      return ok(views);
    },
    'views.remove': async ({ name }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const views = withoutView(await desk.incidents.views(), name);
      await desk.incidents.saveViews(views);
      return ok(views);
    },
  };
}
