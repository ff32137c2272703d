import { expect, it } from 'vitest';
import { listMove } from '../../../../renderer/ui/list-keys';

const at = (active: number, count = 100) => ({ active, count, page: 10 });

it('goes down and up by arrows and by j and k', () => {
  expect(listMove('ArrowDown', at(4))).toEqual({ kind: 'to', index: 5 });
  expect(listMove('j', at(4))).toEqual({ kind: 'to', index: 5 });
  expect(listMove('ArrowUp', at(4))).toEqual({ kind: 'to', index: 3 });
  expect(listMove('k', at(4))).toEqual({ kind: 'to', index: 3 });
});

it('stays within the list', () => {
  expect(listMove('ArrowUp', at(0))).toEqual({ kind: 'to', index: 0 });
  expect(listMove('PageDown', at(95))).toEqual({ kind: 'to', index: 99 });
  expect(listMove('Home', at(50))).toEqual({ kind: 'to', index: 0 });
  expect(listMove('End', at(50))).toEqual({ kind: 'to', index: 99 });
});

it('starts at the first row', () => {
  expect(listMove('ArrowDown', at(-1))).toEqual({ kind: 'to', index: 0 });
});

it('opens only a row that is there', () => {
  expect(listMove('Enter', at(3))).toEqual({ kind: 'open' });
  expect(listMove('Enter', at(-1))).toBeNull();
  expect(listMove('Enter', at(7, 5))).toBeNull();
});

it('moves nowhere in an empty list, closes, and leaves other keys alone', () => {
  expect(listMove('ArrowDown', at(-1, 0))).toBeNull();
  expect(listMove('Escape', at(-1, 0))).toEqual({ kind: 'close' });
  expect(listMove('x', at(3))).toBeNull();
});
