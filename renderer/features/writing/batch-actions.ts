import { i18n } from '@lingui/core';
import { isFailed, isUnderWay, type WriteBatch, type WriteItem, type WritesView } from '../../../contract/writes';
import type { KeyAction } from '../../keys/keymap';

/** Whether an order has come to its end and something of it can be taken back. */
export const mayUndo = ({ undoable, undone, items }: WriteBatch): boolean =>
  undoable > 0 && !undone && !items.some(({ state }) => isUnderWay(state));

/** Cancelling leaves out what the service has taken already. */
export const isBeingSent = ({ state }: WriteItem): boolean => isUnderWay(state) && state !== 'settling';

const failedOf = ({ items }: WriteBatch): number => items.filter(({ state }) => isFailed(state)).length;

interface BatchRuns {
  undo(batchId: string): void;
  retry(batchId: string): void;
  cancel(batchId: string): void;
  /** Asks first, as undoing does. */
  askKept(what: 'send' | 'drop'): void;
}

/**
 * What can be done about the orders, the newest of which stands first: the last one is taken back, what failed of the last that did is tried again, the
 * last under way is cancelled, and what waits is sent or dropped.
 */
export function batchActions({ batches, kept }: WritesView, { undo, retry, cancel, askKept }: BatchRuns): KeyAction[] {
  const [last] = batches;
  const sending = batches.find(({ items }) => items.some(isBeingSent));
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
  if (sending) {
    const count = sending.items.filter(isBeingSent).length;
    actions.push({
      id: 'cancel changes',
      label: i18n.t('Cancel {count, plural, one {the change under way} other {the # changes under way}}', { count }),
      group: 'Everywhere',
      keys: [],
      run: () => cancel(sending.id),
    });
  }
  if (kept.length > 0) {
    const count = kept.length;
    actions.push(
      {
        id: 'send kept changes',
        label: i18n.t('Send {count, plural, one {the change that waits} other {the # changes that wait}}…', { count }),
        group: 'Everywhere',
        keys: [],
        run: () => askKept('send'),
      },
      {
        id: 'drop kept changes',
        label: i18n.t('Drop {count, plural, one {the change that waits} other {the # changes that wait}}…', { count }),
        group: 'Everywhere',
        keys: [],
        run: () => askKept('drop'),
      },
    );
  }
  return actions;
}
