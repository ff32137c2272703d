import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentQuery } from '../../../contract/incident';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { searchable, TempStore } from '../../support/store/temp-store';

const ALL: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 200 };

/** An incident with one alert, as the service sends it. */
const sent = (alertTitle: string, entity: Record<string, string>) => ({
  alerts: [{ title: alertTitle, devices: [{ deviceDnsName: 'pc-1.contoso.com' }], entities: [{ entityType: 'Any', ...entity }] }],
});

/** A page of one incident with what was sent of it. */
function pageOf(tenantId: string, id: string, raw: object, fields: Parameters<typeof incident>[1] = {}) {
  return page(tenantId, [incident(id, fields)], { body: JSON.stringify({ value: [raw] }) });
}

describe('searching what is stored', () => {
  let temp: TempStore;
  let store: StorePort;

  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open({ path: ':memory:' });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
  });
  afterEach(() => temp.remove());

  const found = async (text: string) =>
    (await store.queryIncidents({ ...ALL, text })).rows.map(({ tenantId, incidentId }) => [tenantId, incidentId]);

  it('finds alert titles and entity values, whatever their case, by the beginning of words', async () => {
    await store.saveIncidentPage(pageOf(TENANT_A, '1', sent('Ångermanland beacon', { url: 'https://login.evil.example/x?id=4711' })));
    await store.saveIncidentPage(pageOf(TENANT_B, '1', sent('Other', { sha256: 'ABCDEF0123456789' })));
    await searchable(store);
    for (const text of ['ÅNGERMAN', 'beac ånger', 'evil.example', 'evil.exam', 'https://login.evil.example/x?id=4711', 'PC-1'])
      expect(await found(text)).toContainEqual([TENANT_A, '1']);
    expect(await found('abcdef01')).toEqual([[TENANT_B, '1']]);
    for (const text of ['evil.other', 'ample.evil', 'eacon']) expect(await found(text)).toEqual([]);
  });

  it('takes every sign for text, never for syntax', async () => {
    await store.saveIncidentPage(pageOf(TENANT_A, '1', sent('Plain', { url: 'other.example' })));
    await searchable(store);
    const odd = [
      '"',
      '*',
      'a"b',
      '(',
      'x AND',
      'NOT',
      '^evil',
      'text:evil',
      '-evil',
      "'",
      '\0',
      '"evil"*',
      '{a b}: c',
      'NEAR(a b)',
      '%',
      '+',
    ];
    for (const text of odd) expect(await found(text)).toEqual([]);
    expect(await found('"plain" (other.example)')).toEqual([[TENANT_A, '1']]);
  });

  it('finds an incident by what it says now, not by what it said', async () => {
    await store.saveIncidentPage(pageOf(TENANT_A, '1', sent('First', { ipAddress: '10.0.0.1' }), { updatedAt: 1 }));
    await searchable(store);
    await store.saveIncidentPage(pageOf(TENANT_A, '1', sent('Second', { ipAddress: '10.0.0.2' }), { updatedAt: 2, name: 'Renamed' }));
    await searchable(store);
    expect([await found('first'), await found('10.0.0.1')]).toEqual([[], []]);
    expect([await found('second'), await found('10.0.0.2'), await found('renamed')]).toEqual([
      [[TENANT_A, '1']],
      [[TENANT_A, '1']],
      [[TENANT_A, '1']],
    ]);
    expect((await store.seenIn({ kind: 'ip', value: '10.0.0.1' })).tenants).toEqual([]);
  });

  it('finds every one of many long values', async () => {
    const links = Array.from({ length: 400 }, (_, at) => ({ url: `https://host${at}.example/a/path/that/is/long/enough/number/${at}` }));
    const command = { processCommandLine: `first ${'x'.repeat(3_000)} last` };
    const entities = [...links, command, { ipAddress: '203.0.113.99' }];
    await store.saveIncidentPage(pageOf(TENANT_A, '1', { alerts: [{ title: 'T', entities }] }));
    await searchable(store);
    for (const text of ['host0.example', 'host399.example', 'first xxx', '203.0.113.99'])
      expect(await found(text)).toEqual([[TENANT_A, '1']]);
  });

  it('says how much it covers, and finds what it does not cover yet by name and ID', async () => {
    await store.saveIncidentPage(pageOf(TENANT_A, '77', sent('Beacon', {}), { name: 'Named incident' }));
    const at = await store.queryIncidents({ ...ALL, text: 'named' });
    expect(at).toMatchObject({ total: 1, search: { searchable: 0, total: 1 } });
    expect((await store.queryIncidents({ ...ALL, text: 'beacon' })).total).toBe(0);
    await searchable(store);
    expect(await store.queryIncidents({ ...ALL, text: 'beacon' })).toMatchObject({ total: 1, search: { searchable: 1, total: 1 } });
    expect((await store.queryIncidents(ALL)).search).toBeNull();
  });

  it('takes in incidents whose body cannot be read with what their columns say', async () => {
    await store.saveIncidentPage(
      page(TENANT_A, [incident('1', { name: 'Odd one' })], { raw: { encoding: 'br', bytes: new Uint8Array([1, 2, 3]) } }),
    );
    await store.saveIncidentPage(page(TENANT_A, [incident('2', { name: 'Odd two' })], { body: 'no JSON' }));
    await searchable(store);
    expect(await found('odd')).toHaveLength(2);
  });

  it('knows at which tenants, in which incidents and when a value was seen', async () => {
    const evil = sent('T', { url: 'HTTPS://Evil.example/' });
    await store.saveIncidentPage(pageOf(TENANT_A, '1', evil, { createdAt: 10 }));
    await store.saveIncidentPage(pageOf(TENANT_A, '2', evil, { createdAt: 30, name: 'Newest', severity: 'High' }));
    await store.saveIncidentPage(pageOf(TENANT_B, '1', evil, { createdAt: 20 }));
    await store.saveIncidentPage(pageOf(TENANT_B, '2', sent('T', { sender: 'https://evil.example/' })));
    await searchable(store);
    const seen = await store.seenIn({ kind: 'url', value: 'https://evil.example/' });
    expect(seen.tenants).toEqual([
      { tenantId: TENANT_A, tenantName: 'Alpha', incidents: 2, firstSeenAt: 10, lastSeenAt: 30 },
      { tenantId: TENANT_B, tenantName: 'Beta', incidents: 1, firstSeenAt: 20, lastSeenAt: 20 },
    ]);
    expect(seen.incidents.map(({ tenantId, incidentId }) => [tenantId, incidentId])).toEqual([
      [TENANT_A, '2'],
      [TENANT_B, '1'],
      [TENANT_A, '1'],
    ]);
    expect(seen.incidents[0]).toMatchObject({ name: 'Newest', severity: 'High' });
    expect((await store.seenIn({ kind: 'sender', value: 'https://evil.example/' })).tenants).toHaveLength(1);
  });

  it('forgets what belonged to a tenant with the tenant', async () => {
    await store.saveIncidentPage(pageOf(TENANT_A, '1', sent('Beacon', { url: 'only.example' })));
    await store.saveIncidentPage(pageOf(TENANT_B, '1', sent('Beacon', { url: 'other.example' })));
    await searchable(store);
    await store.removeTenant(TENANT_A);
    expect(await found('beacon')).toEqual([[TENANT_B, '1']]);
    expect((await store.seenIn({ kind: 'url', value: 'only.example' })).tenants).toEqual([]);
    expect((await store.seenIn({ kind: 'host', value: 'pc-1.contoso.com' })).tenants).toHaveLength(1);
    expect(await store.searchCoverage()).toEqual({ searchable: 1, total: 1 });
  });

  it('goes on where it stopped when the store is opened again', async () => {
    const first = await temp.open();
    await first.addTenant(tenant(TENANT_A, 'Alpha'));
    await first.saveIncidentPage(pageOf(TENANT_A, '1', sent('Beacon', {})));
    await first.close();
    const again = await temp.open();
    await searchable(again);
    expect((await again.queryIncidents({ ...ALL, text: 'beacon' })).total).toBe(1);
  });
});
