import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const PLANTED = 'planted-plain-text-4711';
const PAGE_BYTES = 4096;
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('the store file', () => {
  let temp: TempStore;
  beforeEach(() => {
    temp = new TempStore();
  });
  afterEach(() => temp.remove());

  const APP = {
    appId: 'app',
    name: 'App',
    clientId: PLANTED,
    homeTenantId: TENANT_A,
    cloudId: 'commercial',
    purpose: DEFAULT_PURPOSE,
    savedAt: 1,
  };

  /** A store with enough in it that lists, sorts and raw pages all have pages of their own. */
  async function filled() {
    const store = await temp.open();
    await store.addTenant(tenant(TENANT_A, `Customer ${PLANTED}`));
    await store.savePartnerApp(APP);
    await store.saveConsentState({ state: `state ${PLANTED}`, tenantId: TENANT_A, appId: APP.appId, createdAt: 1, expiresAt: 2 });
    for (let number = 0; number < 10; number++) {
      const rows = Array.from({ length: 100 }, (_, row) =>
        incident(`${number}-${row}`, { name: `${PLANTED} ${row}`, assignedTo: PLANTED }),
      );
      await store.saveIncidentPage({
        ...page(TENANT_A, rows),
        raw: { encoding: 'br', bytes: new TextEncoder().encode(PLANTED.repeat(50)) },
      });
    }
    return store;
  }

  it('holds everything after it was closed and opened again', async () => {
    await (await filled()).close();
    const store = await temp.open();
    expect(await store.listPartnerApps()).toEqual([APP]);
    expect(await store.listTenants()).toMatchObject([{ displayName: `Customer ${PLANTED}`, incidentCount: 1_000 }]);
    expect(await store.findConsentState(TENANT_A, APP.appId, 1)).toBe(`state ${PLANTED}`);
    expect((await store.queryIncidents({ tenantId: null, sort: 'name', descending: false, offset: 990, limit: 200 })).rows).toHaveLength(
      10,
    );
  });

  it('has no plain text in it, nor in the files beside it, while open and after', async () => {
    const store = await filled();
    // A sort too large for memory pages would spill to a file if one were used.
    await store.queryIncidents({ tenantId: null, text: 'planted', sort: 'assignedTo', descending: true, offset: 0, limit: 200 });
    const files = () => readdirSync(temp.folder).map((name) => join(temp.folder, name));
    expect(files().map((file) => file.slice(temp.path.length))).toContain('-wal');
    const look = () => {
      for (const file of files()) {
        const bytes = readFileSync(file).toString('latin1');
        for (const plain of [PLANTED, TENANT_A, 'SQLite format 3', 'CREATE TABLE', 'create table'])
          expect(bytes.includes(plain)).toBe(false);
      }
    };
    look();
    await store.close();
    look();
    expect(statSync(temp.path).size).toBeGreaterThan(50 * PAGE_BYTES);
  });

  it('can be read by its owner only, as can the files beside it', async () => {
    await filled();
    const modes = readdirSync(temp.folder).map((name) => [name, (statSync(join(temp.folder, name)).mode & 0o777).toString(8)]);
    expect(modes.length).toBeGreaterThanOrEqual(3);
    expect(modes.filter(([, mode]) => mode !== '600')).toEqual([]);
  });

  it.each([{ withCheck: true }, { withCheck: false }])(
    'is left as it is by a wrong key (key check beside it: $withCheck)',
    async ({ withCheck }) => {
      await (await filled()).close();
      const { path } = temp;
      const copy = join(temp.folder, 'copy.db');
      copyFileSync(path, copy);
      if (withCheck) copyFileSync(`${path}.keycheck`, `${copy}.keycheck`);
      const before = digest(copy);
      expect(await temp.answer({ path: copy, key: new Uint8Array(randomBytes(32)) })).toMatchObject({ ok: false, failure: 'wrongKey' });
      expect(digest(copy)).toBe(before);
      expect(existsSync(`${copy}-wal`)).toBe(false);
      expect(await (await temp.open({ path: copy })).listTenants()).toHaveLength(1);
    },
  );

  it.each([
    { what: 'first page', at: () => 100 },
    { what: 'a page in the middle', at: (size: number) => Math.floor(size / PAGE_BYTES / 2) * PAGE_BYTES + 700 },
    { what: 'last page', at: (size: number) => size - 200 },
  ])('is known as damaged and left as it is when one byte of its $what changed', async ({ at }) => {
    await (await filled()).close();
    const bytes = readFileSync(temp.path);
    const place = at(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
    writeFileSync(temp.path, bytes);
    const before = digest(temp.path);
    expect(await temp.answer()).toMatchObject({ ok: false, failure: 'damaged' });
    expect(digest(temp.path)).toBe(before);
  });

  it('is known as damaged when it was cut off', async () => {
    await (await filled()).close();
    const bytes = readFileSync(temp.path);
    writeFileSync(temp.path, bytes.subarray(0, Math.floor(bytes.length / 2)));
    expect(await temp.answer()).toMatchObject({ ok: false, failure: 'damaged' });
  });

  it('is not opened twice', async () => {
    const first = await filled();
    expect(await temp.answer()).toMatchObject({ ok: false, failure: 'inUse' });
    expect(await first.listTenants()).toHaveLength(1);
    await first.close();
    expect(await (await temp.open()).listTenants()).toHaveLength(1);
  });

  it('says failed where the folder is missing', async () => {
    expect(await temp.answer({ path: join(temp.folder, 'nowhere', 'tenantry.db') })).toMatchObject({ ok: false, failure: 'failed' });
  });

  it('does not exist for a session: nothing is written', async () => {
    const store = await temp.open({ path: ':memory:' });
    await store.addTenant(tenant(TENANT_A, PLANTED));
    await store.saveIncidentPage(page(TENANT_A, [incident('1')]));
    expect(readdirSync(temp.folder)).toEqual([]);
    expect(existsSync(':memory:')).toBe(false);
    await store.close();
    expect(await (await temp.open({ path: ':memory:' })).listTenants()).toEqual([]);
  });
});
