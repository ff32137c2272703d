import { z } from 'zod';

/** Fields of a customer as they stand in a file. */
export const TENANT_FIELDS = [
  'displayName',
  'tenantId',
  'domain',
  'group',
  'tags',
  'owner',
  'contact',
  'notes',
  'colour',
  'surface',
] as const;
export const tenantField = z.enum(TENANT_FIELDS);
export type TenantField = z.infer<typeof tenantField>;

/** What an import would do with a row. */
export const rowKind = z.enum(['new', 'changed', 'same', 'duplicate', 'invalid']);
export type RowKind = z.infer<typeof rowKind>;

/** Why a row cannot be used. */
export const rowFault = z.enum([
  'noTenant',
  'badTenantId',
  'badDomain',
  'noName',
  'tooLong',
  'badTags',
  'badColour',
  'badSurface',
  'textAfterQuote',
  'tooManyCells',
  'notAnObject',
  'notText',
]);
export type RowFault = z.infer<typeof rowFault>;

/** One row of a file, with what would become of it. */
export const importRow = z.object({
  /** In a CSV file the line of the file it begins on, in JSON the place in the list, from 1. */
  row: z.number().int(),
  kind: rowKind,
  /** As far as they are known: an invalid row may have neither. */
  tenantId: z.string().optional(),
  displayName: z.string().optional(),
  domain: z.string().optional(),
  /** With `changed`: each field that changes, as text. */
  changes: z.array(z.object({ field: tenantField, from: z.string(), to: z.string() })).optional(),
  /** With `duplicate`: the row that named this tenant first. */
  firstRow: z.number().int().optional(),
  fault: rowFault.optional(),
  /** The field `fault` is about. */
  faultField: tenantField.optional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** Why a file as a whole is refused. Nothing of it was used. */
export const importRefusal = z.enum([
  'tooLarge',
  'tooManyRows',
  'unreadable',
  'notText',
  'notJson',
  'unclosedQuote',
  'noTenantColumn',
  'noRows',
  'packOfNewerVersion',
  'packTampered',
  'packMalformed',
]);
export type ImportRefusal = z.infer<typeof importRefusal>;

export const importFormat = z.enum(['csv', 'json', 'pack']);
export type ImportFormat = z.infer<typeof importFormat>;

export const importPreview = z.object({
  outcome: z.literal('preview'),
  /** Names the file that was read, until it is applied or dropped. */
  importId: z.string(),
  fileName: z.string(),
  format: importFormat,
  counts: z.record(rowKind, z.number().int()),
  /** Columns or keys that mean nothing here; what is in them is left in the file. */
  unknownColumns: z.array(z.string()),
  /** CSV only: the first line was data already, and columns were told apart by what is in them. */
  headerMissing: z.boolean(),
  /** Team packs only, where one carries the consent mail: whether it says what ours says. `unusable`: it could not be sent. */
  consentMail: z.enum(['same', 'differs', 'unusable']).optional(),
  /** Team packs only: how many saved views it brings. */
  views: z.number().int().optional(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importAnswer = z.discriminatedUnion('outcome', [
  importPreview,
  z.object({
    outcome: z.literal('refused'),
    fileName: z.string(),
    why: importRefusal,
    /** The line or the version the reason speaks of. */
    at: z.number().int().optional(),
  }),
]);
export type ImportAnswer = z.infer<typeof importAnswer>;

export const MAX_IMPORT_ROWS = 100_000;
export const IMPORT_PAGE_ROWS = 200;

export const exportAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), fileName: z.string(), tenants: z.number().int() }),
  /** The system would not write the file. */
  z.object({ outcome: z.literal('refused'), fileName: z.string(), detail: z.string() }),
]);
export type ExportAnswer = z.infer<typeof exportAnswer>;
