import { i18n } from '@lingui/core';

/** Something that can be done from the keyboard. */
export interface KeyAction {
  id: string;
  /** What it does, for the list of keys and the command palette. */
  label: string;
  /** Where it belongs in the list of keys. */
  group: 'Go to' | 'Queue' | 'Incident' | 'Overview' | 'Tenants' | 'Hunting' | 'Tokens' | 'Partner app' | 'Settings' | 'Everywhere';
  /** Key presses one after the other, as `KeyboardEvent.key` names them: "x", "g i". `mod+` stands for Ctrl, or Cmd on a Mac. None: in the palette only. */
  keys: readonly string[];
  run(): void;
  /** Also while something is typed or a dialog is open. */
  always?: boolean;
}

/** What the keymap needs of a key press. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** The key is for what has the focus, as something is typed there or it is worked with by this key, or for a dialog or menu. */
  busy: boolean;
}

/** How long the second key of a pair may take, in milliseconds. */
const PAIR_MS = 1_500;

/** All keys there are at the moment: every page adds its own while it is shown. Of two actions with the same keys the one added last counts. */
export class Keymap {
  private actions: readonly KeyAction[] = [];
  private listeners = new Set<() => void>();
  private started: { key: string; at: number } | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Adds actions; the answer takes them out again. */
  add(actions: readonly KeyAction[]): () => void {
    this.change([...this.actions, ...actions]);
    return () => this.change(this.actions.filter((one) => !actions.includes(one)));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  all = (): readonly KeyAction[] => this.actions;

  /** Does what a key press means. False: it means nothing, and is whoever else's it may be. */
  press(press: Press): boolean {
    const name = nameOf(press);
    if (name === null) return false;
    const started = this.started !== null && this.now() - this.started.at < PAIR_MS ? this.started.key : null;
    this.started = null;
    const possible = this.actions.filter(({ always }) => always || !press.busy);
    const wanted = started === null ? [name] : [`${started} ${name}`, name];
    for (const keys of wanted) {
      const action = possible.findLast((one) => one.keys.includes(keys));
      if (!action) continue;
      action.run();
      return true;
    }
    if (!possible.some((one) => one.keys.some((keys) => keys.startsWith(`${name} `)))) return false;
    this.started = { key: name, at: this.now() };
    return true;
  }

  /** Does what the second key of a pair means, before what has the focus hears it: "g k" goes to a page also where k alone moves a row. */
  pressSecond(press: Press): boolean {
    const name = nameOf(press);
    if (name === null || this.started === null || this.now() - this.started.at >= PAIR_MS) return false;
    const pair = `${this.started.key} ${name}`;
    const action = this.actions.findLast((one) => (one.always || !press.busy) && one.keys.includes(pair));
    if (!action) return false;
    this.started = null;
    action.run();
    return true;
  }

  private change(actions: readonly KeyAction[]): void {
    this.actions = actions;
    for (const listener of this.listeners) listener();
  }
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return `mod+${key.toLowerCase()}`;
  // A letter is the same one with Caps Lock.
  return key.length === 1 && !shiftKey ? key.toLowerCase() : key;
}

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="textbox"]';
const HELD = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** What Enter and the space bar press. */
const PRESSED =
  'button, a[href], summary, input, [role="button"], [role="link"], [role="tab"], [role="radio"], [role="checkbox"], [role="switch"], [role="option"], [role="treeitem"], [role^="menuitem"]';

/** Whether a key belongs to what has the focus, or to a dialog that is open. Arrows are a list's where nothing else has the focus: they scroll and choose. */
export function isBusy(target: EventTarget | null, { key, ctrlKey, metaKey }: Pick<Press, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  if (document.querySelector('[aria-modal="true"]')) return true;
  if (!(target instanceof Element) || target === document.body) return false;
  if (target.closest(`${TYPING}, ${HELD}`)) return true;
  if (ctrlKey || metaKey) return false;
  if (key === 'Enter' || key === ' ') return target.closest(PRESSED) !== null;
  return key.startsWith('Arrow') && target.closest('[role="grid"]') === null;
}

/** Keys for people: "g i" as "g then i", "mod+k" as "Ctrl+K". */
export function keyWords(keys: string, isMac: boolean): string {
  return keys
    .split(' ')
    .map((key) => (key.startsWith('mod+') ? `${isMac ? '⌘' : 'Ctrl+'}${key.slice(4).toUpperCase()}` : spokenKey(key)))
    .join(i18n.t(' then '));
}

function spokenKey(key: string): string {
  const name = NAMES[key];
  return name === undefined ? key : i18n.t(name);
}

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑', ' ': /*i18n*/ 'Space' };
