import { describe, expect, it } from 'vitest';
import { type PageParts, pageItem, pageParts } from '../../../main/incidents/page-items';

const partsOf = (text: string) => pageParts(Buffer.from(text));
const valuesOf = (parts: PageParts | null) =>
  parts && { items: parts.items.map((one) => JSON.parse(one) as unknown), frame: JSON.parse(parts.frame) as unknown };

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TEXTS = ['', 'value', '"', '\\', '\\"', 'a]}', '[{', ',:', 'Åsa', '日本', '\u2028', '😀', '\n\t', '{"value":['];

function anyValue(next: (below: number) => number, depth: number): unknown {
  const text = () => TEXTS[next(TEXTS.length)] ?? '';
  switch (next(depth > 3 ? 5 : 7)) {
    case 0:
      return text() + text();
    case 1:
      return next(1_000) / 8 - 20;
    case 2:
      return 1e300 * next(9);
    case 3:
      return null;
    case 4:
      return next(2) === 0;
    case 5:
      return Array.from({ length: next(4) }, () => anyValue(next, depth + 1));
    default:
      return Object.fromEntries(Array.from({ length: next(4) }, () => [text(), anyValue(next, depth + 1)]));
  }
}

describe('a page taken apart', () => {
  it('is its items and what is around them, whatever they hold', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = numbers(seed);
      const items = Array.from({ length: next(5) }, () => anyValue(next, 0));
      const around = { '@odata.context': anyValue(next, 2), more: { value: [anyValue(next, 2)] } };
      const page = next(2) === 0 ? { ...around, value: items } : { value: items, ...around };
      const text = JSON.stringify(page, null, next(3));
      expect(valuesOf(partsOf(text)), text).toEqual({ items, frame: { ...page, value: [] } });
    }
  });

  it('may have space wherever JSON allows it', () => {
    expect(valuesOf(partsOf(' {\r\n"value"\t: [ 1 ,\n{ } , "x" ] } \n'))).toEqual({ items: [1, {}, 'x'], frame: { value: [] } });
  });

  it.each([
    '',
    '{',
    '[]',
    '{}',
    '{"value":1}',
    '{"value":[1}',
    '{"value":[1 2,]}',
    '{"value":[1,,2]}',
    '{"value":[1]} x',
    '{"value":["a]}',
    '{"value":[1],"value":[2]}',
    '{"other":[1]}',
    '<html>',
    '{"value":["\\',
  ])('is none of this form: %s', (text) => {
    expect(partsOf(text)).toBeNull();
  });

  it('gives one of its items alone', () => {
    const next = numbers(7);
    for (let round = 0; round < 200; round += 1) {
      const bytes = Buffer.from(
        JSON.stringify({ before: anyValue(next, 1), value: Array.from({ length: next(5) }, () => anyValue(next, 1)) }),
      );
      const items = pageParts(bytes)?.items ?? [];
      expect(items.map((_, index) => pageItem(bytes, index))).toEqual(items);
      expect(pageItem(bytes, items.length)).toBeNull();
    }
    expect(pageItem(Buffer.from('no page'), 0)).toBeNull();
  });

  it('is never anything else than what the whole of it says, wherever it was cut or spoilt', () => {
    const text = JSON.stringify({ '@odata.context': 'x', value: [{ a: 'b"]}' }, [1, 2], 'c'], next: null });
    const whole = (spoilt: string): unknown => {
      try {
        return JSON.parse(spoilt);
      } catch {
        return undefined;
      }
    };
    const apart = (spoilt: string): unknown => {
      const parts = partsOf(spoilt);
      if (!parts) return null;
      const values = [parts.frame, ...parts.items].map(whole);
      return values.includes(undefined) ? undefined : { ...(values[0] as object), value: values.slice(1) };
    };
    for (let at = 0; at < text.length; at += 1) {
      for (const sign of ['', '"', ',', ']', '}', '[', '{', ':', '\\', '0']) {
        const spoilt = text.slice(0, at) + sign + text.slice(at + 1);
        const read = apart(spoilt);
        if (read !== null) expect(read, spoilt).toEqual(whole(spoilt));
      }
    }
  });
});
