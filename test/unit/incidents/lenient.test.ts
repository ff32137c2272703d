import { describe, expect, it } from 'vitest';
import { asInstant, asList, asText, fieldsOf, syntheticId } from '../../../main/incidents/lenient';

describe('lenient reading', () => {
  it.each([
    ['2020-09-06T14:46:57.0733333Z', Date.UTC(2020, 8, 6, 14, 46, 57, 73)],
    ['2020-09-06T14:46:57.7Z', Date.UTC(2020, 8, 6, 14, 46, 57, 700)],
    ['2020-13-06T14:46:57Z', null],
    ['1970-01-01T00:00:00Z', 0],
    ['2020-09-06T14:46:57Z', Date.UTC(2020, 8, 6, 14, 46, 57)],
    ['2020-09-06T14:46:57.29', Date.UTC(2020, 8, 6, 14, 46, 57, 290)],
    ['2020-09-06 14:46:57', Date.UTC(2020, 8, 6, 14, 46, 57)],
    ['2020-09-06T16:46:57+02:00', Date.UTC(2020, 8, 6, 14, 46, 57)],
    ['2020-09-06', Date.UTC(2020, 8, 6)],
    ['/Date(1599403617000)/', 1_599_403_617_000],
    ['/Date(-62135596800000)/', null],
    ['/Date(99999999999999999)/', null],
    [1_599_403_617, 1_599_403_617_000],
    [1_599_403_617_000.5, 1_599_403_617_000],
    ['1599403617', 1_599_403_617_000],
    ['0001-01-01T00:00:00Z', null],
    ['yesterday', null],
    ['', null],
    [null, null],
    [{}, null],
    [Number.NaN, null],
  ])('instant of %j', (value, at) => {
    expect(asInstant(value)).toBe(at);
  });

  it.each([
    ['text', 'text'],
    ['', ''],
    [0, '0'],
    [false, 'false'],
    [null, null],
    [undefined, null],
    [[], null],
    [{}, null],
    [{ a: null, b: [] }, null],
    [['a', 2], 'a, 2'],
    [{ a: { b: 1 } }, '{"a":{"b":1}}'],
    [[{ a: 1 }], '[{"a":1}]'],
  ])('text of %j', (value, text) => {
    expect(asText(value)).toBe(text);
  });

  it('survives nesting without end', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) deep = [deep, {}];
    expect(asText(deep)).toEqual(expect.any(String));
    expect(syntheticId(deep)).toMatch(/^no-id-[0-9a-f]{16}$/);
  });

  it('makes lists of whatever came', () => {
    expect([asList(null), asList(undefined), asList([1, null, 2]), asList('x'), asList({ a: 1 })]).toEqual([
      [],
      [],
      [1, 2],
      ['x'],
      [{ a: 1 }],
    ]);
  });

  it('lists every value but nulls', () => {
    expect(fieldsOf({ a: 1, b: null, c: { d: null }, e: { f: 'g' }, h: '' }, new Set(['a']))).toEqual([
      { name: 'e', value: '{"f":"g"}' },
      { name: 'h', value: '' },
    ]);
  });
});
