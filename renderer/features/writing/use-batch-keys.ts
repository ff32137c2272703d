import { call } from '../../bridge/client';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { batchActions } from './batch-actions';

/** Offers in the command palette what can be done about the orders of changes. */
export function useBatchKeys(): void {
  const batches = useApp((state) => state.writes.batches);
  const showWrites = useApp((state) => state.showWrites);
  const askUndo = useApp((state) => state.askUndo);
  const { run } = useAction();
  useKeys(
    batchActions(batches, {
      undo: (batchId) => {
        showWrites(true);
        askUndo(batchId);
      },
      retry: (batchId) => {
        showWrites(true);
        void run(() => call('writes.retry', { batchId }));
      },
    }),
  );
}
