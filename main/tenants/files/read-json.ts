import { z } from 'zod';
import { type ImportFormat, MAX_IMPORT_ROWS, type TenantField } from '../../../contract/tenant-files';
import { fieldNamed } from './file-fields';
import { contentOfPack, isTeamPack } from './team-pack';
import { type FileRow, noteUnknown, RefusedFile, type RowValues, type TenantFile } from './tenant-file';

const listed = z.union([z.array(z.unknown()), z.looseObject({ tenants: z.array(z.unknown()) }).transform(({ tenants }) => tenants)]);
const object = z.record(z.string(), z.unknown());
const textList = z.array(z.string());

/** Reads a JSON text: a list of tenants, alone or under `tenants`, or a team pack. Throws RefusedFile. */
export function readJson(text: string): TenantFile {
  const value = parsed(text);
  if (isTeamPack(value)) {
    const { tenants, consentMail, views } = contentOfPack(value);
    return { ...fileOf('pack', tenants), ...(consentMail && { consentMail }), views };
  }
  const list = listed.safeParse(value);
  if (!list.success) throw new RefusedFile('noTenantColumn');
  return fileOf('json', list.data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedFile('notJson');
  }
}

function fileOf(format: ImportFormat, list: readonly unknown[]): TenantFile {
  if (list.length === 0) throw new RefusedFile('noRows');
  if (list.length > MAX_IMPORT_ROWS) throw new RefusedFile('tooManyRows');
  const unknownColumns = new Set<string>();
  return { format, rows: rowsOf(list, unknownColumns), unknownColumns, headerMissing: false };
}

function* rowsOf(list: readonly unknown[], unknownColumns: Set<string>): Generator<FileRow> {
  for (const [index, item] of list.entries()) yield rowOf(index + 1, item, unknownColumns);
}

function rowOf(row: number, item: unknown, unknownColumns: Set<string>): FileRow {
  const entries = object.safeParse(item);
  if (!entries.success || Array.isArray(item)) return { row, values: {}, fault: 'notAnObject' };
  const values: RowValues = {};
  let wrong: TenantField | undefined;
  for (const [key, value] of Object.entries(entries.data)) {
    const field = fieldNamed(key);
    if (field === null) noteUnknown(unknownColumns, key);
    else if (!take(values, field, value)) wrong ??= field;
  }
  return wrong === undefined ? { row, values } : { row, values, fault: 'notText', faultField: wrong };
}

/** False when the value is of another form than the field. `null` empties it. */
function take(values: RowValues, field: TenantField, value: unknown): boolean {
  if (field === 'tags') {
    const list = textList.safeParse(typeof value === 'string' ? value.split(',') : (value ?? []));
    if (list.success) values.tags = list.data.map((one) => one.trim()).filter((one) => one !== '');
    return list.success;
  }
  if (value !== null && typeof value !== 'string') return false;
  values[field] = value?.trim() ?? '';
  return true;
}
