/** What is asked of a key press, of the browser's or of React. */
export interface KeyPressed {
  key: string;
  code: string;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState(key: 'AltGraph'): boolean;
}

/**
 * The key that was pressed, as `KeyboardEvent.key` names it; where it bears no Latin letter (Cyrillic, Greek, Hebrew, …), the letter that stands in its place
 * on a keyboard that has them, as `KeyboardEvent.code` says (UI Events KeyboardEvent code values, "writing system keys"). What is ASCII is meant as it is: on a
 * Dvorak keyboard other letters stand there. What is made with Alt or AltGr is a character that somebody wanted; with Ctrl or Cmd it is the command of that place.
 */
export function latinKey(pressed: KeyPressed): string {
  const { key, code, altKey, shiftKey } = pressed;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // One letter and no name of a key; some scripts have letters beyond what one unit of UTF-16 holds.
  if (letter === undefined || !/^\P{ASCII}$/u.test(key)) return key;
  if (altKey || pressed.getModifierState('AltGraph')) return key;
  return shiftKey ? letter : letter.toLowerCase();
}
