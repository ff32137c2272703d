import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { moveAside } from '../../../main/store/move-aside';
import { TENANT_A, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

let temp: TempStore;
beforeEach(async () => {
  temp = new TempStore();
  const store = await temp.open();
  await store.addTenant(tenant(TENANT_A, 'Alpha'));
  await store.close();
});
afterEach(() => temp.remove());

it('a store is moved aside as it is, under a dated name of its own, and a new one begins in its place', async () => {
  const bytes = readFileSync(temp.path);
  const now = new Date('2026-11-27T12:34:56Z');
  const aside = await moveAside(temp.path, now);
  expect(aside).toBe(`${temp.path}.2026-11-27T12.34.56`);
  expect(readFileSync(aside).equals(bytes)).toBe(true);
  expect(existsSync(`${aside}.keycheck`)).toBe(true);

  // With another key: the old check must not stand in the way.
  const other = new Uint8Array(randomBytes(32));
  const fresh = await temp.open({ key: other });
  expect(await fresh.listTenants()).toEqual([]);
  await fresh.close();
  expect(await moveAside(temp.path, now)).toBe(`${aside}-2`);

  // Put back by hand, it is the store it was.
  const back = await temp.open({ path: aside });
  expect(await back.listTenants()).toHaveLength(1);
});

it('a log that was not merged yet goes with it', async () => {
  writeFileSync(`${temp.path}-wal`, 'log');
  const aside = await moveAside(temp.path, new Date());
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('log');
  expect(readdirSync(temp.folder).filter((name) => name === 'tenantry.db-wal')).toEqual([]);
});

/** Root may write everywhere. */
it.skipIf(process.getuid?.() === 0)('a store that may not be written is said and left as it is', async () => {
  chmodSync(temp.path, 0o400);
  expect(await temp.answer()).toMatchObject({ ok: false, failure: 'failed' });
});
