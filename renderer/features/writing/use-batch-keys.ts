import { i18n } from '@lingui/core';
import { isFailed, isUnderWay, type WriteBatch } from '../../../contract/writes';
import { call } from '../../bridge/client';
import type { KeyAction } from '../../keys/keymap';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

/** Whether an order has come to its end and something of it can be taken back. */
export const mayUndo = ({ undoable, undone, items }: WriteBatch): boolean =>
  undoable > 0 && !undone && !items.some(({ state }) => isUnderWay(state));

const failedOf = ({ items }: WriteBatch): number => items.filter(({ state }) => isFailed(state)).length;

/** In the command palette: takes the last order back, after asking, and tries again what failed of the last one that did. */
export function useBatchKeys(): void {
  const batches = useApp((state) => state.writes.batches);
  const showWrites = useApp((state) => state.showWrites);
  const askUndo = useApp((state) => state.askUndo);
  const { run } = useAction();
  const [last] = batches;
  const failing = batches.find((batch) => failedOf(batch) > 0);
  const actions: KeyAction[] = [];
  if (last && mayUndo(last)) {
    actions.push({
      id: 'undo changes',
      label: i18n.t('Undo {undoable, plural, one {the last change} other {the last # changes}}…', { undoable: last.undoable }),
      group: 'Everywhere',
      keys: [],
      run: () => {
        showWrites(true);
        askUndo(last.id);
      },
    });
  }
  if (failing) {
    actions.push({
      id: 'retry changes',
      label: i18n.t('Try {failed, plural, one {the failed change} other {the # failed changes}} again', { failed: failedOf(failing) }),
      group: 'Everywhere',
      keys: [],
      run: () => {
        showWrites(true);
        void run(() => call('writes.retry', { batchId: failing.id }));
      },
    });
  }
  useKeys(actions);
}
