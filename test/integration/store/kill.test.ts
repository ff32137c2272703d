import { type ChildProcess, fork } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../support/bundle';
import { testBinding } from '../../support/sqlite-binding';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { searchable, TempStore } from '../../support/store/temp-store';

const ROUNDS = 5;
const ROWS_A_PAGE = 100;

describe('a store whose process is killed while it writes', () => {
  const temp = new TempStore();
  let bundle: string;

  beforeAll(async () => {
    bundle = await bundleForNode('test/support/store/writer-child.ts', 'writer-child');
  });
  afterAll(() => temp.remove());

  it(`has every page it acknowledged, whole, and no part of another, ${ROUNDS} times`, async () => {
    let nextPage = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const last = await writeUntilKilled(bundle, temp, nextPage, nextPage + 8 + 3 * round);
      const store = await temp.open();
      const { total } = await store.queryIncidents({ tenantId: TENANT_A, sort: 'updatedAt', descending: true, offset: 0, limit: 1 });
      expect(total % ROWS_A_PAGE).toBe(0);
      expect((await store.listTenants())[0]?.incidentCount).toBe(total);
      for (let number = 0; number <= last; number++) {
        const found = await store.readIncident({ tenantId: TENANT_A, incidentId: `${number}-${ROWS_A_PAGE - 1}` });
        expect(found?.rawBody).toBe(`page ${number}`);
      }
      await store.close();
      nextPage = total / ROWS_A_PAGE;
      expect(nextPage).toBeGreaterThan(last);
    }
  });

  it('is not opened by a second process, and opens again when the first is gone', async () => {
    const writer = fork(bundle, [], { serialization: 'advanced', execArgv: [] });
    const acknowledged = new Promise((resolve) => writer.once('message', resolve));
    writer.send({ path: temp.path, key: temp.key, binding: testBinding(), firstPage: 100_000 });
    await acknowledged;
    expect(await temp.answer()).toMatchObject({ ok: false, failure: 'inUse' });
    await killed(writer);
    expect(await temp.open()).toBeDefined();
  });
});

describe('a store whose process is killed while it fills the search index', () => {
  it('has all that was in the index, and takes in the rest when it is opened again', async () => {
    const temp = new TempStore();
    const indexer = await bundleForNode('test/support/store/index-child.ts', 'index-child');
    const total = 30 * ROWS_A_PAGE;
    await withPages(temp, 30);
    for (const killAt of [1, total / 3, (total * 2) / 3]) {
      const said = await indexUntilKilled(indexer, temp, killAt);
      expect(said).toBeGreaterThanOrEqual(killAt);
      const store = await temp.open();
      expect((await store.searchCoverage()).searchable).toBeGreaterThanOrEqual(said);
      await store.close();
    }
    const store = await temp.open();
    await searchable(store);
    for (const number of [0, 15, 29])
      expect((await store.seenIn({ kind: 'host', value: `host-${number}` })).tenants).toMatchObject([{ incidents: ROWS_A_PAGE }]);
    const found = await store.queryIncidents({ tenantId: null, text: 'host', sort: 'name', descending: false, offset: 0, limit: 1 });
    expect(found).toMatchObject({ total, search: { searchable: total, total } });
    await temp.remove();
  });
});

/** Stores pages whose incidents each name the host of their page, and closes before they are searchable. */
async function withPages(temp: TempStore, pages: number): Promise<void> {
  const store = await temp.open();
  await store.addTenant(tenant(TENANT_A, 'Alpha'));
  for (let number = 0; number < pages; number++) {
    const rows = Array.from({ length: ROWS_A_PAGE }, (_, row) => incident(`${number}-${row}`, { rawIndex: row }));
    const sent = { alerts: [{ title: 'Any', devices: [{ hostName: `host-${number}` }] }] };
    await store.saveIncidentPage(page(TENANT_A, rows, { body: JSON.stringify({ value: rows.map(() => sent) }) }));
  }
  await store.close();
}

/** The last page a writer acknowledged before it was killed in the middle of its work, at the earliest at `killAt`. */
async function writeUntilKilled(bundle: string, { path, key }: TempStore, firstPage: number, killAt: number): Promise<number> {
  const writer = fork(bundle, [], { serialization: 'advanced', execArgv: [] });
  let last = -1;
  const reached = new Promise<void>((resolve, reject) => {
    writer.once('exit', (code) => reject(new Error(`The writer ended by itself (${code})`)));
    writer.on('message', (message: { acknowledged: number }) => {
      last = message.acknowledged;
      if (last >= killAt) resolve();
    });
  });
  writer.send({ path, key, binding: testBinding(), firstPage });
  await reached;
  await killed(writer);
  return last;
}

/** Kills a process that takes incidents into the search index in the middle of it; how many it had said were in. */
async function indexUntilKilled(bundle: string, { path, key }: TempStore, killAt: number): Promise<number> {
  const indexer = fork(bundle, [], { serialization: 'advanced', execArgv: [] });
  let last = 0;
  const reached = new Promise<void>((resolve, reject) => {
    indexer.once('exit', (code) => reject(new Error(`The indexer ended by itself (${code})`)));
    indexer.on('message', ({ searchable: now }: { searchable: number }) => {
      last = now;
      if (now >= killAt) resolve();
    });
  });
  indexer.send({ path, key, binding: testBinding() });
  await reached;
  await killed(indexer);
  return last;
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
