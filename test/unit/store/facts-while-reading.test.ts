import type Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentSort } from '../../../contract/incident';
import { pageReader } from '../../../main/incidents/page-content';
import { SqliteStore } from '../../../main/store/sqlite-store';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

/** Enough for a wave of rows, behind which what leads to them is made anew. */
const LARGE = 4_000;
const FEW = 30;
/** Facts and verdicts are kept apart. */
const KEPT = 2;

describe('rows that are kept in memory', () => {
  let temp: TempStore;
  let store: StorePort;
  /** Rows of incidents that were looked at because they were written. */
  let readAnew: number;
  let stored: number;

  beforeEach(async () => {
    // When a large read is over is told by the time: here it is when the test says so.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    temp = new TempStore();
    const database = temp.database(':memory:');
    countRowsReadAnew(database);
    store = await SqliteStore.on(database, pageReader);
    await store.addTenant(tenant(TENANT_A, 'Contoso'));
    [stored, readAnew] = [0, 0];
    await write(FEW);
    await store.settle();
    await ask('classification');
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
    await temp.remove();
  });

  function countRowsReadAnew(database: Database): void {
    const prepare = database.prepare.bind(database);
    database.prepare = (text: string) => {
      const statement = prepare(text);
      if (!/\btouched_row\b/.test(text) || !/\bincident\b/.test(text)) return statement;
      const all = statement.all.bind(statement);
      statement.all = (...values: unknown[]) => {
        const rows = all(...values);
        readAnew += rows.length;
        return rows;
      };
      return statement;
    };
  }

  const write = async (count: number) => {
    const rows = Array.from({ length: count }, (_, rawIndex) => {
      const place = stored + rawIndex;
      return incident(String(place), { updatedAt: place, classification: place % 2 === 0 ? 'TruePositive' : 'FalsePositive', rawIndex });
    });
    stored += count;
    await store.saveIncidentPage(page(TENANT_A, rows));
  };
  const ask = (sort: IncidentSort) => store.queryIncidents({ tenantId: null, sort, descending: true, offset: 0, limit: 3, groupBy: null });

  it('are read anew one by one where few were written', async () => {
    await write(FEW);
    expect((await ask('updatedAt')).total).toBe(2 * FEW);
    expect(readAnew).toBe(KEPT * FEW);
  });

  it('and not at all while a large read runs, but together behind it', async () => {
    for (const count of [LARGE, LARGE, FEW]) {
      await write(count);
      expect((await ask('updatedAt')).total).toBe(stored);
    }
    expect(readAnew).toBe(0);
    await store.settle();
    await write(FEW);
    const { rows, total } = await ask('classification');
    expect(total).toBe(stored);
    expect(rows.map(({ incidentId, classification }) => [incidentId, classification])).toEqual(
      [1, 3, 5].map((back) => [String(stored - back), 'FalsePositive']),
    );
    expect(readAnew).toBe(KEPT * FEW);
  });
});
