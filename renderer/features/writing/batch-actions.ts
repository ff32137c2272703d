import { i18n } from '@lingui/core';
import { isFailed, isUnderWay, type WriteBatch } from '../../../contract/writes';
import type { KeyAction } from '../../keys/keymap';

/** Whether an order has come to its end and something of it can be taken back. */
export const mayUndo = ({ undoable, undone, items }: WriteBatch): boolean =>
  undoable > 0 && !undone && !items.some(({ state }) => isUnderWay(state));

const failedOf = ({ items }: WriteBatch): number => items.filter(({ state }) => isFailed(state)).length;

interface BatchRuns {
  undo(batchId: string): void;
  retry(batchId: string): void;
}

/** What can be done about the orders, the newest of which stands first: the last one is taken back, what failed of the last that did is tried again. */
export function batchActions(batches: readonly WriteBatch[], { undo, retry }: BatchRuns): KeyAction[] {
  const [last] = batches;
  const failing = batches.find((batch) => failedOf(batch) > 0);
  const actions: KeyAction[] = [];
  if (last && mayUndo(last)) {
    actions.push({
      id: 'undo changes',
      label: i18n.t('Undo {undoable, plural, one {the last change} other {the last # changes}}…', { undoable: last.undoable }),
      group: 'Everywhere',
      keys: [],
      run: () => undo(last.id),
    });
  }
  if (failing) {
    actions.push({
      id: 'retry changes',
      label: i18n.t('Try {failed, plural, one {the failed change} other {the # failed changes}} again', { failed: failedOf(failing) }),
      group: 'Everywhere',
      keys: [],
      run: () => retry(failing.id),
    });
  }
  return actions;
}
