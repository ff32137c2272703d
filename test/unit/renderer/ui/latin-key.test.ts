import { expect, it } from 'vitest';
import { type KeyPressed, latinKey } from '../../../../renderer/ui/latin-key';

const pressed = (key: string, code: string, { altGraph = false, ...more }: Partial<KeyPressed> & { altGraph?: boolean } = {}) =>
  latinKey({ key, code, altKey: false, shiftKey: false, getModifierState: () => altGraph, ...more });

it.each([
  ['о', 'KeyJ', 'j', 'Cyrillic'],
  ['Ч', 'KeyX', 'x', 'Cyrillic with Caps Lock'],
  ['ξ', 'KeyJ', 'j', 'Greek'],
  ['ח', 'KeyJ', 'j', 'Hebrew'],
  ['ت', 'KeyJ', 'j', 'Arabic'],
  ['ㅓ', 'KeyJ', 'j', 'Korean'],
  ['𞤧', 'KeyS', 's', 'Adlam, beyond the first plane'],
])('%j on %s is %j (%s)', (key, code, letter) => {
  expect(pressed(key, code)).toBe(letter);
});

it('a capital stays one, which is another key', () => {
  expect(pressed('О', 'KeyJ', { shiftKey: true })).toBe('J');
});

it.each([
  ['j', 'KeyC', 'Dvorak'],
  ["'", 'KeyQ', 'Dvorak, no letter'],
  ['a', 'KeyQ', 'AZERTY'],
  ['ö', 'Semicolon', 'Swedish: stands where no Latin letter does'],
  ['Enter', 'Enter', 'no letter'],
  ['Dead', 'KeyN', 'begins an accent'],
  ['Process', 'KeyJ', 'goes to an input method'],
  ['к', '', 'a keyboard on the screen, which has no places'],
])('%j on %s stays what it is (%s)', (key, code) => {
  expect(pressed(key, code)).toBe(key);
});

it('what is made with AltGr or Alt is none of ours', () => {
  expect(pressed('ą', 'KeyA', { altGraph: true })).toBe('ą');
  expect(pressed('с', 'KeyC', { altKey: true })).toBe('с');
});
