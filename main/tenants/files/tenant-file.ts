import type { ConsentMail } from '../../../contract/consent';
import type { SavedView } from '../../../contract/saved-view';
import type { ImportFormat, ImportRefusal, RowFault, TenantField } from '../../../contract/tenant-files';

/** What a row says of a tenant. A field that is absent is left as it is; an empty one is emptied. */
export type RowValues = Partial<Record<Exclude<TenantField, 'tags'>, string>> & { tags?: readonly string[] };

export interface FileRow {
  /** Where it stands: the line of a CSV file, the place in a JSON list. From 1. */
  row: number;
  values: RowValues;
  /** The row cannot be read at all. */
  fault?: RowFault;
  faultField?: TenantField;
}

/** A file of tenants as read: rows come as they are asked for, so that a long file can be read in pieces. */
export interface TenantFile {
  format: ImportFormat;
  rows: Iterable<FileRow>;
  /** Filled while the rows are read. */
  unknownColumns: ReadonlySet<string>;
  headerMissing: boolean;
  /** Of a team pack that carries one. `unusable`: a mail that could not be sent. */
  consentMail?: ConsentMail | 'unusable';
  /** Saved views of a team pack. */
  views?: readonly SavedView[];
}

/** A file that is refused as a whole. */
export class RefusedFile extends Error {
  constructor(
    readonly why: ImportRefusal,
    /** The line or version it is about. */
    readonly at?: number,
  ) {
    super(why);
    this.name = 'RefusedFile';
  }
}

/** Names of columns kept for the report: a broken file can have any number. */
const MOST_NAMED = 50;

/** Notes a column that means nothing to us. */
export function noteUnknown(columns: Set<string>, name: string): void {
  const short = name.trim().slice(0, 80);
  if (short !== '' && columns.size < MOST_NAMED) columns.add(short);
}
