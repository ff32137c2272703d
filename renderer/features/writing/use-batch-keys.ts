import { call } from '../../bridge/client';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { batchActions } from './batch-actions';

/** Offers in the command palette what can be done about the orders of changes, and about those that wait. */
export function useBatchKeys(): void {
  const writes = useApp((state) => state.writes);
  const showWrites = useApp((state) => state.showWrites);
  const askUndo = useApp((state) => state.askUndo);
  const askKept = useApp((state) => state.askKept);
  const { run } = useAction();
  useKeys(
    batchActions(writes, {
      undo: (batchId) => {
        showWrites(true);
        askUndo(batchId);
      },
      retry: (batchId) => {
        showWrites(true);
        void run(() => call('writes.retry', { batchId }));
      },
      cancel: (batchId) => {
        showWrites(true);
        void run(() => call('writes.cancel', { batchId }));
      },
      askKept: (what) => {
        showWrites(true);
        askKept(what);
      },
    }),
  );
}
