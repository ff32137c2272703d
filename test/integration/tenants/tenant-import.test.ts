import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../../contract/tenant-files';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { DEFAULT_MAIL } from '../../../main/identity/consent-mail';
import type { StorePort, TenantEntry } from '../../../main/store/store-port';
import { TenantImport } from '../../../main/tenants/files/tenant-import';
import { writeTenants } from '../../../main/tenants/files/write-tenants';
import { TenantProfiles } from '../../../main/tenants/tenant-profiles';
import { incident, page } from '../../support/store/incident-pages';
import { NIGHT_SHIFT } from '../../support/store/saved-view';
import { TempStore } from '../../support/store/temp-store';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const entry = (number: number, changes: Partial<TenantEntry> = {}): TenantEntry => ({
  tenantId: idOf(number),
  displayName: `Customer ${number}`,
  domain: `c${number}.example`,
  profile: EMPTY_PROFILE,
  ...changes,
});

describe('files of tenants and the real store', () => {
  let temp: TempStore;
  let store: StorePort;
  let imports: TenantImport;
  let changes: number;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    changes = 0;
    imports = new TenantImport({ store, now: () => 7, newTenantApps: () => [], onChange: () => void (changes += 1) });
  });
  afterEach(() => temp.remove());

  const open = async (content: string): Promise<Extract<ImportAnswer, { outcome: 'preview' }>> => {
    const path = join(temp.folder, 'customers.csv');
    writeFileSync(path, content);
    const answer = await imports.open(path, DEFAULT_MAIL);
    if (answer.outcome !== 'preview') throw new Error(`Refused: ${answer.why}`);
    return answer;
  };
  const entries = async () =>
    (await store.listTenants()).map(({ tenantId, displayName, domain, profile }) => ({ tenantId, displayName, domain, profile }));

  it('writes nothing before it is told to, then exactly what was shown and chosen', async () => {
    await store.saveTenants({ added: [entry(1), entry(2)], changed: [], at: 1 });
    const before = await store.listTenants();
    const preview = await open(
      `Name,Tenant ID,Group\nCustomer 1,${idOf(1)},Retail\nCustomer 2,${idOf(2)},\nThird,${idOf(3)},Energy\nAgain,${idOf(3)},\nBad,x,`,
    );
    expect(preview.counts).toEqual({ new: 1, changed: 1, same: 1, duplicate: 1, invalid: 1 });
    expect(imports.rows(preview.importId, null, 1, 3)).toMatchObject([
      { row: 3, kind: 'same' },
      { row: 4, kind: 'new' },
      { row: 5, kind: 'duplicate', firstRow: 4 },
    ]);
    expect(imports.rows(preview.importId, 'invalid', 0, 200)).toMatchObject([{ row: 6, fault: 'badTenantId' }]);
    expect(await store.listTenants()).toEqual(before);

    expect(await imports.apply(preview.importId, { add: false, change: true })).toEqual({
      added: 0,
      changed: 1,
      consentMail: null,
      views: [],
    });
    expect(await entries()).toEqual([entry(1, { profile: { ...EMPTY_PROFILE, group: 'Retail' } }), entry(2)]);
    expect(changes).toBe(1);
    // Once applied, it is no longer open.
    expect(await imports.apply(preview.importId, { add: true, change: true })).toBeNull();
    expect(imports.rows(preview.importId, null, 0, 10)).toBeNull();
  });

  it('keeps what was read of a tenant when its entry changes', async () => {
    await store.saveTenants({ added: [entry(1)], changed: [], at: 1 });
    await store.saveIncidentPage(page(idOf(1), [incident('1'), incident('2')]));
    await store.recordAttempt(idOf(1), { at: 5, kind: 'complete' });
    const { importId } = await open(`Tenant ID,Owner\n${idOf(1)},Ada`);
    await imports.apply(importId, { add: true, change: true });
    expect(await store.listTenants()).toMatchObject([{ addedAt: 1, incidentCount: 2, lastCompleteAt: 5, profile: { owner: 'Ada' } }]);
  });

  it('plans anew when the list changed after the look at it', async () => {
    const { importId, counts } = await open(`Name,Tenant ID\nOne,${idOf(1)}\nTwo,${idOf(2)}`);
    expect(counts.new).toBe(2);
    await store.saveTenants({ added: [entry(1, { displayName: 'One' })], changed: [], at: 1 });
    expect(await imports.apply(importId, { add: true, change: true })).toEqual({ added: 1, changed: 0, consentMail: null, views: [] });
    expect(await store.listTenants()).toHaveLength(2);
  });

  it('of 100,000 rows is written in one transaction, and exported again', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `Customer ${index},${idOf(index)},c${index}.example,Group ${index % 40}`);
    const { importId, counts } = await open(`Name,Tenant ID,Domain,Group\n${lines.join('\n')}`);
    expect(counts).toEqual({ new: 100_000, changed: 0, same: 0, duplicate: 0, invalid: 0 });
    expect(await imports.apply(importId, { add: true, change: true })).toEqual({
      added: 100_000,
      changed: 0,
      consentMail: null,
      views: [],
    });
    const path = join(temp.folder, 'out.csv');
    await writeTenants(path, await entries(), { format: 'csv' });
    const again = await imports.open(path, DEFAULT_MAIL);
    expect(again).toMatchObject({ outcome: 'preview', counts: { same: 100_000, new: 0, changed: 0, invalid: 0 } });
  });

  it('stores nothing of a batch one of which cannot be stored', async () => {
    await store.saveTenants({ added: [entry(1)], changed: [], at: 1 });
    const before = await store.listTenants();
    // One is there already, or one to be changed is not there.
    await expect(store.saveTenants({ added: [entry(2), entry(1)], changed: [], at: 2 })).rejects.toThrow(/UNIQUE/);
    await expect(
      store.saveTenants({ added: [entry(2)], changed: [entry(1, { displayName: 'X' }), entry(9)], at: 2 }),
    ).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'unknownTenant',
    });
    expect(await store.listTenants()).toEqual(before);
  });

  it('gives mail and views of a team pack once its import is applied', async () => {
    const path = join(temp.folder, 'team.json');
    const mail = { ...DEFAULT_MAIL, appName: 'Our desk' };
    await writeTenants(path, [entry(1)], { format: 'pack', consentMail: mail, views: [NIGHT_SHIFT] });
    const seen = async (ownMail: typeof mail) => {
      const answer = await imports.open(path, ownMail);
      return answer.outcome === 'preview' ? answer : null;
    };
    expect(await seen(mail)).toMatchObject({ format: 'pack', consentMail: 'same' });
    const preview = await seen(DEFAULT_MAIL);
    expect(preview).toMatchObject({ counts: { new: 1 }, consentMail: 'differs', views: 1 });
    const applied = await imports.apply(preview?.importId ?? '', { add: true, change: false });
    expect(applied).toEqual({ added: 1, changed: 0, consentMail: mail, views: [NIGHT_SHIFT] });
  });

  it('refuses a file that is not there, and writes none where it cannot', async () => {
    expect(await imports.open(join(temp.folder, 'missing.csv'), DEFAULT_MAIL)).toEqual({
      outcome: 'refused',
      fileName: 'missing.csv',
      why: 'unreadable',
    });
    await expect(writeTenants(join(temp.folder, 'no such folder', 'x.csv'), [entry(1)], { format: 'csv' })).rejects.toThrow(/ENOENT/);
  });

  it('adds, edits and removes several at once', async () => {
    const profiles = new TenantProfiles({ store, now: () => 7, newTenantApps: () => [], onChange: () => undefined });
    const three = [1, 2, 3].map((number) => ({ tenantId: idOf(number), displayName: `Customer ${number}` }));
    expect(await profiles.addSeveral(three.slice(0, 2))).toEqual({ added: 2, already: 0 });
    expect(await profiles.addSeveral([...three, ...three])).toEqual({ added: 1, already: 5 });
    expect(await profiles.editSeveral([idOf(1), idOf(3), idOf(99)], { kind: 'addTag', tag: 'pilot' })).toBe(2);
    expect(await profiles.save(idOf(2), { ...EMPTY_PROFILE, notes: 'Quiet' })).toBe(true);
    expect(await profiles.save(idOf(99), EMPTY_PROFILE)).toBe(false);
    await store.saveIncidentPage(page(idOf(1), [incident('1')]));
    expect(await profiles.removeSeveral([idOf(1), idOf(99)])).toBe(1);
    expect(await entries()).toMatchObject([
      { tenantId: idOf(2), profile: { notes: 'Quiet', tags: [] } },
      { tenantId: idOf(3), profile: { tags: ['pilot'] } },
    ]);
  });
});
