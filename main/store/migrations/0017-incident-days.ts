import { type Kysely, sql } from 'kysely';

/**
 * What the overview counts, kept with every change as the tally is: how many incidents began and were resolved on each day (UTC) of each tenant, and how long
 * resolving took. Merged incidents are in none of it: they are counted with the one they went into.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...RESOLVED, ...DAYS, ...TRIGGERS, ...WAITING]) await sql.raw(statement).execute(db);
}

const TABLE = 'incident_day (day, tenant_key, severity_folded, opened, resolved, timed, resolve_ms)';
const SUM = `on conflict do update set opened = opened + excluded.opened, resolved = resolved + excluded.resolved,
    timed = timed + excluded.timed, resolve_ms = resolve_ms + excluded.resolve_ms`;

/** Services say of an alert when it was resolved, not of an incident: it is the last change in the first state of it that was seen resolved. */
const RESOLVED_AT = (row: string) => `coalesce(${row}updated_at, ${row}created_at, 0)`;

const RESOLVED = [
  'alter table incident add column resolved_at integer',
  `update incident set resolved_at = ${RESOLVED_AT('')} where status_folded = 'resolved'`,
];

const DAYS = [
  `create table incident_day (day integer not null, tenant_key integer not null, severity_folded text not null, opened integer not null,
    resolved integer not null, timed integer not null, resolve_ms integer not null,
    primary key (day, tenant_key, severity_folded)) without rowid`,
  `insert into ${TABLE} select created_at / 86400000, tenant_key, severity_folded, count(*), 0, 0, 0 from incident
    where created_at is not null and status_folded <> 'redirected' group by 1, 2, 3`,
  `insert into ${TABLE} select resolved_at / 86400000, tenant_key, severity_folded, 0, count(*), count(created_at),
      total(max(0, resolved_at - created_at)) from incident
    where resolved_at is not null group by 1, 2, 3 ${SUM}`,
];

/** Adds what a row counts for, or takes it out. */
function counting(row: 'old' | 'new', sign: '' | '-'): string {
  return `insert into ${TABLE} select ${row}.created_at / 86400000, ${row}.tenant_key, ${row}.severity_folded, ${sign}1, 0, 0, 0
      where ${row}.created_at is not null and ${row}.status_folded <> 'redirected' ${SUM};
    insert into ${TABLE} select ${row}.resolved_at / 86400000, ${row}.tenant_key, ${row}.severity_folded, 0, ${sign}1,
      ${sign}(${row}.created_at is not null), ${sign}coalesce(max(0, ${row}.resolved_at - ${row}.created_at), 0)
      where ${row}.resolved_at is not null ${SUM};`;
}

const NOTHING = `delete from incident_day where opened = 0 and resolved = 0 and tenant_key = old.tenant_key
    and severity_folded = old.severity_folded and day in (old.created_at / 86400000, old.resolved_at / 86400000);`;

const TRIGGERS = [
  `create trigger incident_day_adds after insert on incident begin ${counting('new', '')} end`,
  `create trigger incident_day_takes after delete on incident begin ${counting('old', '-')} ${NOTHING} end`,
  `create trigger incident_day_moves after update of created_at, severity_folded, status_folded, resolved_at on incident
   when old.created_at is not new.created_at or old.severity_folded <> new.severity_folded or old.resolved_at is not new.resolved_at
     or (old.status_folded = 'redirected') <> (new.status_folded = 'redirected')
   begin ${counting('new', '')} ${counting('old', '-')} ${NOTHING} end`,
  `create trigger incident_comes_resolved after insert on incident when new.status_folded = 'resolved' begin
     update incident set resolved_at = ${RESOLVED_AT('new.')} where id = new.id;
   end`,
  // Resolved for the first time, or opened again. What changes in one that stays resolved, a comment perhaps, resolves it no later.
  `create trigger incident_is_resolved after update of status_folded on incident
   when (new.status_folded = 'resolved') <> (old.status_folded = 'resolved') begin
     update incident set resolved_at = case when new.status_folded = 'resolved' then ${RESOLVED_AT('new.')} end where id = new.id;
   end`,
];

/** The condition is word for word that of the query for what waits longest. */
const WAITING = [
  `create index incident_waiting on incident (created_at, tenant_key, id)
    where assigned_folded is null and status_folded not in ('resolved', 'redirected')`,
];
