import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { messages } from '../../../locales/sv.po';

const entries = Object.entries(messages) as [string, unknown][];

describe('the Swedish catalogue', () => {
  it('has texts', () => {
    expect(entries.length).toBeGreaterThan(1_000);
  });

  it('says the same values and elements as the English', () => {
    const wrong = entries.filter(([english, swedish]) => valuesOf(compileMessageOrThrow(english)) !== valuesOf(swedish));
    expect(wrong.map(([english]) => english)).toEqual([]);
  });

  it('says numbers as plurals where the English does', () => {
    const wrong = entries.filter(([english, swedish]) => english.includes(', plural,') && !JSON.stringify(swedish).includes('"plural"'));
    expect(wrong.map(([english]) => english)).toEqual([]);
  });
});

/** The names of values and elements in a compiled message, each once, in the order of the alphabet. */
function valuesOf(compiled: unknown): string {
  const names = new Set<string>();
  const walk = (part: unknown) => {
    if (typeof part === 'string') for (const [found] of part.matchAll(/\[\[\w+\]\]/g)) names.add(found);
    if (!Array.isArray(part)) return;
    for (const token of part) {
      if (Array.isArray(token)) {
        names.add(String(token[0]));
        for (const branch of Object.values(typeof token[2] === 'object' && token[2] !== null ? token[2] : {})) walk(branch);
      } else walk(token);
    }
  };
  walk(compiled);
  return [...names].toSorted().join(' ');
}
