import type { Kysely } from 'kysely';
import type { TenantId } from '../../../contract/ids';
import { UnfinishedFile } from '../export/unfinished-file';
import { wholeIncidents } from '../export/whole-incidents';
import type { PageReader } from '../page-reader';
import type { Schema } from '../schema';

/** Incidents read from the store at once. */
const AT_ONCE = 100;

interface Export {
  tenantId: TenantId;
  path: string;
  /** Written as the first line: whose incidents these are, as of when, and whether they are all. */
  header: Readonly<Record<string, unknown>>;
}

/**
 * Writes every stored incident of a tenant as JSON Lines: the header, one incident a line as the service sent it, and a last line with their number, so
 * that a file that was cut off is known as one. The file is there under its name when it is whole only. Null: there is no such tenant.
 */
export async function exportTenant(db: Kysely<Schema>, reader: PageReader, { tenantId, path, header }: Export): Promise<number | null> {
  const tenant = await db.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (!tenant) return null;
  const file = await UnfinishedFile.open(path);
  try {
    await writeLine(file, header);
    const incidents = await writeIncidents(db, reader, { key: tenant.id, tenantId }, file);
    await writeLine(file, { end: true, incidents });
    await file.finish();
    return incidents;
  } catch (error) {
    await file.drop();
    throw error;
  }
}

/** Which incidents there are is asked once: one that comes anew in another page meanwhile is neither missed nor written twice. */
async function writeIncidents(
  db: Kysely<Schema>,
  reader: PageReader,
  { key, tenantId }: { key: number; tenantId: TenantId },
  file: UnfinishedFile,
): Promise<number> {
  const all = await db
    .selectFrom('incident')
    .select('id')
    .where('tenant_key', '=', key)
    .orderBy('raw_page_key', 'desc')
    .orderBy('raw_index')
    .execute();
  let written = 0;
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE).map(({ id }) => id);
    const whole = await wholeIncidents(db, reader, ids);
    let lines = '';
    for (const id of ids) {
      const found = whole.get(id);
      // Removed since. A second guard behind the keys, each of which stands for one row: nothing of another tenant.
      if (found?.row.tenantId !== tenantId) continue;
      const { incidentId, surface, readAt } = found.row;
      const facts = JSON.stringify({ incidentId, surface, readAt: new Date(readAt).toISOString() });
      written += 1;
      lines += `${facts.slice(0, -1)},"incident":${found.raw}}\n`;
    }
    await file.write(lines);
  }
  return written;
}

function writeLine(file: UnfinishedFile, value: unknown): Promise<unknown> {
  return file.write(`${JSON.stringify(value)}\n`);
}
