import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { type Failure, fail, ok } from '../outcome';

const NO_SUCH_ORDER: Failure<'notFound'> = { ok: false, code: 'notFound', message: 'There is no such order' };

type WriteCalls =
  | 'writes.prepare'
  | 'writes.start'
  | 'writes.view'
  | 'writes.retry'
  | 'writes.cancel'
  | 'writes.undo'
  | 'writes.settle'
  | 'writes.dismiss'
  | 'writes.sendKept'
  | 'writes.dropKept';

/** Calls that change incidents at the service. */
export function writeHandlers(context: IpcContext): HandlersOf<WriteCalls> {
  const found = (done: boolean | undefined) => (done === undefined ? STORE_CLOSED : done ? ok(null) : NO_SUCH_ORDER);
  const desk = () => context.desk()?.writes;
  return {
    'writes.prepare': async ({ incidents }) => {
      const writes = desk();
      return writes ? ok(await writes.prepare(incidents)) : STORE_CLOSED;
    },
    'writes.start': async ({ change, items }) => {
      const writes = desk();
      if (!writes) return STORE_CLOSED;
      const batchId = await writes.start(change, items);
      return batchId === null ? fail('badInput', 'Nothing would be changed') : ok({ batchId });
    },
    'writes.view': async () => {
      const writes = desk();
      return writes ? ok(await writes.view()) : STORE_CLOSED;
    },
    'writes.retry': async ({ batchId }) => found(desk()?.retry(batchId)),
    'writes.cancel': async ({ batchId }) => found(desk()?.cancel(batchId)),
    'writes.undo': async ({ batchId }) => {
      const writes = desk();
      if (!writes) return STORE_CLOSED;
      const undoing = await writes.undo(batchId);
      return undoing === null ? NO_SUCH_ORDER : ok({ batchId: undoing });
    },
    'writes.settle': async ({ batchId, itemId, mine }) => found(desk()?.settle(batchId, itemId, mine)),
    'writes.dismiss': async ({ batchId }) => found(desk()?.dismiss(batchId)),
    'writes.sendKept': async ({ ids }) => {
      const writes = desk();
      if (!writes) return STORE_CLOSED;
      const batchId = await writes.sendKept(ids);
      return batchId === null ? NO_SUCH_ORDER : ok({ batchId });
    },
    'writes.dropKept': async ({ ids }) => {
      const writes = desk();
      if (!writes) return STORE_CLOSED;
      await writes.dropKept(ids);
      return ok(null);
    },
  };
}
