import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { canMount, SmallDisk } from '../../support/store/small-disk';
import { TempStore } from '../../support/store/temp-store';

const ROWS = 100;

/** On a real file system without space; only root can make one. */
describe.skipIf(!canMount())('a store on a disk that is full', () => {
  let disk: SmallDisk;
  let temp: TempStore;
  let path: string;
  beforeEach(() => {
    disk = new SmallDisk(48);
    temp = new TempStore();
    path = join(disk.folder, 'tenantry.db');
  });
  afterEach(async () => {
    await temp.remove();
    disk.remove();
  });

  const pageOf = (tenantId: string, number: number) => ({
    ...page(
      tenantId,
      Array.from({ length: ROWS }, (_, row) => incident(`${number}-${row}`)),
    ),
    raw: { encoding: 'br' as const, bytes: new Uint8Array(400_000).fill(number) },
  });

  /** Saves pages of a tenant until one is refused; how many were not. */
  async function saveUntilFull(store: StorePort, tenantId: string): Promise<number> {
    for (let number = 0; number < 200; number++) {
      try {
        await store.saveIncidentPage(pageOf(tenantId, number));
      } catch (error) {
        expect(error).toMatchObject({ name: 'StoreError', kind: 'diskFull' });
        return number;
      }
    }
    throw new Error('The disk never was full');
  }

  it('refuses pages whole, still notes which tenant that hit, and goes on when there is space', async () => {
    const store = await temp.open({ path });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
    await store.recordAttempt(TENANT_A, { at: 1, kind: 'complete' });
    expect(existsSync(`${path}.reserve`)).toBe(true);
    disk.fill();
    const saved = await saveUntilFull(store, TENANT_A);

    const problem = { code: 'storeFailed', at: 2, detail: 'database or disk is full' } as const;
    await store.recordAttempt(TENANT_A, { at: 2, kind: 'problem', problem, partial: true });
    expect(existsSync(`${path}.reserve`)).toBe(false);
    await expect(store.saveIncidentPage(pageOf(TENANT_B, 0))).rejects.toMatchObject({ kind: 'diskFull' });
    expect(await store.listTenants()).toMatchObject([
      { displayName: 'Alpha', partial: true, problem, incidentCount: saved * ROWS },
      { displayName: 'Beta', incidentCount: 0 },
    ]);

    disk.empty();
    expect(await store.saveIncidentPage(pageOf(TENANT_B, 0))).toMatchObject({ inserted: ROWS });
    expect(existsSync(`${path}.reserve`)).toBe(true);
    await store.close();
    const again = await temp.open({ path });
    expect((await again.listTenants()).map(({ incidentCount }) => incidentCount)).toEqual([saved * ROWS, ROWS]);
  });

  const LONG = 'x'.repeat(20_000);
  it.each<[string, (store: StorePort, number: number) => Promise<unknown>]>([
    [
      'how a read ended',
      (store, at) => store.recordAttempt(TENANT_A, { at, kind: 'problem', problem: { code: 'internal', at, detail: LONG }, partial: true }),
    ],
    ['a setting', (store, number) => store.saveSetting('hunting_desk', `${number} ${LONG}`)],
    [
      'a line of the audit trail',
      (store, at) =>
        store.appendAudit([
          { at, user: 'me', action: 'incidents.exported', tenantId: null, tenantName: null, detail: { unreadable: LONG } },
        ]),
    ],
    ['a tenant', (store, number) => store.addTenant(tenant(TENANT_B.replace(/.{4}$/, String(1000 + number)), LONG))],
  ])('keeps %s though it is the first to find no space', async (_name, write) => {
    const store = await temp.open({ path });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    disk.fill();
    let number = 0;
    while (existsSync(`${path}.reserve`) && number < 2000) {
      number += 1;
      await write(store, number);
    }
    expect(existsSync(`${path}.reserve`)).toBe(false);
    // And there is room for more of them, but for no page.
    await write(store, number + 1);
    await expect(store.saveIncidentPage(pageOf(TENANT_A, 0))).rejects.toMatchObject({ kind: 'diskFull' });
    expect(await store.verifyAudit()).toMatchObject({ intact: true });
    disk.empty();
    expect(await store.saveIncidentPage(pageOf(TENANT_A, 0))).toMatchObject({ inserted: ROWS });
    expect(existsSync(`${path}.reserve`)).toBe(true);
  });

  it('keeps what it had when it is closed and opened while there is no space', async () => {
    const store = await temp.open({ path });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.saveIncidentPage(pageOf(TENANT_A, 0));
    disk.fill();
    const saved = await saveUntilFull(store, TENANT_A);
    await store.close().catch(() => undefined);
    const again = await temp.answer({ path });
    if (again.ok) {
      expect(await again.store.listTenants()).toMatchObject([{ incidentCount: Math.max(saved, 1) * ROWS }]);
      await again.store.close().catch(() => undefined);
    }
    disk.empty();
    const later = await temp.open({ path });
    expect(await later.listTenants()).toMatchObject([{ incidentCount: Math.max(saved, 1) * ROWS }]);
    expect(await later.saveIncidentPage(pageOf(TENANT_A, 199))).toMatchObject({ inserted: ROWS });
  });

  it('writes no file of incidents that looks whole', async () => {
    const store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.saveIncidentPage(
      page(
        TENANT_A,
        Array.from({ length: 100 }, (_, row) => incident(`${row}`, { rawIndex: row, name: 'x'.repeat(2_000) })),
      ),
    );
    disk.fill();
    const out = join(disk.folder, 'out.jsonl');
    await expect(store.exportTenant({ tenantId: TENANT_A, path: out, header: {} })).rejects.toMatchObject({ kind: 'failed' });
    expect(readdirSync(disk.folder).filter((name) => name.includes('out.jsonl'))).toEqual([]);
  });
});
