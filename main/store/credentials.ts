import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type CredentialId, keyVaultReference } from '../../contract/credential';
import type { PartnerAppId } from '../../contract/partner-app';
import { appKey } from './partner-app';
import type { Schema } from './schema';
import type { StoredCredential } from './store-port';

/** What is kept of a credential's kind. Nothing in it is secret. */
const storedSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret') }),
  z.object({ kind: z.literal('certificate'), pem: z.string() }),
  z.object({ kind: z.literal('keyVault'), reference: keyVaultReference }),
]);

/** What the store keeps about one kind of credential; never the secret or the private key. */
export type StoredSource = z.infer<typeof storedSource>;

/** Credentials of an app, the oldest first. Those of a kind that a later version brought are passed over. */
export async function listCredentials(db: Kysely<Schema>, appId: PartnerAppId): Promise<StoredCredential[]> {
  const rows = await db
    .selectFrom('credential')
    .innerJoin('partner_app', 'partner_app.id', 'credential.app_key')
    .selectAll('credential')
    .where('partner_app.app_id', '=', appId)
    .orderBy('credential.id')
    .execute();
  return rows.flatMap((row) => toStored(row) ?? []);
}

/** Adds a credential or changes it, by its ID. One that is to be in use takes the place of the one that was. Unknown app: throws. */
export async function saveCredential(db: Kysely<Schema>, appId: PartnerAppId, saved: StoredCredential): Promise<void> {
  await db.transaction().execute(async (within) => {
    const key = await appKey(within, appId);
    if (saved.inUse) await within.updateTable('credential').set({ in_use: 0 }).where('app_key', '=', key).execute();
    const values = {
      source: JSON.stringify(saved.source),
      added_at: saved.addedAt,
      expires_at: saved.expiresAt,
      in_use: saved.inUse ? 1 : 0,
    };
    await within
      .insertInto('credential')
      .values({ app_key: key, credential_id: saved.credentialId, ...values })
      .onConflict((conflict) => conflict.columns(['app_key', 'credential_id']).doUpdateSet(values))
      .execute();
  });
}

/** Removes what is known of a credential. */
export async function removeCredential(db: Kysely<Schema>, appId: PartnerAppId, credentialId: CredentialId): Promise<void> {
  await db
    .deleteFrom('credential')
    .where('credential_id', '=', credentialId)
    .where('app_key', '=', (from) => from.selectFrom('partner_app').select('id').where('app_id', '=', appId))
    .execute();
}

function toStored(row: Selectable<Schema['credential']>): StoredCredential | null {
  const source = storedSource.safeParse(JSON.parse(row.source));
  if (!source.success) return null;
  return {
    credentialId: row.credential_id,
    source: source.data,
    addedAt: row.added_at,
    expiresAt: row.expires_at,
    inUse: row.in_use === 1,
  };
}
