import { type ChildProcess, fork } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../support/bundle';
import { testBinding } from '../../support/sqlite-binding';
import { TENANT_A } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

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

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
