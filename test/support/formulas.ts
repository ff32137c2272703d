import { parseCsv } from './parse-csv';

/** Texts that are a formula to some spreadsheet, parted by one sign or another. */
export const FORMULAS: readonly string[] = [
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '\tTAB',
  '\t=1',
  '\r=1',
  'two\nlines',
  'two\r\n=lines',
  'Mail;=HYPERLINK("http://evil.example");x',
  'a;;=1',
  'a|@SUM(A1)',
  'a; +1',
  'a;\u00a0=1',
  'a;"=1',
  'a; " ＋1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff-1',
];

/** What may be left of it: a cell keeps no tab and no line break. */
export function flattened(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}

/** Cells of a CSV file that would run, parted by commas as is meant, or by whatever the spreadsheet of somebody parts by, where quotes protect nothing. */
export function cellsThatRun(text: string): string[] {
  const parted = [';', '|', '\t'].flatMap((sign) => text.split(/\r?\n/).flatMap((line) => line.split(sign)));
  return [...parseCsv(text).flat(), ...parted].filter((cell) => /^[\s\u200b\ufeff"]*[=+\-@＝＋－＠]/.test(cell));
}
