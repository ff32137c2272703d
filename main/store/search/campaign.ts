import { type Kysely, sql } from 'kysely';
import { CAMPAIGN_SHOWN } from '../../../contract/campaign';
import type { IncidentKey } from '../../../contract/ids';
import type { ObservableKind } from '../../../contract/observable';
import type { StoredCampaign } from '../incident-view-port';
import type { Schema } from '../schema';
import { isEveryday } from './everyday-values';
import { isLocalAddress } from './local-address';
import { readSearchCoverage } from './search-coverage';

/** Values that mean the same at every customer. A host, a user or a local address of one name at two customers is two. */
const SHARED_KINDS: readonly ObservableKind[] = ['ip', 'domain', 'url', 'hash', 'file', 'sender', 'subject', 'command', 'registry'];
/** A value seen in more than this share of all incidents says nothing: the address of a proxy, `powershell.exe`. Never fewer or more than so many. */
const COMMON = { share: 0.005, least: 20, most: 500 };
/** Values of one incident that are followed, the rarest first. */
const FOLLOWED = 100;
/** Attacks of one campaign begin within so many days of each other. */
const SPAN_MS = 30 * 86_400_000;
/** Under this kind the rules that made an incident's alerts stand among the values seen in it. */
export const DETECTOR = 'detector';
/** Under this kind those of its hashes that are of programs everybody has. */
export const EVERYDAY_HASH = 'everydayHash';

interface Subject {
  id: number;
  tenantKey: number;
  nameFolded: string;
  createdAt: number | null;
}
interface SharedValue {
  id: number;
  kind: ObservableKind;
  value: string;
}
interface Similar {
  id: number;
  tenantKey: number;
  values: SharedValue[];
  sameTitle: boolean;
  sameDetector: boolean;
}

/**
 * Incidents that may be of the same attack: made within a month of each other, with two uncommon things in common, or with one and the same title or rule.
 * Null: the incident is not stored.
 */
export async function campaignOf(db: Kysely<Schema>, key: IncidentKey): Promise<StoredCampaign | null> {
  const subject = await subjectOf(db, key);
  if (!subject) return null;
  const search = await readSearchCoverage(db);
  const similar = await similarTo(db, subject, search.total);
  return {
    incidents: await shownOf(db, similar.slice(0, CAMPAIGN_SHOWN)),
    total: similar.length,
    tenants: new Set([subject.tenantKey, ...similar.map(({ tenantKey }) => tenantKey)]).size,
    sameTitle: similar.filter(({ sameTitle }) => sameTitle).length,
    sameDetector: similar.filter(({ sameDetector }) => sameDetector).length,
    shared: sharedBy(similar),
    things: thingsOf(similar.flatMap(({ values }) => values)),
    search,
  };
}

/** Keys of the rows of a campaign, the incident's own among them. None: it is not stored. */
export async function campaignRows(db: Kysely<Schema>, key: IncidentKey): Promise<number[]> {
  const subject = await subjectOf(db, key);
  if (!subject) return [];
  const { total } = await readSearchCoverage(db);
  return [subject.id, ...(await similarTo(db, subject, total)).map(({ id }) => id)];
}

function subjectOf(db: Kysely<Schema>, key: IncidentKey): Promise<Subject | undefined> {
  return db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .where('tenant.tenant_id', '=', key.tenantId)
    .where('incident.incident_id', '=', key.incidentId)
    .select(['incident.id', 'incident.tenant_key as tenantKey', 'incident.name_folded as nameFolded', 'incident.created_at as createdAt'])
    .executeTakeFirst();
}

/** The most alike first. */
async function similarTo(db: Kysely<Schema>, subject: Subject, stored: number): Promise<Similar[]> {
  const common = Math.round(Math.min(COMMON.most, Math.max(COMMON.least, stored * COMMON.share)));
  const found = await withSharedValues(db, subject, common);
  if (found.size === 0) return [];
  const ids = JSON.stringify([...found.keys()]);
  const facts = await sql<{ id: number; nameFolded: string; createdAt: number | null; sameDetector: number }>`
    select id, name_folded as "nameFolded", created_at as "createdAt", exists (
      select 1 from sighting as own cross join sighting as other
        on other.entity_key = own.entity_key and other.tenant_key = incident.tenant_key and other.incident_key = incident.id
      where own.incident_key = ${subject.id} and own.entity_key in (${detectorsOf(subject.id)})
    ) as "sameDetector"
    from incident where id in (select value from json_each(${ids})) and status_folded <> 'redirected'`.execute(db);
  const similar: Similar[] = [];
  for (const { id, nameFolded, createdAt, sameDetector } of facts.rows) {
    const one = found.get(id);
    const near = createdAt === null || subject.createdAt === null || Math.abs(createdAt - subject.createdAt) <= SPAN_MS;
    if (!one || !near) continue;
    one.sameTitle = nameFolded === subject.nameFolded;
    one.sameDetector = sameDetector === 1;
    const things = thingsOf(one.values);
    if (things > 1 || (things === 1 && (one.sameTitle || one.sameDetector))) similar.push(one);
  }
  return similar.toSorted((a, b) => likeness(b) - likeness(a) || b.id - a.id);
}

const likeness = ({ values, sameTitle, sameDetector }: Similar) => thingsOf(values) + Number(sameTitle) + Number(sameDetector);

/**
 * How many things values are of. A file's name and its hashes are one: files are as many as hashes of one algorithm. Names of files count beside
 * something else where no hash is shared, and never by themselves: files of one name may have nothing in common.
 */
function thingsOf(values: readonly SharedValue[]): number {
  const hashes = new Map<number, number>();
  let names = 0;
  let others = 0;
  for (const { kind, value } of new Set(values)) {
    if (kind === 'hash') hashes.set(value.length, (hashes.get(value.length) ?? 0) + 1);
    else if (kind === 'file') names += 1;
    else others += 1;
  }
  if (hashes.size > 0) return others + Math.max(...hashes.values());
  return others === 0 ? 0 : others + names;
}

function detectorsOf(incident: number) {
  return sql`select entity.id from sighting cross join entity on entity.id = sighting.entity_key
    where sighting.incident_key = ${incident} and entity.kind = ${DETECTOR}`;
}

/** Incidents that hold an uncommon value of this one, and which. */
async function withSharedValues(db: Kysely<Schema>, subject: Subject, common: number): Promise<Map<number, Similar>> {
  const found = new Map<number, Similar>();
  for (const value of await valuesOf(db, subject.id, common)) {
    const { rows } = await sql<{ id: number; tenantKey: number }>`select incident_key as id, tenant_key as "tenantKey" from sighting
      where entity_key = ${value.id} limit ${common + 1}`.execute(db);
    if (rows.length > common) continue;
    for (const { id, tenantKey } of rows) {
      if (id === subject.id) continue;
      const known = found.get(id);
      if (known) known.values.push(value);
      else found.set(id, { id, tenantKey, values: [value], sameTitle: false, sameDetector: false });
    }
  }
  return found;
}

async function valuesOf(db: Kysely<Schema>, incident: number, common: number): Promise<SharedValue[]> {
  const { rows } = await sql<SharedValue>`select entity.id, entity.kind, entity.value_folded as value
    from sighting cross join entity on entity.id = sighting.entity_key
    where sighting.incident_key = ${incident} and entity.kind in (${sql.join(SHARED_KINDS)})
      and not (entity.kind = 'hash' and exists (
        select 1 from entity as known where known.kind = ${EVERYDAY_HASH} and known.value_folded = entity.value_folded))
    order by (select count(*) from (select 1 from sighting as seen where seen.entity_key = entity.id limit ${common + 1}))`.execute(db);
  const tells = ({ kind, value }: SharedValue) => !isEveryday(kind, value) && (kind !== 'ip' || !isLocalAddress(value));
  return rows.filter(tells).slice(0, FOLLOWED);
}

/** The most widely seen first. */
function sharedBy(similar: readonly Similar[]): StoredCampaign['shared'] {
  const seen = new Map<number, { value: SharedValue; incidents: number; tenants: Set<number> }>();
  for (const { values, tenantKey } of similar) {
    for (const value of values) {
      const known = seen.get(value.id) ?? { value, incidents: 0, tenants: new Set() };
      known.incidents += 1;
      known.tenants.add(tenantKey);
      seen.set(value.id, known);
    }
  }
  return [...seen.values()]
    .toSorted((a, b) => b.tenants.size - a.tenants.size || b.incidents - a.incidents)
    .map(({ value: { kind, value }, incidents, tenants }) => ({
      kind,
      value,
      incidents,
      tenants: tenants.size,
    }));
}

async function shownOf(db: Kysely<Schema>, similar: readonly Similar[]): Promise<StoredCampaign['incidents']> {
  if (similar.length === 0) return [];
  const rows = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .where(
      'incident.id',
      'in',
      similar.map(({ id }) => id),
    )
    .select([
      'incident.id',
      'tenant.tenant_id as tenantId',
      'tenant.display_name as tenantName',
      'incident.incident_id as incidentId',
      'incident.name',
      'incident.severity',
      'incident.status',
      'incident.created_at as createdAt',
    ])
    .execute();
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return similar.flatMap(({ id, sameTitle, sameDetector, values }) => {
    const row = byId.get(id);
    return row ? [{ ...row, sameTitle, sameDetector, shared: thingsOf(values) }] : [];
  });
}
