import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ConsentMail } from '../../../contract/consent';
import { type ImportFormat, TENANT_FIELDS } from '../../../contract/tenant-files';
import type { SavedView } from '../../../contract/saved-view';
import type { TenantEntry } from '../../store/store-port';
import { csvCell } from '../../store/export/csv-cells';
import { COLUMN_HEADS } from './file-fields';
import { fieldText } from './plan-import';
import { teamPackText } from './team-pack';

/** Without it Excel takes UTF-8 for Windows-1252. */
const BOM = '\uFEFF';
const ROWS_AT_ONCE = 500;

/** How to write: as a list, or as a pack with what else a team shares. */
export type FileForm =
  | { format: Exclude<ImportFormat, 'pack'> }
  | { format: 'pack'; consentMail: ConsentMail; views: readonly SavedView[] };

/** Writes tenants to a file, in pieces. What was there before stays until all of it is written. Throws the system's error. */
export async function writeTenants(path: string, tenants: readonly TenantEntry[], form: FileForm): Promise<void> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await pipeline(Readable.from(textOf(tenants, form)), createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The text of a file of tenants, piece by piece. */
export function textOf(tenants: readonly TenantEntry[], form: FileForm): Iterable<string> {
  switch (form.format) {
    case 'csv':
      return csvText(tenants);
    case 'json':
      return jsonText(tenants);
    case 'pack':
      return [teamPackText({ tenants: tenants.map(plainTenant), consentMail: form.consentMail, views: form.views }, new Date())];
  }
}

function* csvText(tenants: readonly TenantEntry[]): Generator<string> {
  yield `${BOM}${TENANT_FIELDS.map((field) => COLUMN_HEADS[field]).join(',')}\r\n`;
  yield* joined(tenants, (tenant) => `${TENANT_FIELDS.map((field) => csvCell(fieldText(tenant, field))).join(',')}\r\n`);
}

function* jsonText(tenants: readonly TenantEntry[]): Generator<string> {
  yield '{"tenants": [';
  yield* joined(tenants, (tenant, index) => `${index === 0 ? '' : ','}\n  ${JSON.stringify(plainTenant(tenant))}`);
  yield '\n]}\n';
}

/** A tenant in the keys of the files: what a person entered, nothing of its tokens or health. */
function plainTenant({ tenantId, displayName, domain, profile }: TenantEntry): object {
  const { group, tags, owner, contact, notes, colour, surface } = profile;
  return { displayName, tenantId, domain, group, tags, owner, contact, notes, colour, surface };
}

function* joined(tenants: readonly TenantEntry[], text: (tenant: TenantEntry, index: number) => string): Generator<string> {
  for (let start = 0; start < tenants.length; start += ROWS_AT_ONCE) {
    yield tenants
      .slice(start, start + ROWS_AT_ONCE)
      .map((tenant, index) => text(tenant, start + index))
      .join('');
  }
}
