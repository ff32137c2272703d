import { type Kysely, sql } from 'kysely';

/**
 * What the queue is narrowed down, sorted and grouped by: an index for every order, counts by assignee too, sources and techniques of alerts beside the
 * full text, and what is news. Incidents are taken into the search anew for that, behind everything else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...NEWS, ...TALLY, ...FACETS, ...INDEXES]) await sql.raw(statement).execute(db);
}

/**
 * When a row was stored first, when it was last stored with something new in it, and when it was looked at. 0: by a tenant's first read, which is no news.
 */
const NEWS = [
  'alter table incident add column first_stored_at integer not null default 0',
  'alter table incident add column changed_at integer not null default 0',
  'alter table incident add column looked_at integer not null default 0',
];

const KEY = 'tenant_key, severity_folded, status_folded, assigned_folded';
const ADD = `insert into incident_tally values (new.tenant_key, new.severity_folded, new.status_folded, coalesce(new.assigned_folded, ''), 1)
    on conflict do update set incidents = incidents + 1;`;
const OLD = `tenant_key = old.tenant_key and severity_folded = old.severity_folded and status_folded = old.status_folded
      and assigned_folded = coalesce(old.assigned_folded, '')`;
const TAKE = `update incident_tally set incidents = incidents - 1 where ${OLD};
    delete from incident_tally where ${OLD} and incidents = 0;`;

const TALLY = [
  'drop trigger incident_tally_adds',
  'drop trigger incident_tally_takes',
  'drop trigger incident_tally_moves',
  'drop table incident_tally',
  `create table incident_tally (tenant_key integer not null, severity_folded text not null, status_folded text not null,
    assigned_folded text not null, incidents integer not null, primary key (${KEY})) without rowid`,
  `insert into incident_tally (${KEY}, incidents)
    select tenant_key, severity_folded, status_folded, coalesce(assigned_folded, '') as assigned, count(*)
    from incident group by tenant_key, severity_folded, status_folded, assigned`,
  `create trigger incident_tally_adds after insert on incident begin ${ADD} end`,
  `create trigger incident_tally_takes after delete on incident begin ${TAKE} end`,
  `create trigger incident_tally_moves after update of severity_folded, status_folded, assigned_folded on incident
   when old.severity_folded <> new.severity_folded or old.status_folded <> new.status_folded
     or old.assigned_folded is not new.assigned_folded begin ${TAKE} ${ADD} end`,
];

const FACETS = [
  'drop trigger incident_text_goes',
  'drop table incident_text',
  `create virtual table incident_text using fts5(text, facets, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
  `create trigger incident_text_goes after delete on incident begin
     delete from incident_text where rowid = old.id;
   end`,
  `create table facet (kind text not null, value_folded text not null, value text not null, primary key (kind, value_folded)) without rowid`,
  'insert or ignore into search_pending (incident_key) select id from incident',
];

/** Each begins with its order and ends with what lists are filtered by, so that rows that are passed over are read from it alone. */
const INDEXES = [
  'drop index incident_newest',
  'drop index incident_newest_of_tenant',
  'drop index incident_severity',
  'create index incident_newest on incident (updated_at desc, id, tenant_key, severity_folded, status_folded, assigned_folded)',
  'create index incident_of_tenant on incident (tenant_key, updated_at desc, id, severity_folded, status_folded, assigned_folded)',
  'create index incident_of_severity on incident (severity_folded, updated_at desc, id, tenant_key, status_folded)',
  'create index incident_of_status on incident (status_folded, updated_at desc, id, tenant_key, severity_folded)',
  'create index incident_of_assignee on incident (assigned_folded, updated_at desc, id, tenant_key, severity_folded, status_folded)',
  'create index incident_created on incident (created_at desc, id, tenant_key, severity_folded, status_folded)',
  'create index incident_by_name on incident (name_folded, updated_at desc, id, tenant_key, severity_folded, status_folded)',
  'create index incident_by_alerts on incident (alert_count desc, updated_at desc, id, tenant_key, severity_folded, status_folded)',
  // By row, for what the full text found: a fifth of what a whole row takes to read.
  'create index incident_facts on incident (id, tenant_key, severity_folded, status_folded, assigned_folded, updated_at)',
];
