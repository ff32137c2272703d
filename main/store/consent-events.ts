import type { Kysely } from 'kysely';
import { type ConsentEvent, consentEvent } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { TenantConsentEvent } from './consent-port';
import type { Schema } from './schema';

const MOST = 200;

export async function addConsentEvents(db: Kysely<Schema>, events: readonly TenantConsentEvent[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const one of events) await addConsentEvent(within, one);
  });
}

export async function listConsentEvents(db: Kysely<Schema>, tenantIds: readonly TenantId[]): Promise<ConsentEvent[][]> {
  const lists: ConsentEvent[][] = [];
  for (const tenantId of tenantIds) lists.push(await eventsOf(db, tenantId));
  return lists;
}

async function addConsentEvent(db: Kysely<Schema>, { tenantId, event: { kind, at, facts } }: TenantConsentEvent): Promise<void> {
  await db
    .insertInto('consent_event')
    .columns(['tenant_key', 'at', 'kind', 'facts'])
    .expression((from) =>
      from
        .selectFrom('tenant')
        .select((column) => [
          'id',
          column.val(at).as('at'),
          column.val<string>(kind).as('kind'),
          column.val(JSON.stringify(facts)).as('facts'),
        ])
        .where('tenant_id', '=', tenantId),
    )
    .execute();
}

async function eventsOf(db: Kysely<Schema>, tenantId: TenantId): Promise<ConsentEvent[]> {
  const rows = await db
    .selectFrom('consent_event')
    .innerJoin('tenant', 'tenant.id', 'consent_event.tenant_key')
    .select(['consent_event.at', 'consent_event.kind', 'consent_event.facts'])
    .where('tenant.tenant_id', '=', tenantId)
    .orderBy('consent_event.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ at, kind, facts }) => consentEvent.parse({ at, kind, facts: JSON.parse(facts) }));
}
