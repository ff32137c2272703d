import { type FileHandle, open } from 'node:fs/promises';
import type { HuntingColumn, HuntingExportFormat, HuntingRow, HuntingValue } from '../../../contract/hunting';
import { inertCell } from '../../store/export/csv-cells';
import { type Coverage, coverageLine, type TenantNames } from './coverage';

export interface RowsToWrite {
  path: string;
  columns: readonly HuntingColumn[];
  names: TenantNames;
  coverage: Coverage;
  /** Some rows at a time. */
  batches: AsyncIterable<readonly HuntingRow[]>;
}

/** The two columns every row begins with. */
const TENANT_COLUMNS = ['TenantId', 'TenantName'] as const;
const OWNER_ONLY = 0o600;
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes rows to a file that is not there yet, with what they cover. Throws what the disk says. */
export async function writeRows(format: HuntingExportFormat, rows: RowsToWrite): Promise<void> {
  if (format === 'parquet') return writeParquet(rows);
  const file = await open(rows.path, 'w', OWNER_ONLY);
  try {
    await (format === 'csv' ? writeCsv(file, rows) : writeJsonLines(file, rows));
  } finally {
    await file.close();
  }
}

/** A first line with the coverage, then the header. Spreadsheets want a byte order mark to read UTF-8, and no cell is a formula. */
async function writeCsv(file: FileHandle, { columns, names, coverage, batches }: RowsToWrite): Promise<void> {
  const line = (cells: readonly string[]): string => `${cells.map(inertCell).join(',')}\r\n`;
  await file.write(
    `${BYTE_ORDER_MARK}${line([`# ${coverageLine(coverage)}`])}${line([...TENANT_COLUMNS, ...columns.map(({ name }) => name)])}`,
  );
  for await (const rows of batches)
    await file.write(
      rows
        .map(({ tenantId, values }) =>
          line([tenantId, names[tenantId] ?? '', ...values.map((value) => (value === null ? '' : String(value)))]),
        )
        .join(''),
    );
}

/** The coverage as the first object, then one object a row. */
async function writeJsonLines(file: FileHandle, { columns, names, coverage, batches }: RowsToWrite): Promise<void> {
  await file.write(`${JSON.stringify({ coverage })}\n`);
  for await (const rows of batches) await file.write(rows.map((row) => `${JSON.stringify(recordOf(row, columns, names))}\n`).join(''));
}

function recordOf({ tenantId, values }: HuntingRow, columns: readonly HuntingColumn[], names: TenantNames): Record<string, HuntingValue> {
  return Object.fromEntries([
    ['TenantId', tenantId],
    ['TenantName', names[tenantId] ?? ''],
    ...columns.map(({ name }, at) => [name, values[at] ?? null]),
  ]) as Record<string, HuntingValue>;
}

const PARQUET = { long: 'INT64', int: 'INT32', real: 'DOUBLE', bool: 'BOOLEAN' } as const;
const parquetType = ({ type }: HuntingColumn): 'INT64' | 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'STRING' =>
  type in PARQUET ? PARQUET[type as keyof typeof PARQUET] : 'STRING';
const ROW_GROUP = 20_000;

/** Numbers as numbers; times and everything else as the text they came as. The coverage stands in the file's own metadata. */
async function writeParquet({ path, columns, names, coverage, batches }: RowsToWrite): Promise<void> {
  const { fileWriter, parquetWriteRows } = await import('hyparquet-writer');
  // The writer empties a file that is there, and leaves its owner's rights alone.
  await (await open(path, 'w', OWNER_ONLY)).close();
  async function* records(): AsyncGenerator<Record<string, unknown>> {
    for await (const rows of batches)
      for (const { tenantId, values } of rows)
        yield Object.fromEntries([
          ['TenantId', tenantId],
          ['TenantName', names[tenantId] ?? ''],
          ...columns.map((column, at) => [column.name, parquetValue(values[at] ?? null, column)]),
        ]) as Record<string, unknown>;
  }
  await parquetWriteRows({
    writer: fileWriter(path),
    rows: records(),
    columns: [
      ...TENANT_COLUMNS.map((name) => ({ name, type: 'STRING' as const })),
      ...columns.map((column) => ({ name: column.name, type: parquetType(column), nullable: true })),
    ],
    rowGroupSize: ROW_GROUP,
    kvMetadata: [{ key: 'tenantry.coverage', value: JSON.stringify(coverage) }],
  });
}

function parquetValue(value: HuntingValue, column: HuntingColumn): unknown {
  if (value === null) return undefined;
  switch (parquetType(column)) {
    case 'INT64':
      return /^-?\d+$/.test(String(value)) ? BigInt(String(value)) : undefined;
    case 'INT32':
    case 'DOUBLE':
      return Number(value);
    case 'BOOLEAN':
      return value === true || value === 'true';
    default:
      return String(value);
  }
}
