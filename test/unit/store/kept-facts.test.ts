import { copyFileSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageReader } from '../../../main/incidents/page-content';
import { BLOCK_ROWS } from '../../../main/store/queue/kept-facts';
import { SqliteStore } from '../../../main/store/sqlite-store';
import type { StorePort } from '../../../main/store/store-port';
import { rowsInMemory, rowsStored } from '../../support/store/facts-in-memory';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { seededPick } from '../../support/store/seeded';
import { TempStore } from '../../support/store/temp-store';

const TIMES = [-4, 0, 7, 8, 9, 1_764_000_000_123];
const OPEN = { tenantId: null, openAt: 8, sort: 'updatedAt', descending: true, offset: 0, limit: 3 } as const;
/** Enough for two whole blocks and a part of a third. */
const ROWS = 9_000;

describe('what is kept of all rows for the next start', () => {
  const pick = seededPick(20_261_130);
  let temp: TempStore;
  let path: string;
  let database: Database;
  let store: StorePort;
  let moved: number;

  const upTo = (count: number) => Math.floor(pick(DICE) * count);
  const openFile = () => {
    return temp.database(path);
  };
  const open = async () => {
    database = openFile();
    store = await SqliteStore.on(database, pageReader);
  };
  const row = (id: string, updatedAt: number | null) =>
    incident(id, {
      severity: pick(['High', 'Low', 'Odd "\n']),
      status: pick(['Active', 'Resolved']),
      assignedTo: pick([null, 'bo@contoso.com', "o'neill"]),
      createdAt: pick([null, ...TIMES]),
      updatedAt,
    });
  /** Without a time of its last update a row always is what comes last. */
  const save = async (tenantId: string, ids: readonly string[], times: readonly (number | null)[] = [null]) => {
    const rows = ids.map((id, rawIndex) => ({ ...row(id, pick(times)), rawIndex }));
    await store.saveIncidentPage(page(tenantId, rows, { body: '{"value":[]}' }));
  };
  const come = (tenantId: string, count: number) => {
    moved += 1;
    return save(
      tenantId,
      Array.from({ length: count }, (_, at) => `${moved}-${at}`),
      [null, ...TIMES],
    );
  };
  const run = (...statements: string[]) => {
    for (const sql of statements) database.prepare(sql).run();
  };
  const blocks = () => database.prepare('select block from facts_block order by block').pluck().all();
  const count = (table: string) => Number(database.prepare(`select count(*) from ${table}`).pluck().get());
  /** All are read into memory, and kept when the store closes. */
  const reopen = async () => {
    await store.settle();
    await store.close();
    await open();
  };
  const expectTrue = async () => {
    const stored = rowsStored(database);
    expect(await rowsInMemory(database, TIMES)).toEqual(stored);
    return stored.length;
  };

  beforeEach(async () => {
    temp = new TempStore();
    ({ path } = temp);
    moved = 0;
    await open();
    for (const [place, tenantId] of [TENANT_A, TENANT_B].entries()) await store.addTenant(tenant(tenantId, `T${place}`));
    for (const tenantId of [TENANT_A, TENANT_B]) await come(tenantId, ROWS / 2);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
    await temp.remove();
  });

  it('is true after any history of writes, ends and kills', async () => {
    /** As a process that is killed leaves the file: another one goes on with what lies on the disk at this moment. */
    const killed = async () => {
      const before = path;
      path = `${temp.path}-${(moved += 1)}`;
      for (const part of ['', '-wal', '.keycheck']) copyFileSync(before + part, path + part);
      await store.close();
    };
    const stored = () => database.prepare('select incident_id from incident where tenant_key = ? order by id').pluck();
    const writes = [
      () => come(pick([TENANT_A, TENANT_B]), 1 + upTo(700)),
      ...[20, 20, 3_000].map((most) => async () => {
        const [tenantId, key] = pick([[TENANT_A, 1] as const, [TENANT_B, 2] as const]);
        const ids = stored().all(key) as string[];
        if (ids.length > 0)
          await save(
            tenantId,
            Array.from({ length: 1 + upTo(most) }, () => pick(ids)),
          );
      }),
      async () => void database.prepare('delete from incident where id = ?').run(upTo(ROWS)),
      // Their keys are given to others.
      async () => void database.prepare('delete from incident where id > (select max(id) from incident) - ?').run(upTo(900)),
      () => store.queryIncidents({ ...OPEN, openAt: pick(TIMES) }),
    ];
    let used = 0;
    for (let round = 0; round < 16; round += 1) {
      await store.settle();
      for (let write = upTo(6); write > 0; write -= 1) await pick(writes)();
      if (round === 9) await store.clearTenant(pick([TENANT_A, TENANT_B]));
      if (pick([true, false])) await killed();
      else await store.close();
      database = openFile();
      if (count('facts_legend') > 0) used += blocks().length;
      await expectTrue();
      database.close();
      await open();
    }
    expect(used).toBeGreaterThan(16);
  }, 120_000);

  it('knows of rows that are given keys of others, which had gone before', async () => {
    run('delete from incident where id between 4000 and 4095');
    await reopen();
    expect(blocks()).toEqual([0, 1]);
    run('delete from incident where id >= 4000');
    expect(blocks()).toEqual([0]);
    await come(TENANT_A, 50);
    expect(await expectTrue()).toBe(4_049);
  });

  it('is what the next start reads, without asking the rows', async () => {
    await reopen();
    expect(blocks()).toEqual([0, 1]);
    const before = rowsStored(database);
    // Behind the back of what notes it.
    run('drop trigger facts_block_changes', "update incident set severity_folded = 'other', updated_at = 7");
    const found = await rowsInMemory(database, TIMES);
    expect(found.slice(0, 2 * BLOCK_ROWS - 1)).toEqual(before.slice(0, 2 * BLOCK_ROWS - 1));
    expect(found.slice(2 * BLOCK_ROWS - 1)).toEqual(rowsStored(database).slice(2 * BLOCK_ROWS - 1));
  });

  it('answers the first question that needs all rows', async () => {
    await reopen();
    const expected = await store.queryIncidents(OPEN);
    await store.close();
    await open();
    run('drop trigger facts_block_changes', 'update incident set resolved_at = -9, created_at = 100 where id < 8000');
    expect((await store.queryIncidents(OPEN)).total).toBe(expected.total);
  });

  it('is not believed in another form, torn, or of another legend', async () => {
    const spoilt = [
      "update facts_legend set format = 'other'",
      "update facts_legend set named = '[1]'",
      "update facts_legend set named = '['",
      "update facts_legend set kinds = x'0102'",
      'update facts_legend set id = id + 1',
      'delete from facts_legend',
      "update facts_block set facts = x'00000001'",
      'update facts_block set facts = substr(facts, 1, length(facts) - 1)',
      'update facts_block set legend = 1',
      // Places that are nobody's.
      'update facts_legend set kinds = substr(kinds, 1, 64)',
    ];
    for (const sql of spoilt) {
      await reopen();
      expect(blocks()).toEqual([0, 1]);
      expect(count('facts_legend')).toBe(1);
      database.prepare(sql).run();
      await expectTrue();
    }
    const kinds = database.prepare('select kinds from facts_legend').pluck().get() as Buffer;
    database.prepare('update facts_legend set kinds = ?').run(kinds.fill(0, 0, 32));
    await expectTrue();
  }, 60_000);

  it('goes with the incidents it is of, and what they were called with a tenant’s', async () => {
    await reopen();
    database.prepare('delete from incident where id = 5000').run();
    expect(blocks()).toEqual([0]);
    await store.clearTenant(TENANT_A);
    expect([blocks(), count('facts_legend')]).toEqual([[], 0]);
    // All keys of the first block are gone: it is kept as empty.
    await reopen();
    expect(database.prepare('select block, length(facts) = 0 from facts_block').raw().all()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(await expectTrue()).toBe(ROWS / 2 - 1);
    await store.clearTenant(TENANT_B);
    await reopen();
    expect([count('facts_block where length(facts) > 0'), count('facts_legend'), count('facts_changed')]).toEqual([0, 0, 0]);
  });

  it('keeps no name that no row of a block has any more', async () => {
    const named = () => database.prepare('select named from facts_legend').pluck().get();
    await store.saveIncidentPage(page(TENANT_A, [incident('1-0', { assignedTo: 'zoe@contoso.com', updatedAt: null })]));
    await reopen();
    expect(named()).toContain('zoe@contoso.com');
    database.prepare("delete from incident where assigned_folded = 'zoe@contoso.com'").run();
    await reopen();
    expect(named()).not.toContain('zoe@contoso.com');
    await expectTrue();
  });

  it('is written anew only where rows came or went, or many were written', async () => {
    await reopen();
    run(
      'create table written (block)',
      'create trigger is_written after insert on facts_block begin insert into written values (new.block); end',
    );
    const written = async () => {
      database.prepare('delete from written').run();
      await reopen();
      return database.prepare('select block from written order by block').pluck().all();
    };
    await save(TENANT_A, ['1-0', '1-1']);
    expect([await written(), count('facts_changed')]).toEqual([[], 2]);
    database.prepare('delete from incident where id = 7').run();
    expect([await written(), count('facts_changed')]).toEqual([[0], 0]);
    database.prepare('update incident set created_at = 9 where id between 5000 and 7100').run();
    expect(count('facts_changed')).toBe(2_101);
    expect([await written(), count('facts_changed')]).toEqual([[1], 0]);
    await come(TENANT_B, 4_000);
    expect(await written()).toEqual([2]);
    await expectTrue();
  });

  it('is kept some seconds after a question, and nothing is noted of rows that are in no block', async () => {
    await save(TENANT_A, ['1-0', '1-1']);
    expect(count('facts_changed')).toBe(0);
    await store.settle();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await store.queryIncidents(OPEN);
    vi.advanceTimersByTime(5_000);
    while (blocks().length < 2) await new Promise((resolve) => setImmediate(resolve));
    await save(TENANT_A, ['1-0', '1-1']);
    expect(count('facts_changed')).toBe(2);
    await expectTrue();
  });
});

const DICE = Array.from({ length: 1_000 }, (_, side) => side / 1_000);
