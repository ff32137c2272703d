import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../../../contract/tenant-profile';
import type { TenantEntry } from '../../../../main/store/store-port';
import { ImportPlan } from '../../../../main/tenants/files/plan-import';
import type { RowValues } from '../../../../main/tenants/files/tenant-file';
import { textOf } from '../../../../main/tenants/files/write-tenants';
import { DEFAULT_MAIL } from '../../../../main/identity/consent-mail';
import { parseTenantFile } from '../../../../main/tenants/files/read-tenant-file';

const A = '8ee8fdad-f234-4243-8f3b-15c294843740';
const B = '9ee8fdad-f234-4243-8f3b-15c294843740';
const C = 'aee8fdad-f234-4243-8f3b-15c294843740';
const profile = {
  ...EMPTY_PROFILE,
  group: 'Retail',
  tags: ['gold'],
  notes: '=SUM(A1)\nline "two", three',
  colour: 'teal' as const,
  surface: 'graph' as const,
};
const listed: TenantEntry[] = [
  { tenantId: A, displayName: 'Alpha', domain: 'alpha.com', profile },
  { tenantId: B, displayName: '-Beta, Ltd', domain: null, profile: EMPTY_PROFILE },
];
const plan = (...rows: RowValues[]) => {
  const import_ = new ImportPlan(listed);
  return rows.map((values, index) => import_.row({ row: index + 1, values }));
};
const views = (...rows: RowValues[]) => plan(...rows).map(({ view }) => view);

describe('ImportPlan', () => {
  it('adds what is not listed, called by its domain where it has no name', () => {
    expect(plan({ tenantId: `{${C.toUpperCase()}}`, domain: 'www.gamma.com' })).toEqual([
      {
        view: { row: 1, kind: 'new', tenantId: C, displayName: 'www.gamma.com', domain: 'www.gamma.com' },
        entry: { tenantId: C, displayName: 'www.gamma.com', domain: 'www.gamma.com', profile: EMPTY_PROFILE },
      },
    ]);
  });

  it('names each field that changes, and keeps those the row does not speak of', () => {
    const [row] = plan({ tenantId: A, displayName: 'Omega', group: '', tags: ['silver', 'Silver'] });
    expect(row?.view).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'displayName', from: 'Alpha', to: 'Omega' },
        { field: 'group', from: 'Retail', to: '' },
        { field: 'tags', from: 'gold', to: 'silver' },
      ],
    });
    expect(row?.entry).toEqual({
      tenantId: A,
      displayName: 'Omega',
      domain: 'alpha.com',
      profile: { ...profile, group: '', tags: ['silver'] },
    });
  });

  it('finds a listed tenant by its domain, and nothing by one that is not listed', () => {
    expect(views({ domain: 'Alpha.com', owner: 'Ada' }, { domain: 'nobody.com' })).toMatchObject([
      { kind: 'changed', tenantId: A },
      { kind: 'invalid', fault: 'noTenant' },
    ]);
  });

  it('lets the first of several rows of a tenant count', () => {
    expect(
      views(
        { tenantId: A, group: 'X' },
        { domain: 'alpha.com' },
        { tenantId: C, displayName: 'C' },
        { tenantId: C.toUpperCase(), displayName: 'D' },
      ),
    ).toMatchObject([{ kind: 'changed' }, { kind: 'duplicate', firstRow: 1 }, { kind: 'new' }, { kind: 'duplicate', firstRow: 3 }]);
  });

  it('leaves a row alone that changes nothing', () => {
    expect(plan({ tenantId: A, displayName: 'Alpha', group: 'Retail' })).toMatchObject([{ view: { kind: 'same' }, entry: null }]);
  });

  it.each<[RowValues, object]>([
    [{}, { fault: 'noTenant' }],
    [{ tenantId: 'x' }, { fault: 'badTenantId' }],
    [{ tenantId: C, domain: 'no domain' }, { fault: 'badDomain' }],
    [{ tenantId: C }, { fault: 'noName' }],
    [
      { tenantId: C, displayName: 'x'.repeat(121) },
      { fault: 'tooLong', faultField: 'displayName' },
    ],
    [
      { tenantId: A, notes: 'x'.repeat(4_001) },
      { fault: 'tooLong', faultField: 'notes' },
    ],
    [
      { tenantId: A, tags: ['x'.repeat(41)] },
      { fault: 'badTags', faultField: 'tags' },
    ],
    [
      { tenantId: A, colour: 'beige' },
      { fault: 'badColour', faultField: 'colour' },
    ],
    [
      { tenantId: A, surface: 'soap' },
      { fault: 'badSurface', faultField: 'surface' },
    ],
  ])('refuses %j', (values, fault) => {
    expect(plan(values)).toMatchObject([{ view: { kind: 'invalid', ...fault }, entry: null }]);
  });

  it.each([
    ['Microsoft Graph', 'graph'],
    ['XDR', 'xdr'],
    ['', null],
  ])('understands %j as a surface', (surface, meant) => {
    expect(plan({ tenantId: C, displayName: 'C', surface })[0]?.entry?.profile.surface).toBe(meant);
  });

  it('does not let a refused row shadow a good one', () => {
    expect(views({ tenantId: C }, { tenantId: C, displayName: 'C' })).toMatchObject([{ kind: 'invalid' }, { kind: 'new' }]);
  });

  it.each(['csv', 'json', 'pack'] as const)('finds nothing to change in what was written as %s', (format) => {
    const file = parseTenantFile(Buffer.from([...textOf(listed, { format, consentMail: DEFAULT_MAIL, views: [] })].join('')));
    const import_ = new ImportPlan(listed);
    expect([...file.rows].map((row) => import_.row(row).view.kind)).toEqual(['same', 'same']);
    const anew = new ImportPlan([]);
    const again = parseTenantFile(Buffer.from([...textOf(listed, { format, consentMail: DEFAULT_MAIL, views: [] })].join('')));
    expect([...again.rows].map((row) => anew.row(row).entry)).toEqual(listed);
  });
});
