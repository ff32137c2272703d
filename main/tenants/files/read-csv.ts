import { MAX_IMPORT_ROWS, type TenantField } from '../../../contract/tenant-files';
import { readTenantQuery } from '../../identity/tenant-query';
import { type CsvRecord, csvRecords, UnclosedQuote } from './csv';
import { plainCell } from '../../store/export/csv-cells';
import { fieldNamed } from './file-fields';
import { type FileRow, noteUnknown, RefusedFile, type RowValues, type TenantFile } from './tenant-file';

type Columns = readonly (TenantField | null)[];

/** Records looked at to tell columns without heads apart. */
const SAMPLE = 50;

/** Reads a CSV text of tenants. Throws RefusedFile; rows that cannot be used come with their fault. */
export function readCsv(text: string): TenantFile {
  const records = [...counted(csvRecords(text))];
  const [first] = records;
  if (!first) throw new RefusedFile('noRows');
  const unknownColumns = new Set<string>();
  const heads = first.cells.map((cell) => fieldNamed(plainCell(cell)));
  const isHead = heads.some((field) => field !== null) && !first.cells.some(isTenantId);
  const columns = isHead ? onceEach(heads) : guessedColumns(records.slice(0, SAMPLE));
  if (!columns.includes('tenantId') && !columns.includes('domain')) throw new RefusedFile('noTenantColumn');
  columns.forEach((field, index) => {
    if (field === null) noteUnknown(unknownColumns, isHead ? (first.cells[index] ?? '') : `Column ${index + 1}`);
  });
  const data = isHead ? records.slice(1) : records;
  if (data.length === 0) throw new RefusedFile('noRows');
  return { format: 'csv', rows: rowsOf(data, columns), unknownColumns, headerMissing: !isHead };
}

function* counted(records: Iterable<CsvRecord>): Generator<CsvRecord> {
  let count = 0;
  try {
    for (const record of records) {
      // One more for the line of heads.
      if (count > MAX_IMPORT_ROWS) throw new RefusedFile('tooManyRows');
      count += 1;
      yield record;
    }
  } catch (error) {
    throw error instanceof UnclosedQuote ? new RefusedFile('unclosedQuote', error.line) : error;
  }
}

function* rowsOf(records: readonly CsvRecord[], columns: Columns): Generator<FileRow> {
  for (const { line, cells, textAfterQuote } of records) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const values = valuesOf(cells, columns);
    if (textAfterQuote) yield { row: line, values, fault: 'textAfterQuote' };
    else if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) yield { row: line, values, fault: 'tooManyCells' };
    else yield { row: line, values };
  }
}

/** An empty cell says nothing: a file with a column left blank must not wipe what is known. */
function valuesOf(cells: readonly string[], columns: Columns): RowValues {
  const values: RowValues = {};
  columns.forEach((field, index) => {
    const text = plainCell(cells[index]?.trim() ?? '').trim();
    if (field === null || text === '') return;
    if (field === 'tags') values.tags = splitTags(text);
    else values[field] = text;
  });
  return values;
}

function splitTags(text: string): string[] {
  return text
    .split(/[,;|\r\n\t]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A field named twice is taken from its first column. */
function onceEach(fields: Columns): Columns {
  return fields.map((field, index) => (field !== null && fields.indexOf(field) === index ? field : null));
}

/** Columns without heads, by what is in them: an ID, a domain, and the first of the others as the name. */
function guessedColumns(records: readonly CsvRecord[]): Columns {
  const width = Math.max(...records.map(({ cells }) => cells.length));
  const share = (index: number, test: (cell: string) => boolean) => {
    const filled = records.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(test).length > filled.length / 2;
  };
  const places = Array.from({ length: width }, (_, index) => index);
  const id = places.find((index) => share(index, isTenantId));
  const domain = places.find((index) => index !== id && share(index, isDomain));
  const name = places.find((index) => index !== id && index !== domain && share(index, (cell) => !isTenantId(cell) && !isDomain(cell)));
  const fieldAt = new Map<number | undefined, TenantField>([
    [id, 'tenantId'],
    [domain, 'domain'],
    [name, 'displayName'],
  ]);
  return places.map((index) => fieldAt.get(index) ?? null);
}

function isTenantId(cell: string): boolean {
  return readTenantQuery(cell)?.kind === 'id';
}

function isDomain(cell: string): boolean {
  return readTenantQuery(cell)?.kind === 'domain';
}
