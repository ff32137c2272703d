import type { Kysely } from 'kysely';
import { type ConsentEvent, consentEvent } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { Schema } from './schema';

const MOST = 200;

export async function addConsentEvent(db: Kysely<Schema>, tenantId: TenantId, { kind, at, facts }: ConsentEvent): Promise<void> {
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

export async function listConsentEvents(db: Kysely<Schema>, tenantId: TenantId): Promise<ConsentEvent[]> {
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
