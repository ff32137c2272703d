/** One record of a CSV text. */
export interface CsvRecord {
  /** Line of the text it begins on, from 1: a quoted line break counts. */
  line: number;
  cells: string[];
  /** Something stood between a closing quotation mark and the next delimiter: what the cell was meant to be is not known. */
  textAfterQuote: boolean;
}

/** A quotation mark that was opened on `line` is never closed: from there on, nothing can be told apart. */
export class UnclosedQuote extends Error {
  constructor(readonly line: number) {
    super(`The quotation mark on line ${line} is not closed`);
    this.name = 'UnclosedQuote';
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SEP_LINE = /^sep=(.)(?:\r\n|\r|\n|$)/i;

/** The delimiter of a text: the one named by Excel's `sep=` line, else the most frequent one outside quotes in the first record; a comma where there is none. */
export function delimiterOf(text: string): string {
  const named = SEP_LINE.exec(text)?.[1];
  if (named) return named;
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if ([...counts.values()].some((count) => count > 0)) break;
    } else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/**
 * The records of a CSV text as RFC 4180 writes it, with any of four delimiters and any line ending; empty lines are passed over.
 * A quotation mark inside an unquoted cell is taken as it stands, as spreadsheets do. Throws UnclosedQuote.
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  const delimiter = delimiterOf(text);
  const sep = SEP_LINE.exec(text)?.[0] ?? '';
  const cursor: Cursor = { text, at: sep.length, line: sep === '' ? 1 : 2, delimiter };
  while (cursor.at < text.length) {
    const record = readRecord(cursor);
    if (record.cells.length > 1 || record.cells[0]?.trim() !== '') yield record;
  }
}

interface Cursor {
  readonly text: string;
  readonly delimiter: string;
  at: number;
  line: number;
}

function readRecord(cursor: Cursor): CsvRecord {
  const record: CsvRecord = { line: cursor.line, cells: [], textAfterQuote: false };
  for (;;) {
    if (cursor.text[cursor.at] === '"') {
      record.cells.push(readQuoted(cursor));
      const rest = readPlain(cursor);
      if (rest.trim() !== '') record.textAfterQuote = true;
    } else {
      record.cells.push(readPlain(cursor));
    }
    if (cursor.text[cursor.at] !== cursor.delimiter) break;
    cursor.at += 1;
  }
  endLine(cursor);
  return record;
}

/** From an opening quotation mark to behind its closing one. */
function readQuoted(cursor: Cursor): string {
  const { text, line } = cursor;
  const begin = cursor.at + 1;
  let end = text.indexOf('"', begin);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) throw new UnclosedQuote(line);
  cursor.at = end + 1;
  const raw = text.slice(begin, end);
  cursor.line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
  return raw.replaceAll('""', '"');
}

/** Up to the next delimiter or line end. */
function readPlain(cursor: Cursor): string {
  const { text, delimiter } = cursor;
  const begin = cursor.at;
  while (cursor.at < text.length) {
    const char = text[cursor.at];
    if (char === delimiter || char === '\n' || char === '\r') break;
    cursor.at += 1;
  }
  return text.slice(begin, cursor.at);
}

function endLine(cursor: Cursor): void {
  if (cursor.at >= cursor.text.length) return;
  cursor.at += cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1;
  cursor.line += 1;
}
