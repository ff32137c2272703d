import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NEVER_READ } from '../../../main/incidents/sync-pass';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { searchable, TempStore } from '../../support/store/temp-store';

const NOBODY = '99999999-9999-4999-8999-999999999999';
const DAY = 24 * 60 * 60_000;
const ago = (days: number) => Date.now() - days * DAY;
const ids = async (store: StorePort, tenantId: string) =>
  (await store.queryIncidents({ tenantId, sort: 'name', descending: false, offset: 0, limit: 200 })).rows.map(
    ({ incidentId }) => incidentId,
  );

describe('what is stored of a tenant', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
  });
  afterEach(() => temp.remove());

  const facts = () => store.storeFacts();
  const body = (text: string) => JSON.stringify({ value: [{ incidentId: 12345678901234567n.toString(), alerts: [{ title: text }] }] });

  describe('is kept', () => {
    it('without an end at first, and then as long as the default or its own setting says', async () => {
      await store.saveIncidentPage(page(TENANT_A, [incident('old', { updatedAt: ago(100) }), incident('new', { updatedAt: ago(1) })]));
      await store.saveIncidentPage(page(TENANT_B, [incident('old', { updatedAt: ago(100) })]));
      expect((await facts()).keepDays).toBeNull();
      await store.setKeepDays(TENANT_B, 0);
      await store.setKeepDays(null, 90);
      await vi.waitFor(async () => expect(await ids(store, TENANT_A)).toEqual(['new']));
      expect(await ids(store, TENANT_B)).toEqual(['old']);
      await store.setKeepDays(TENANT_B, null);
      await vi.waitFor(async () => expect(await ids(store, TENANT_B)).toEqual([]));
      expect((await store.listTenants()).map(({ incidentCount }) => incidentCount)).toEqual([1, 0]);
    });

    it('and what went because of its age is told', async () => {
      const old = [incident('1', { updatedAt: ago(40), status: 'Active' }), incident('2', { updatedAt: ago(50), status: 'Resolved' })];
      await store.saveIncidentPage(page(TENANT_A, old));
      await store.setKeepDays(TENANT_A, 30);
      await vi.waitFor(async () => expect((await facts()).removals).toHaveLength(1));
      const [told] = (await facts()).removals;
      expect(told).toMatchObject({ tenantId: TENANT_A, tenantName: 'Alpha', incidents: 2, unresolved: 1 });
      expect(Math.abs((told?.olderThan ?? 0) - ago(30))).toBeLessThan(60_000);
    });

    it('also against a read that brings it again', async () => {
      await store.setKeepDays(TENANT_A, 30);
      const rows = [
        incident('old', { updatedAt: ago(31) }),
        incident('new', { updatedAt: ago(29) }),
        incident('undated', { updatedAt: null }),
      ];
      const saved = await store.saveIncidentPage(page(TENANT_A, rows, { readAt: Date.now() }));
      expect(saved).toEqual({ inserted: 2, updated: 0, unchanged: 1 });
      expect(await ids(store, TENANT_A)).toEqual(['new', 'undated']);
    });

    it('as long as is said now, and not when a removal began', async () => {
      const old = Array.from({ length: 2_000 }, (_, row) => incident(`${row}`, { updatedAt: ago(100) }));
      await store.addTenant(tenant(NOBODY, 'Last'));
      await store.setKeepDays(NOBODY, 0);
      await store.saveIncidentPage(page(TENANT_A, old));
      for (const other of [TENANT_B, NOBODY]) await store.saveIncidentPage(page(other, [incident('old', { updatedAt: ago(100) })]));
      await store.setKeepDays(null, 30);
      await store.setKeepDays(TENANT_A, 200);
      await store.setKeepDays(TENANT_B, 0);
      const counts = async () => (await store.listTenants()).map(({ incidentCount }) => incidentCount);
      const [left] = await counts();
      expect(left).toBeGreaterThan(0);
      // Begins when the one under way has ended.
      await store.setKeepDays(NOBODY, 30);
      await vi.waitFor(async () => expect((await counts())[2]).toBe(0), { timeout: 10_000 });
      expect(await counts()).toEqual([left, 1, 0]);
    });

    it('and what went before the store was closed in the middle is told as well, once for every time', async () => {
      const old = Array.from({ length: 3_000 }, (_, row) => incident(`${row}`, { updatedAt: ago(100) }));
      await store.saveIncidentPage(page(TENANT_A, old));
      await store.setKeepDays(null, 30);
      await store.close();
      store = await temp.open();
      await vi.waitFor(async () => expect((await facts()).tenants[0]?.incidents).toBe(0), { timeout: 10_000 });
      await vi.waitFor(async () => expect((await facts()).removals.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(3_000));
      expect((await facts()).removals).toHaveLength(2);
    });

    it('and one that is too old, but there still, was listed when it was', async () => {
      const at = (round: number, follows: number) => ({ cursor: { ...NEVER_READ, round }, follows, unlistedAt: round });
      const both = [incident('old', { updatedAt: ago(31) }), incident('gone', { updatedAt: ago(31) })];
      await store.saveIncidentPage(page(TENANT_A, both, { sync: at(1, 0) }));
      // The removal that this begins finds nothing to remove, and what is kept for less is so from now on.
      await store.setKeepDays(TENANT_A, 32);
      await vi.waitFor(async () => expect(await ids(store, TENANT_A)).toHaveLength(2));
      vi.setSystemTime(Date.now() + 2 * DAY);
      await store.saveIncidentPage(page(TENANT_A, [incident('old', { updatedAt: ago(33) })], { sync: at(2, 1) }));
      vi.useRealTimers();
      const { rows } = await store.queryIncidents({ tenantId: TENANT_A, sort: 'name', descending: false, offset: 0, limit: 9 });
      expect(rows.map(({ incidentId, unlistedAt }) => [incidentId, unlistedAt])).toEqual([
        ['gone', 2],
        ['old', null],
      ]);
    });

    it('is set for tenants that are there', async () => {
      expect(await store.setKeepDays(NOBODY, 30)).toBe(false);
      await store.setKeepDays(TENANT_A, 30);
      expect((await facts()).tenants.find(({ tenantId }) => tenantId === TENANT_A)?.keepDays).toBe(30);
    });
  });

  it('can be read and written where nothing can be kept in reserve for a full disk', async () => {
    await store.close();
    rmSync(`${temp.path}.reserve`);
    symlinkSync(join(temp.folder, 'no such folder', 'file'), `${temp.path}.reserve`);
    store = await temp.open();
    expect(await store.saveIncidentPage(page(TENANT_A, [incident('1')]))).toMatchObject({ inserted: 1 });
  });

  describe('goes', () => {
    const tagged = (tag: string) => JSON.stringify({ value: [{ tags: [tag, 'Shared'], alerts: [{ title: 'T' }] }] });
    const tags = async () => (await store.filterChoices('')).facets.tag;

    it('with its tags, which can name it', async () => {
      await store.saveIncidentPage(page(TENANT_A, [incident('1')], { body: tagged('Alpha only') }));
      await store.saveIncidentPage(page(TENANT_B, [incident('1')], { body: tagged('Beta only') }));
      await searchable(store);
      expect(await tags()).toEqual(['Alpha only', 'Beta only', 'Shared']);
      await store.removeTenants([TENANT_A]);
      expect(await tags()).toEqual(['Beta only', 'Shared']);
      await store.setKeepDays(TENANT_B, 30);
      await vi.waitFor(async () => expect(await tags()).toEqual([]));
    });

    it('with tags an ended removal left, when the store is opened again', async () => {
      await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: ago(1) })], { body: tagged('Alpha only') }));
      await searchable(store);
      await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: ago(0) })], { body: tagged('New') }));
      await searchable(store);
      expect(await tags()).toEqual(['Alpha only', 'New', 'Shared']);
      await store.close();
      store = await temp.open();
      await vi.waitFor(async () => expect(await tags()).toEqual(['New', 'Shared']), { timeout: 10_000 });
    });

    it('when it is asked for, with all the search knew, and the tenant looks like one that was never read', async () => {
      await store.saveIncidentPage(page(TENANT_A, [incident('1')], { body: body('Beacon') }));
      await store.saveIncidentPage(page(TENANT_B, [incident('1')], { body: body('Beacon') }));
      await store.recordAttempt(TENANT_A, { at: 10, kind: 'complete' });
      await searchable(store);
      expect(await store.clearTenant(TENANT_A)).toBe(1);
      expect((await store.listTenants())[0]).toMatchObject({
        displayName: 'Alpha',
        lastCompleteAt: null,
        incidentCount: 0,
        partial: false,
      });
      const found = await store.queryIncidents({ tenantId: null, text: 'beacon', sort: 'name', descending: false, offset: 0, limit: 9 });
      expect(found.rows.map(({ tenantId }) => tenantId)).toEqual([TENANT_B]);
      expect((await facts()).tenants.map(({ incidents, bytes }) => [incidents, bytes > 0])).toEqual([
        [1, true],
        [0, false],
      ]);
      expect(await store.clearTenant(NOBODY)).toBeNull();
    });

    it('for good: no page of a read that began before, or that comes while it goes, is stored', async () => {
      const at = (round: number, follows: number) => ({ cursor: { ...NEVER_READ, round }, follows, unlistedAt: null });
      await store.saveIncidentPage(page(TENANT_A, [incident('1')], { sync: at(7, 0) }));
      const cleared = store.clearTenant(TENANT_A);
      const meanwhile = store.saveIncidentPage(page(TENANT_A, [incident('2')], { sync: at(7, 0) }));
      await expect(meanwhile).rejects.toMatchObject({ kind: 'overtaken' });
      await cleared;
      const late = page(TENANT_A, [incident('3')], { sync: at(7, 7) });
      const other = page(TENANT_B, [incident('4')], { sync: at(7, 0) });
      expect(await store.saveIncidentPages([late, other])).toMatchObject([{ ok: false, error: { kind: 'overtaken' } }, { ok: true }]);
      expect(await ids(store, TENANT_A)).toEqual([]);
      expect(await store.readSyncCursor(TENANT_A, 'xdr')).toEqual({ cursor: null, empty: true });
      await store.saveIncidentPage(page(TENANT_A, [incident('5')], { sync: at(8, 0) }));
      await expect(store.saveIncidentPage(late)).rejects.toMatchObject({ kind: 'overtaken' });
      expect(await ids(store, TENANT_A)).toEqual(['5']);
    });

    it('and gives the space back to the disk', async () => {
      for (let number = 0; number < 30; number++) {
        const rows = Array.from({ length: 100 }, (_, row) => incident(`${number}-${row}`));
        await store.saveIncidentPage({ ...page(TENANT_A, rows), raw: { encoding: 'br', bytes: new Uint8Array(200_000).fill(number) } });
      }
      await searchable(store);
      const before = (await facts()).bytes;
      expect(before).toBeGreaterThan(6_000_000);
      await store.clearTenant(TENANT_A);
      await vi.waitFor(async () => expect((await facts()).bytes).toBeLessThan(before / 4), { timeout: 10_000 });
      expect(statSync(temp.path).size).toBeLessThan(before / 4);
    });
  });

  describe('is written to a file', () => {
    const header = { format: 'test', complete: false, warning: 'NOT COMPLETE' };
    const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

    it('whole, as it was sent, between a first line and a last one', async () => {
      const sent = '{"value":[{"id":12345678901234567890,"a":1.50},{"id":2,"new":{"é":null}}]}';
      await store.saveIncidentPage(
        page(TENANT_A, [incident('1', { rawIndex: 0 }), incident('2', { rawIndex: 1 })], { body: sent, readAt: 0 }),
      );
      await store.saveIncidentPage(page(TENANT_B, [incident('3')]));
      const path = join(temp.folder, 'out.jsonl');
      expect(await store.exportTenant({ tenantId: TENANT_A, path, header })).toBe(2);
      expect(lines(path)).toEqual([
        JSON.stringify(header),
        '{"incidentId":"1","surface":"xdr","readAt":"1970-01-01T00:00:00.000Z","incident":{"id":12345678901234567890,"a":1.50}}',
        '{"incidentId":"2","surface":"xdr","readAt":"1970-01-01T00:00:00.000Z","incident":{"id":2,"new":{"é":null}}}',
        '{"end":true,"incidents":2}',
      ]);
    });

    it('each incident once, over many pages', async () => {
      for (let number = 0; number < 5; number++) {
        const rows = Array.from({ length: 60 }, (_, row) => incident(`${number}-${row}`, { rawIndex: row }));
        await store.saveIncidentPage(page(TENANT_A, rows));
      }
      const path = join(temp.folder, 'out.jsonl');
      expect(await store.exportTenant({ tenantId: TENANT_A, path, header })).toBe(300);
      const written = lines(path)
        .slice(1, -1)
        .map((line) => JSON.parse(line) as { incidentId: string; incident: { incidentId: string } });
      expect(new Set(written.map(({ incidentId }) => incidentId)).size).toBe(300);
      expect(written.filter((one) => one.incident.incidentId !== one.incidentId)).toEqual([]);
    });

    it('or not at all: nothing half-written is left, and nothing that was there is lost', async () => {
      await store.saveIncidentPage(page(TENANT_A, [incident('1')]));
      const folder = join(temp.folder, 'is-a-folder');
      mkdirSync(folder);
      for (const path of [join(temp.folder, 'nowhere', 'x.jsonl'), folder])
        await expect(store.exportTenant({ tenantId: TENANT_A, path, header })).rejects.toMatchObject({
          name: 'StoreError',
          kind: 'failed',
        });
      expect(readdirSync(temp.folder).filter((name) => name.includes('unfinished'))).toEqual([]);
      expect(await store.exportTenant({ tenantId: NOBODY, path: join(temp.folder, 'x.jsonl'), header })).toBeNull();
    });
  });
});
