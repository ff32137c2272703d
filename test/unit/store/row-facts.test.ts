import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentQuery } from '../../../contract/incident';
import { incidentGrouping } from '../../../contract/incident-filter';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { type ModelRow, modelQuery } from '../../support/store/query-model';
import { seededPick } from '../../support/store/seeded';
import { searchable, TempStore } from '../../support/store/temp-store';

const TENANTS = [TENANT_A, TENANT_B];
const NEWEST: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 50 };
/** The last ones come to be in the course of the test only: when the rows are first read into memory nobody knows them. */
const SEVERITIES = ['High', 'high', 'Medium', 'Low', 'Cosmic', '"\n,1', 'Later'];

describe('counting in memory', () => {
  const temp = new TempStore();
  const pick = seededPick(20_261_129);
  const rows = new Map<string, ModelRow>();
  let store: StorePort;
  let [stored, at] = [0, 10];

  /** Some of a tenant's incidents as they are now: new ones, changed ones, and the same again. */
  const write = async (tenantId: string, count: number, severities: readonly string[]) => {
    at += 1;
    const ids = new Set(Array.from({ length: count }, () => String(1 + Math.floor(pick(DICE) * 120))));
    const placed = [...ids].map((id, rawIndex) => {
      const known = rows.get(`${tenantId} ${id}`);
      if (known && pick([true, false, false])) return { ...known, rawIndex };
      const category = pick(['Malware', 'Phishing']);
      const columns = incident(id, {
        name: pick(['Ransomware', 'Beacon']),
        severity: pick(severities),
        status: pick(['Active', 'Resolved', 'Odd']),
        assignedTo: pick([null, 'bo@contoso.com', "o'neill"]),
        classification: pick([null, 'truePositive', 'FalsePositive', 'Unknown']),
        determination: pick([null, 'Malware', 'Clean', 'notMalicious', `Found ${at}`]),
        // Before 1970 and none at all as well.
        createdAt: known ? known.createdAt : pick([null, -4, 0, at - 6, at]),
        updatedAt: at,
        rawIndex,
      });
      const resolvedAt = columns.status === 'Resolved' ? ((known?.status === 'Resolved' ? known.resolvedAt : null) ?? at) : null;
      const place = known?.stored ?? (stored += 1);
      const tenantOrder = TENANTS.indexOf(tenantId);
      return {
        ...columns,
        tenantId,
        tenantName: `T${tenantOrder}`,
        tenantOrder,
        tenantGroup: '',
        tenantReadAt: null,
        stored: place,
        resolvedAt,
        facets: { category: [category] },
      };
    });
    const value = placed.map(({ facets }) => ({ alerts: facets.category?.map((category) => ({ category })) ?? [] }));
    const columns = placed.map(
      ({
        tenantName: _name,
        tenantOrder: _order,
        tenantGroup: _group,
        stored: _stored,
        resolvedAt: _at,
        facets: _facets,
        tenantId: _id,
        ...own
      }) => own,
    );
    await store.saveIncidentPage(page(tenantId, columns, { body: JSON.stringify({ value }) }));
    for (const row of placed) rows.set(`${tenantId} ${row.incidentId}`, row);
  };

  const clear = async (tenantId: string) => {
    await store.clearTenant(tenantId);
    for (const key of rows.keys()) if (key.startsWith(tenantId)) rows.delete(key);
  };

  /** Questions that the rows in memory answer, and some that the tally does. */
  const ask = () =>
    compare({
      ...NEWEST,
      tenantId: pick([null, null, TENANT_A]),
      sort: pick(['updatedAt', 'severity', 'status', 'tenant', 'tenantRead', 'assignedTo', 'classification', 'determination']),
      ...pick([
        { text: 'beacon' },
        { text: 'ransom' },
        { facets: { category: ['malware'] } },
        { text: 'b', facets: { category: ['Phishing'] } },
        {},
      ]),
      severities: pick([undefined, undefined, ['high'], ['cosmic', 'later']]),
      statuses: pick([undefined, undefined, ['active'], ['odd', 'resolved']]),
      assignees: pick([undefined, undefined, ["O'Neill"], ['']]),
      updatedFrom: pick([undefined, undefined, undefined, at - 3]),
      updatedBefore: pick([undefined, undefined, undefined, at]),
      createdFrom: pick([undefined, undefined, undefined, -1, at - 8]),
      createdBefore: pick([undefined, undefined, undefined, 0, at - 4]),
      openAt: pick([undefined, undefined, undefined, at - 5, at + 1]),
      resolvedFrom: pick([undefined, undefined, undefined, at - 10]),
      groupBy: pick([null, ...incidentGrouping.options]),
      offset: pick([0, 20]),
    });

  const compare = async (query: IncidentQuery) => {
    const found = await store.queryIncidents(query);
    const expected = modelQuery([...rows.values()], query);
    const { total, bySeverity, groups } = expected;
    expect({ total: found.total, bySeverity: found.bySeverity, groups: found.groups }).toEqual({ total, bySeverity, groups });
    const name = ({ tenantId, incidentId }: { tenantId: string; incidentId: string }) => `${tenantId} ${incidentId}`;
    expect(found.rows.map(name)).toEqual(expected.rows.map(name));
    return found;
  };

  beforeAll(async () => {
    store = await temp.open({ path: ':memory:' });
    for (const [place, tenantId] of TENANTS.entries()) await store.addTenant(tenant(tenantId, `T${place}`));
    for (const tenantId of TENANTS) await write(tenantId, 80, SEVERITIES.slice(0, 3));
    await searchable(store);
    // From here on all rows are in memory.
    await store.settle();
  });
  afterAll(() => temp.remove());

  it('stays true over writes, rows read again, new values and rows that go', async () => {
    let seen = 0;
    for (let round = 0; round < 40; round += 1) {
      if (round % 20 === 17) await clear(pick(TENANTS));
      else await write(pick(TENANTS), pick([1, 3, 20]), SEVERITIES.slice(0, 3 + Math.floor(round / 8)));
      // A question between the write and the search's own work has to be true as well once that is done.
      if (pick([true, false])) await store.queryIncidents({ ...NEWEST, text: 'beacon' });
      await searchable(store);
      for (let question = 0; question < 14; question += 1) seen += (await ask()).total;
      if (round % 25 === 24) await store.settle();
    }
    await write(TENANT_A, 40, SEVERITIES.slice(-4));
    await searchable(store);
    expect(seen).toBeGreaterThan(3_000);
    expect(Object.keys((await compare({ ...NEWEST, facets: { category: ['malware', 'phishing'] } })).bySeverity)).toEqual(
      expect.arrayContaining(['cosmic', 'later']),
    );
  }, 60_000);

  it('counts rows that were written together with more than are looked at one by one, and of more severities than have a number', async () => {
    const severityOf = (id: number) => `Cosmic ${id % 300}`;
    const many = Array.from({ length: 21_000 }, (_, id) =>
      incident(`many${id}`, { name: 'Flood', severity: severityOf(id), rawIndex: id }),
    );
    await store.saveIncidentPage(page(TENANT_A, many, { body: JSON.stringify({ value: many.map(() => ({ alerts: [] })) }) }));
    await searchable(store);
    const asked = { ...NEWEST, text: 'flood', limit: 1 };
    const expected = Object.fromEntries(Array.from({ length: 300 }, (_, id) => [`cosmic ${id}`, 70]));
    expect((await store.queryIncidents(asked)).bySeverity).toEqual(expected);
    await store.settle();
    const calmer = incident('many0', { name: 'Flood', severity: severityOf(1), updatedAt: 9_000 });
    await store.saveIncidentPage(page(TENANT_A, [calmer]));
    await searchable(store);
    expect((await store.queryIncidents(asked)).bySeverity).toEqual({ ...expected, 'cosmic 0': 69, 'cosmic 1': 71 });
  }, 60_000);
});

const DICE = Array.from({ length: 1_000 }, (_, side) => side / 1_000);
