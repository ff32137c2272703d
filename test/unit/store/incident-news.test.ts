import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countNewOpen, untoldNews } from '../../../main/store/incident-news';
import type { Schema } from '../../../main/store/schema';
import { TransactionalSqliteDialect } from '../../../main/store/sqlite-dialect';
import { TempStore } from '../../support/store/temp-store';

describe('asking for news, which is done every few seconds', () => {
  const temp = new TempStore();
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  let db: Kysely<Schema>;
  let planOf: (sql: string, parameters: readonly unknown[]) => string[];

  beforeAll(async () => {
    await (await temp.open()).close();
    const database = temp.database();
    db = new Kysely({
      dialect: new TransactionalSqliteDialect({ database }),
      log: ({ query }) => {
        asked.push(query);
      },
    });
    planOf = (sql, parameters) =>
      (database.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]).map(({ detail }) => detail);
  });
  afterAll(async () => {
    await db.destroy();
    await temp.remove();
  });

  it.each([
    ['what is untold', () => untoldNews(db, 1_000, null)],
    ['what else is untold', () => untoldNews(db, 1_000, { changedAt: 2_000, row: 7 })],
    ['how many are new and open', () => countNewOpen(db)],
  ])('reads no row that is none: %s', async (_, ask) => {
    asked.length = 0;
    await ask();
    const { sql = '', parameters = [] } = asked.at(-1) ?? {};
    expect(planOf(sql, parameters)).toContain('SEARCH incident USING INDEX incident_news (changed_at>?)');
  });
});
