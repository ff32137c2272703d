import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { ok } from '../outcome';

/** Calls about the figures over all customers. */
export function overviewHandlers(context: IpcContext): HandlersOf<'overview.read'> {
  return {
    'overview.read': async ({ days }) => {
      const found = await context.desk()?.overview.read(null, days);
      return found ? ok(found) : STORE_CLOSED;
    },
  };
}
