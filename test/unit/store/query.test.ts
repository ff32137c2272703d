import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IncidentQuery, incidentSort } from '../../../contract/incident';
import { incidentGrouping } from '../../../contract/incident-filter';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { type ModelRow, modelQuery } from '../../support/store/query-model';
import { seededPick } from '../../support/store/seeded';
import { searchable, TempStore } from '../../support/store/temp-store';

const TENANT_C = '33333333-3333-4333-8333-333333333333';
/** Added in this order, named in another one, read whole in a third; two names differ in case only. */
const TENANTS = [
  [TENANT_A, 'zeta', 70],
  [TENANT_B, 'Ålund', null],
  [TENANT_C, 'Zeta', 60],
] as const;
const DEFAULTS: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 200 };

describe('asking for incidents', () => {
  const temp = new TempStore();
  const rows: ModelRow[] = [];
  let store: StorePort;

  beforeAll(async () => {
    store = await temp.open({ path: ':memory:' });
    const pick = seededPick(20_261_123);
    for (const [index, [tenantId, name, tenantReadAt]] of TENANTS.entries()) {
      await store.addTenant(tenant(tenantId, name));
      const group = ['North', 'south', ''][index] ?? '';
      await store.saveTenants({
        added: [],
        changed: [{ ...tenant(tenantId, name), profile: { ...EMPTY_PROFILE, group } }],
        at: 1,
      });
      const incidents = Array.from({ length: 60 }, (_, id) =>
        incident(String(id + 1), {
          name: pick(['Ransomware', 'ransomware 100%', 'Phishing_mail', 'ÅNGSTRÖM beacon', '<b>bold</b>', 'wow! \\o/']),
          severity: pick(['High', 'high', 'Medium', 'Low', 'Informational', 'UnSpecified', 'Cosmic']),
          status: pick(['Active', 'active', 'Resolved', 'InProgress', 'Redirected', 'Cosmic']),
          assignedTo: pick([null, null, 'Åsa@contoso.com', 'bo@contoso.com', 'BO@contoso.com']),
          alertCount: pick([0, 1, 2, 30]),
          classification: pick([
            null,
            'Unknown',
            'unknown',
            'TruePositive',
            'truePositive',
            'FalsePositive',
            'informationalExpectedActivity',
            'Cosmic',
          ]),
          determination: pick([null, 'NotAvailable', 'Other', 'Clean', 'notMalicious', 'Phishing', 'malware', 'apt', 'Cosmic']),
          createdAt: pick([null, 1, 2, 3]),
          updatedAt: pick([null, 10, 20, 30, 40]),
        }),
      );
      const facets = incidents.map((): ModelRow['facets'] => ({
        service: [pick(['microsoftDefenderForEndpoint', 'MicrosoftDefenderForEndpoint', 'Unknown one'])],
        category: [pick(['Malware', 'Initial access', 'malware & more'])],
        technique: pick([[], ['T1059'], ['T1059.001', 'T1566']]),
        tag: pick([[], ['Öster'], ['öster', '"VIP"']]),
      }));
      const value = facets.map(({ service, category, technique, tag }) => ({
        tags: tag,
        alerts: [{ serviceSource: service?.[0], category: category?.[0] }, { mitreTechniques: technique }],
      }));
      const placed = incidents.map((row, rawIndex) => ({ ...row, rawIndex }));
      await store.saveIncidentPage(page(tenantId, placed, { body: JSON.stringify({ value }) }));
      if (tenantReadAt !== null) await store.recordAttempt(tenantId, { at: tenantReadAt, kind: 'complete' });
      rows.push(
        ...placed.map((row, at) => ({
          ...row,
          tenantId,
          tenantName: name,
          tenantOrder: index,
          tenantGroup: group,
          tenantReadAt,
          stored: rows.length + at,
          facets: facets[at] ?? {},
        })),
      );
    }
    await searchable(store);
  });
  afterAll(() => temp.remove());

  const compare = async (query: IncidentQuery) => {
    const found = await store.queryIncidents(query);
    const expected = modelQuery(rows, query);
    expect(found.rows.map(({ tenantId, incidentId }) => [tenantId, incidentId])).toEqual(
      expected.rows.map(({ tenantId, incidentId }) => [tenantId, incidentId]),
    );
    const { total, bySeverity, groups } = expected;
    expect({ total: found.total, bySeverity: found.bySeverity, groups: found.groups }).toEqual({ total, bySeverity, groups });
    const { offset: _from, limit: _most, ...list } = query;
    const whole = modelQuery(rows, { ...list, offset: 0, limit: rows.length }).rows;
    const inIt = new Set(whole.map(({ tenantId, incidentId }) => `${tenantId} ${incidentId}`));
    const some = [...rows.filter((_row, at) => at % 7 === 0), { tenantId: TENANT_A, incidentId: 'not stored' }].map(
      ({ tenantId, incidentId }) => ({ tenantId, incidentId }),
    );
    const outside = some.filter(({ tenantId, incidentId }) => !inIt.has(`${tenantId} ${incidentId}`));
    expect(await store.incidentsOutside(list, some)).toEqual(outside);
    return found;
  };

  it.each(incidentSort.options.flatMap((sort) => [true, false].map((descending) => ({ sort, descending }))))(
    'sorts by $sort, descending $descending, over all tenants and in one',
    async ({ sort, descending }) => {
      await compare({ ...DEFAULTS, sort, descending });
      await compare({ ...DEFAULTS, sort, descending, tenantId: TENANT_B });
    },
  );

  it('agrees with a plain model on 1,000 mixed questions', async () => {
    const pick = seededPick(7);
    let rowsSeen = 0;
    for (let round = 0; round < 1_000; round++) {
      const found = await compare({
        tenantId: pick([null, null, TENANT_A, TENANT_C]),
        sort: pick(incidentSort.options),
        descending: pick([true, false]),
        text: pick([
          ...Array.from({ length: 10 }, () => undefined),
          '',
          'RANSOM',
          '%',
          '"',
          'beacon ångs',
          'mail*',
          'ångström',
          'ÅSA',
          '<b>',
          '7',
          'contoso.com',
          'nothing like it',
        ]),
        severities: pick([undefined, [], ['high'], ['HIGH', 'cosmic'], ['nothing']]),
        statuses: pick([undefined, ['ACTIVE'], ['resolved', 'InProgress']]),
        exceptStatuses: pick([undefined, undefined, undefined, undefined, [], ['Redirected'], ['resolved', 'REDIRECTED'], ['Cosmic']]),
        tenantGroups: pick([undefined, undefined, undefined, undefined, undefined, [], ['NORTH', ''], ['south'], ['none']]),
        tenantIds: pick([undefined, undefined, undefined, [], [TENANT_A], [TENANT_A, TENANT_B]]),
        assignees: pick([undefined, undefined, undefined, undefined, [''], ['åsa@contoso.com'], ['', 'BO@contoso.com']]),
        facets: pick([
          ...Array.from({ length: 8 }, () => undefined),
          { service: ['microsoftdefenderforendpoint'], tag: [] },
          { technique: ['t1059', 'T1566'], category: ['Malware'] },
          { tag: ['ÖSTER'] },
          { tag: ['"vip"'], detection: [] },
          { detection: ['nothing'] },
        ]),
        updatedFrom: pick([undefined, undefined, undefined, undefined, 20]),
        updatedBefore: pick([undefined, undefined, undefined, 40]),
        createdFrom: pick([undefined, undefined, undefined, 2]),
        createdBefore: pick([undefined, undefined, undefined, 3]),
        resolvedFrom: pick([...Array.from({ length: 10 }, () => undefined), 3, 20]),
        openAt: pick([undefined, undefined, undefined, undefined, undefined, undefined, 2, 25]),
        groupBy: pick([undefined, null, ...incidentGrouping.options]),
        offset: pick([0, 0, 5, 50, 1_000]),
        limit: pick([1, 7, 100, 200]),
      });
      rowsSeen += found.rows.length;
    }
    expect(rowsSeen).toBeGreaterThan(1_000);
  }, 60_000);

  it('follows the tenants that are read meanwhile: the longest ago first, and the other way round', async () => {
    const order = async (descending: boolean) => {
      const { groups } = await store.queryIncidents({ ...DEFAULTS, sort: 'tenantRead', descending, groupBy: 'tenant', limit: 1 });
      return groups?.map(({ value }) => value);
    };
    expect(await order(false)).toEqual([TENANT_B, TENANT_C, TENANT_A]);
    await store.recordAttempt(TENANT_B, { at: 80, kind: 'complete' });
    expect(await order(false)).toEqual([TENANT_C, TENANT_A, TENANT_B]);
    expect(await order(true)).toEqual([TENANT_B, TENANT_A, TENANT_C]);
  });

  it('shows every row exactly once, page by page', async () => {
    const seen = new Set<string>();
    for (let offset = 0; offset < rows.length; offset += 7) {
      const { rows: some } = await store.queryIncidents({ ...DEFAULTS, sort: 'severity', offset, limit: 7 });
      for (const { tenantId, incidentId } of some) seen.add(`${tenantId} ${incidentId}`);
    }
    expect(seen.size).toBe(rows.length);
  });

  it('has nothing to say of a tenant it does not know', async () => {
    expect(await store.queryIncidents({ ...DEFAULTS, tenantId: '99999999-9999-4999-8999-999999999999' })).toEqual({
      rows: [],
      total: 0,
      bySeverity: {},
      search: null,
      groups: null,
    });
  });
});
