import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBusy, type KeyAction, Keymap, keyWords, type Press } from '../../../../renderer/keys/keymap';

let now: number;
let done: string[];
let keymap: Keymap;

beforeEach(() => {
  now = 0;
  done = [];
  keymap = new Keymap(() => now);
});

const action = (id: string, keys: string[], more: Partial<KeyAction> = {}): KeyAction => ({
  id,
  label: id,
  group: 'Queue',
  keys,
  run: () => done.push(id),
  ...more,
});
const press = (key: string, more: Partial<Press> = {}) =>
  keymap.press({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, busy: false, ...more });

describe('the keymap', () => {
  it('does what a key means, as long as its page is shown', () => {
    const leave = keymap.add([action('tick', ['x'])]);
    expect([press('x'), press('y')]).toEqual([true, false]);
    leave();
    expect(press('x')).toBe(false);
    expect(done).toEqual(['tick']);
  });

  it('knows pairs of keys, for a while', () => {
    keymap.add([action('incidents', ['g i']), action('i alone', ['i'])]);
    expect([press('g'), press('i')]).toEqual([true, true]);
    press('g');
    now += 5_000;
    press('i');
    press('g');
    press('i');
    expect(done).toEqual(['incidents', 'i alone', 'incidents']);
  });

  it('takes the second key for itself when the pair means nothing', () => {
    keymap.add([action('incidents', ['g i']), action('tick', ['x'])]);
    press('g');
    expect(press('x')).toBe(true);
    expect(done).toEqual(['tick']);
  });

  it('gives the second key of a pair away before a list that has the focus hears it', () => {
    keymap.add([action('tokens', ['g k'])]);
    const second = (key: string, more: Partial<Press> = {}) =>
      keymap.pressSecond({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, busy: false, ...more });
    expect(second('k')).toBe(false);
    press('g');
    expect([second('j'), second('k', { busy: true }), second('k'), second('k')]).toEqual([false, false, true, false]);
    press('g');
    now += 5_000;
    expect(second('k')).toBe(false);
    expect(done).toEqual(['tokens']);
  });

  it('leaves keys to what is typed into, except those that always count', () => {
    keymap.add([action('tick', ['x']), action('palette', ['mod+k'], { always: true })]);
    expect(press('x', { busy: true })).toBe(false);
    expect(press('k', { busy: true, ctrlKey: true })).toBe(true);
    expect(press('K', { metaKey: true })).toBe(true);
    expect(press('k', { ctrlKey: true, altKey: true })).toBe(false);
    expect(done).toEqual(['palette', 'palette']);
  });

  it('knows letters with Caps Lock, and does not take capitals for them', () => {
    keymap.add([action('tick', ['x']), action('incidents', ['g i']), action('keys', ['?'])]);
    expect([press('X'), press('G'), press('I'), press('?', { shiftKey: true })]).toEqual([true, true, true, true]);
    expect(press('X', { shiftKey: true })).toBe(false);
    expect(done).toEqual(['tick', 'incidents', 'keys']);
  });

  it('lets the page that came last have a key', () => {
    keymap.add([action('first', ['x'])]);
    const leave = keymap.add([action('second', ['x'])]);
    press('x');
    leave();
    press('x');
    expect(done).toEqual(['second', 'first']);
  });
});

it('says keys in words', () => {
  expect(['g i', 'mod+k', 'Escape', '?'].map((keys) => keyWords(keys, false))).toEqual(['g then i', 'Ctrl+K', 'Esc', '?']);
  expect(keyWords('mod+k', true)).toBe('⌘K');
});

describe('a key is for what has the focus', () => {
  /** As much of an element as is asked of one: what it is, or stands in. */
  class Place extends EventTarget {
    constructor(private readonly kinds: readonly string[]) {
      super();
    }
    closest(selectors: string): Place | null {
      return selectors.split(', ').some((one) => this.kinds.includes(one)) ? this : null;
    }
  }
  const body = new Place(['body']);
  let dialogs: Place[];
  const busy = (kinds: readonly string[] | null, key: string, ctrlKey = false) =>
    isBusy(kinds === null ? body : new Place(kinds), { key, ctrlKey, metaKey: false });

  beforeEach(() => {
    dialogs = [];
    vi.stubGlobal('Element', Place);
    vi.stubGlobal('document', { body, querySelector: () => dialogs[0] ?? null });
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([['button'], ['a[href]'], ['summary'], ['[role="tab"]'], ['[role^="menuitem"]']])(
    'Enter and the space bar press a %s',
    (kind) => {
      expect([busy([kind], 'Enter'), busy([kind], ' '), busy([kind, '[role="grid"]'], 'Enter')]).toEqual([true, true, true]);
      expect([busy([kind], 'x'), busy([kind], 'Enter', true), busy(['[role="grid"]'], 'Enter'), busy(null, 'Enter')]).toEqual([
        false,
        false,
        false,
        false,
      ]);
    },
  );

  it('arrows are the list’s only from the list itself, or from nowhere', () => {
    expect([busy(['pre'], 'ArrowDown'), busy(['[role="grid"]'], 'ArrowDown'), busy(null, 'ArrowUp')]).toEqual([true, false, false]);
  });

  it('and all are a dialog’s while one is open, wherever the focus is', () => {
    expect(busy(null, 'x')).toBe(false);
    dialogs = [new Place(['[role="dialog"]'])];
    expect([busy(null, 'x'), busy(['[role="grid"]'], 'ArrowDown')]).toEqual([true, true]);
  });
});
