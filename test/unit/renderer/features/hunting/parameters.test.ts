import { beforeAll, describe, expect, it } from 'vitest';
import { letBlock, literalOf, stringLiteral } from '../../../../../renderer/features/hunting/query/parameters';
import { KustoService } from '../../../../../renderer/features/hunting/language/kusto-service';

const service = new KustoService();
// The first answer of the library takes some seconds, as it is compiled then.
beforeAll(() => void service.analyse('let a = "b"; print a'), 60_000);
const errorsIn = (text: string) => service.analyse(text).findings.filter(({ severity }) => severity === 'error');

const HOSTILE = [
  '"; drop table x; let a = "',
  'ends with a backslash \\',
  '\\" | take 1',
  "it's",
  'two\nlines\r\nand a tab\t',
  '// no comment',
  '```not a block```',
  'é 漢字 👩‍👩‍👧',
  'zero\u0000 bell\u0007 line\u2028 right to left\u202e',
];

describe('values of a query', () => {
  it.each(HOSTILE)('stay one text literal whatever is in them: %j', (value) => {
    const query = `let value = ${stringLiteral(value)};\nprint value`;
    expect(errorsIn(query)).toEqual([]);
    const strings = service.analyse(query).spans.filter(({ kind }) => kind === 'string');
    expect(strings.map(({ from, to }) => query.slice(from, to))).toEqual([stringLiteral(value)]);
    // The language's escapes of these characters are those of JSON.
    expect(JSON.parse(stringLiteral(value))).toBe(value);
  });

  it('become a list, one value a line', () => {
    expect(literalOf({ type: 'list', value: ' a"b \n\n c ' })).toBe('dynamic(["a\\"b", "c"])');
  });

  it.each([
    ['long', '12', 'long(12)'],
    ['long', '1; drop', null],
    ['real', '1.5e3', 'real(1.5e3)'],
    ['real', 'nan)', null],
    ['bool', 'TRUE', 'true'],
    ['bool', 'maybe', null],
    ['datetime', '2026-11-28T10:00:00Z', 'datetime(2026-11-28T10:00:00Z)'],
    ['datetime', '2026-13-45', null],
    ['timespan', '7d', '7d'],
    ['timespan', '7 days', null],
  ] as const)('of type %s: %j becomes %j', (type, value, literal) => {
    expect(literalOf({ type, value })).toBe(literal);
    if (literal !== null) expect(errorsIn(`print ${literal}`)).toEqual([]);
  });

  it('say which of them are none, and let the rest of the query be looked at', () => {
    const block = letBlock([
      { name: 'days', label: '', type: 'long', value: 'x' },
      { name: 'who', label: '', type: 'string', value: 'a' },
    ]);
    expect(block).toEqual({ text: 'let days = long(0);\nlet who = "a";\n', faulty: ['days'] });
  });
});
