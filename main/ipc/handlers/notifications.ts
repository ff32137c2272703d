import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { ok } from '../outcome';

/** Calls about notifications of this computer's desktop. */
export function notificationHandlers(context: IpcContext): HandlersOf<'notifications.get' | 'notifications.save' | 'notifications.try'> {
  return {
    'notifications.get': async () => {
      const desk = context.desk();
      return desk ? ok(desk.notifications.state()) : STORE_CLOSED;
    },
    'notifications.save': async (settings) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.notifications.save(settings);
      return ok(null);
    },
    'notifications.try': async () => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      desk.notifications.try();
      return ok(null);
    },
  };
}
