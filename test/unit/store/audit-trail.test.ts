import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../../main/store/audit-trail';
import { MIGRATION_NAMES, migrateToLatest } from '../../../main/store/migrations/migrate';
import { TransactionalSqliteDialect } from '../../../main/store/sqlite-dialect';
import type { StorePort } from '../../../main/store/store-port';
import { TENANT_A } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const record = (change: Partial<AuditRecord> = {}): AuditRecord => ({
  at: 1_700_000_000_000,
  user: 'kim',
  action: 'tokenCopied',
  tenantId: TENANT_A,
  tenantName: 'Alpha "1"',
  detail: { api: 'xdr', app: 'Reader' },
  ...change,
});

describe('the audit trail', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
  });
  afterEach(() => temp.remove());

  /** Changes the closed file as somebody with its key would, and opens the store again. */
  async function tamper(...statements: string[]): Promise<StorePort> {
    await store.close();
    const database = temp.database();
    for (const statement of statements) database.prepare(statement).run();
    database.close();
    return temp.open();
  }
  const unguard = ['drop trigger audit_entry_no_update', 'drop trigger audit_entry_no_delete'];

  it('is empty and whole at first', async () => {
    expect(await store.listAudit({ before: null, limit: 9 })).toEqual([]);
    expect(await store.verifyAudit()).toEqual({ intact: true, entries: 0 });
  });

  it('numbers its lines, chains them and gives them newest first, in pages', async () => {
    for (const user of ['a', 'b', 'c']) await store.appendAudit([record({ user })]);
    const lines = await store.listAudit({ before: null, limit: 2 });
    expect(lines.map(({ number, user }) => [number, user])).toEqual([
      [3, 'c'],
      [2, 'b'],
    ]);
    const [first] = await store.listAudit({ before: 2, limit: 2 });
    expect(first).toEqual({ ...record({ user: 'a' }), number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await store.verifyAudit()).toEqual({ intact: true, entries: 3, head: lines[0]?.hash });
  });

  it('gives of lines added at once each a place of its own', async () => {
    const added = await Promise.all(Array.from({ length: 20 }, (_none, index) => store.appendAudit([record({ at: index })])));
    expect(
      added
        .flat()
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1));
    expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: 20 });
  });

  it('is there after a restart, and outlives its tenant', async () => {
    await store.addTenant({ tenantId: TENANT_A, displayName: 'Alpha', domain: null, addedAt: 1 });
    const [line] = await store.appendAudit([record()]);
    await store.removeTenant(TENANT_A);
    await store.close();
    store = await temp.open();
    expect(await store.listAudit({ before: null, limit: 9 })).toEqual([line]);
    await store.appendAudit([record()]);
    expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: 2 });
  });

  it.each(["update audit_entry set user = 'eve'", 'delete from audit_entry'])('refuses "%s"', async (statement) => {
    await store.appendAudit([record()]);
    await expect(tamper(statement)).rejects.toThrow('the audit trail is only added to');
  });

  it.each([
    ['a changed user', "update audit_entry set user = 'eve' where number = 2", 2],
    ['a changed tenant', 'update audit_entry set tenant_id = null where number = 1', 1],
    ['a changed detail', `update audit_entry set detail = '{"api":"graph"}' where number = 3`, 3],
    ['a detail that is none', "update audit_entry set detail = 'x' where number = 3", 3],
    ['a line taken out', 'delete from audit_entry where number = 2', 2],
    ['a changed hash', "update audit_entry set hash = 'x' where number = 2", 2],
  ])('shows %s', async (_what, statement, brokenAt) => {
    for (const user of ['a', 'b', 'c']) await store.appendAudit([record({ user })]);
    const again = await tamper(...unguard, statement);
    expect(await again.verifyAudit()).toMatchObject({ intact: false, brokenAt });
  });

  it('comes into a store that has a later step already', async () => {
    await store.close();
    const fresh = new TempStore();
    const database = fresh.database();
    const db = new Kysely<unknown>({ dialect: new TransactionalSqliteDialect({ database }) });
    await migrateToLatest(db);
    await db.schema.dropTable('audit_entry').execute();
    database.prepare("delete from kysely_migration where name = '0008-audit-trail'").run();
    await db.destroy();
    expect(MIGRATION_NAMES.at(-1)).not.toBe('0008-audit-trail');
    const brought = await fresh.open();
    await brought.appendAudit([record()]);
    expect(await brought.verifyAudit()).toMatchObject({ intact: true, entries: 1 });
    await fresh.remove();
  });
});
