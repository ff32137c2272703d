import { describe, expect, it } from 'vitest';
import { csvRecords, delimiterOf, UnclosedQuote } from '../../../../main/tenants/files/csv';
import { csvCell, plainCell } from '../../../../main/store/export/csv-cells';

const cells = (text: string) => [...csvRecords(text)].map((record) => record.cells);
const lines = (text: string) => [...csvRecords(text)].map(({ line }) => line);

describe('csvRecords', () => {
  it.each([
    ['\r\n', 'Windows'],
    ['\n', 'Unix'],
    ['\r', 'old Mac'],
  ])('ends records at %j', (end) => {
    expect(cells(`a,b${end}c,d${end}`)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps delimiters, doubled quotation marks and line breaks inside quotes, and counts their lines', () => {
    const text = 'a,b\r\n"x, ""y""","one\r\ntwo\nthree"\r\nlast,row';
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['x, "y"', 'one\r\ntwo\nthree'],
      ['last', 'row'],
    ]);
    expect(lines(text)).toEqual([1, 2, 5]);
  });

  it('passes over empty lines and keeps empty cells', () => {
    expect(cells('\n\na,,c\n \n,,\n')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
    ]);
    expect(lines('\n\na,b')).toEqual([3]);
  });

  it('takes a quotation mark inside an unquoted cell as it stands', () => {
    expect(cells('27" screen,b')).toEqual([['27" screen', 'b']]);
  });

  it('marks a record with text after a closing quotation mark', () => {
    expect([...csvRecords('"a" x,b\n"c" ,d')].map(({ textAfterQuote }) => textAfterQuote)).toEqual([true, false]);
  });

  it('names the line of a quotation mark that is never closed', () => {
    expect(() => cells('a,b\n"c,d\ne,f')).toThrow(UnclosedQuote);
    expect(() => cells('a,b\nc,"d\ne,f')).toThrow(/line 2/);
  });

  it('ends with the text, with or without a last line end', () => {
    expect(cells('a,')).toEqual([['a', '']]);
    expect(cells('"a"')).toEqual([['a']]);
    expect(cells('')).toEqual([]);
  });

  it('follows the sep= line of Excel and leaves it out', () => {
    expect(cells('sep=|\r\na,b|c')).toEqual([['a,b', 'c']]);
    expect(lines('sep=;\r\na;b')).toEqual([2]);
  });
});

describe('delimiterOf', () => {
  it.each([
    ['Name,ID', ','],
    ['Name;ID;Domain', ';'],
    ['Name\tID', '\t'],
    ['Name|ID', '|'],
    ['"Contoso, Inc";1', ';'],
    ['only one column\nnext, line', ','],
    ['"a\n,,,";b;c', ';'],
  ])('of %j is %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));
});

describe('cells for spreadsheets', () => {
  it.each(['=1+1', '+46 8 123', '-1', '@SUM(A1)', '\t=1', '\rx', "'=already", "''-twice", '＝1', '=a,"b"', 'plain', "'plain", 'a=b', ''])(
    'brings %j back as it was, and never as a formula',
    (text) => {
      const [record] = [...csvRecords(`${csvCell(text)},end`)];
      const cell = record?.cells[0] ?? '';
      expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
      expect(plainCell(cell)).toBe(text);
    },
  );
});
