import { useEffect, useRef, useSyncExternalStore } from 'react';
import { latinKey } from '../ui/latin-key';
import { isBusy, type KeyAction, Keymap, type Press } from './keymap';

/** The one keymap of the page. */
const keymap = new Keymap();

/** Adds actions as long as the component is shown. They always do what the newest ones given would. */
export function useKeys(actions: readonly KeyAction[]): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  // Only what is shown of them makes them other ones.
  const shape = JSON.stringify(actions.map(({ id, label, keys }) => [id, label, keys]));
  useEffect(() => {
    const added = newest.current.map((action) => ({
      ...action,
      run: () => newest.current.find(({ id }) => id === action.id)?.run(),
    }));
    return keymap.add(added);
  }, [shape]);
}

/** Adds actions that have no keys: they are in the command palette only. */
export function useCommands(group: KeyAction['group'], commands: readonly Pick<KeyAction, 'id' | 'label' | 'run'>[]): void {
  useKeys(commands.map((command) => ({ ...command, group, keys: [] })));
}

/** All actions there are at the moment. */
export function useAllKeys(): readonly KeyAction[] {
  return useSyncExternalStore(keymap.subscribe, keymap.all);
}

/** One of them, while it is there; others that come and go are no change. */
export function useKey(id: string): KeyAction | undefined {
  return useSyncExternalStore(keymap.subscribe, () => keymap.all().find((action) => action.id === id));
}

/** Does what a key means, as if nothing was typed into at the moment: from a field that hands the keyboard on. */
export function pressKey(key: string): void {
  keymap.press({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, busy: false });
}

/** Listens to the keyboard as long as the component is shown. A list that has the focus hears its own keys first, but for the second of a pair. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.isComposing && keymap.press(pressOf(event))) event.preventDefault();
    };
    const onKeyFirst = (event: KeyboardEvent) => {
      if (!keymap.pressSecond(pressOf(event))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKeyFirst, { capture: true });
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKeyFirst, { capture: true });
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

function pressOf(event: KeyboardEvent): Press {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key: latinKey(event), ctrlKey, metaKey, altKey, shiftKey, busy: isBusy(event.composedPath()[0] ?? null, event) };
}
