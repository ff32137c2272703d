import type { Kysely } from 'kysely';
import type { TenantId } from '../../../contract/ids';
import { UnfinishedFile } from '../export/unfinished-file';
import { unpackBody } from '../packed-body';
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
    const incidents = await writeIncidents(db, reader, tenant.id, file);
    await writeLine(file, { end: true, incidents });
    await file.finish();
    return incidents;
  } catch (error) {
    await file.drop();
    throw error;
  }
}

/** Which incidents there are is asked once: one that comes anew in another page meanwhile is neither missed nor written twice. */
async function writeIncidents(db: Kysely<Schema>, reader: PageReader, tenantKey: number, file: UnfinishedFile): Promise<number> {
  const all = await db
    .selectFrom('incident')
    .select('id')
    .where('tenant_key', '=', tenantKey)
    .orderBy('raw_page_key', 'desc')
    .orderBy('raw_index')
    .execute();
  let written = 0;
  let body = { page: -1, itemAt: (_index: number) => 'null' };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE).map(({ id }) => id);
    const rows = await db
      .selectFrom('incident')
      .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
      .select(['incident.incident_id', 'incident.raw_page_key', 'incident.raw_index', 'raw_page.surface', 'raw_page.read_at'])
      .where('incident.id', 'in', ids)
      .orderBy('incident.raw_page_key', 'desc')
      .orderBy('incident.raw_index')
      .execute();
    let lines = '';
    for (const row of rows) {
      if (row.raw_page_key !== body.page) body = { page: row.raw_page_key, itemAt: await itemsOf(db, reader, row.raw_page_key) };
      const facts = JSON.stringify({ incidentId: row.incident_id, surface: row.surface, readAt: new Date(row.read_at).toISOString() });
      lines += `${facts.slice(0, -1)},"incident":${body.itemAt(row.raw_index)}}\n`;
    }
    await file.write(lines);
    written += rows.length;
  }
  return written;
}

async function itemsOf(db: Kysely<Schema>, reader: PageReader, pageKey: number): Promise<(index: number) => string> {
  const page = await db.selectFrom('raw_page').select(['body', 'encoding']).where('id', '=', pageKey).executeTakeFirst();
  return page ? reader.items(await unpackBody({ encoding: page.encoding, bytes: page.body })) : () => 'null';
}

function writeLine(file: UnfinishedFile, value: unknown): Promise<unknown> {
  return file.write(`${JSON.stringify(value)}\n`);
}
