import { describe, expect, it } from 'vitest';
import type { TenantFile } from '../../../../main/tenants/files/tenant-file';
import { RefusedFile } from '../../../../main/tenants/files/tenant-file';
import { parseTenantFile } from '../../../../main/tenants/files/read-tenant-file';
import { DEFAULT_MAIL } from '../../../../main/identity/consent-mail';
import { type PackContent, teamPackText } from '../../../../main/tenants/files/team-pack';
import { NIGHT_SHIFT } from '../../../support/store/saved-view';

const ID = '8ee8fdad-f234-4243-8f3b-15c294843740';
const parse = (text: string): TenantFile => parseTenantFile(Buffer.from(text));
const rows = (text: string) => [...parse(text).rows];

function refusal(text: string): Pick<RefusedFile, 'why' | 'at'> {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof RefusedFile) return { why: error.why, ...(error.at === undefined ? {} : { at: error.at }) };
    throw error;
  }
  throw new Error('The file was not refused');
}

describe('a CSV file of tenants', () => {
  it('has its columns by any of their names, in any order', () => {
    expect(rows(`primary domain name;Company Name;Microsoft ID;Labels;Color\ncontoso.com;Contoso;${ID};a, b|c;teal`)).toEqual([
      { row: 2, values: { domain: 'contoso.com', displayName: 'Contoso', tenantId: ID, tags: ['a', 'b', 'c'], colour: 'teal' } },
    ]);
  });

  it('says which columns mean nothing here, and keeps the first of two alike', () => {
    const file = parse(`Name,Tenant ID,Region,Name,Seats\nContoso,${ID},EU,Other,5`);
    expect([...file.rows]).toEqual([{ row: 2, values: { displayName: 'Contoso', tenantId: ID } }]);
    expect([...file.unknownColumns]).toEqual(['Region', 'Name', 'Seats']);
  });

  it('without a line of heads is understood by its content', () => {
    const file = parse(`Contoso;${ID};contoso.com;17\nFabrikam;9ee8fdad-f234-4243-8f3b-15c294843740;fabrikam.com;4`);
    expect(file.headerMissing).toBe(true);
    expect([...file.unknownColumns]).toEqual(['Column 4']);
    expect([...file.rows][0]).toEqual({ row: 1, values: { displayName: 'Contoso', tenantId: ID, domain: 'contoso.com' } });
  });

  it('gives rows that cannot be read their fault, and leaves blank cells out', () => {
    expect(rows(`Name,Tenant ID,Group\n"A" b,${ID},x\nB,${ID},,,more\nC,${ID}\n,,`)).toEqual([
      { row: 2, values: { displayName: 'A', tenantId: ID, group: 'x' }, fault: 'textAfterQuote' },
      { row: 3, values: { displayName: 'B', tenantId: ID }, fault: 'tooManyCells' },
      { row: 4, values: { displayName: 'C', tenantId: ID } },
    ]);
  });

  it('loses the guard of a formula cell', () => {
    expect(rows(`Name,Tenant ID\n'=cmd|x,${ID}`)[0]?.values.displayName).toBe('=cmd|x');
  });

  it.each([
    ['', { why: 'noRows' }],
    ['Name,Tenant ID\n', { why: 'noRows' }],
    ['Name,Group\nContoso,Retail', { why: 'noTenantColumn' }],
    ['just\nsome\nwords', { why: 'noTenantColumn' }],
    [`Name,Tenant ID\nA,${ID}\n"B,${ID}`, { why: 'unclosedQuote', at: 3 }],
    ['{"tenants": [', { why: 'notJson' }],
    ['{"customers": []}', { why: 'noTenantColumn' }],
    ['[]', { why: 'noRows' }],
    ['\u0000\u0001', { why: 'notText' }],
  ])('%j is refused', (text, why) => expect(refusal(text)).toEqual(why));

  it('of 100,000 rows is read, of one more refused', () => {
    const text = `Name,Tenant ID\n${`Contoso,${ID}\n`.repeat(100_000)}`;
    expect(rows(text)).toHaveLength(100_000);
    expect(refusal(`${text}Contoso,${ID}\n`)).toEqual({ why: 'tooManyRows' });
  });
});

describe('a JSON file of tenants', () => {
  it('is a list, alone or under "tenants"; null empties a field', () => {
    const tenant = { name: 'Contoso', tenantId: ID, tags: ['a', ' '], group: null };
    const expected = [{ row: 1, values: { displayName: 'Contoso', tenantId: ID, tags: ['a'], group: '' } }];
    expect(rows(JSON.stringify([tenant]))).toEqual(expected);
    expect(rows(JSON.stringify({ tenants: [tenant] }))).toEqual(expected);
  });

  it('says what is unknown and what is of another form', () => {
    const file = parse(JSON.stringify([{ tenantId: ID, seats: 4 }, 'text', { tenantId: 7 }, { tenantId: ID, tags: [1] }]));
    expect([...file.rows]).toMatchObject([
      { row: 1, values: { tenantId: ID } },
      { row: 2, fault: 'notAnObject' },
      { row: 3, fault: 'notText', faultField: 'tenantId' },
      { row: 4, fault: 'notText', faultField: 'tags' },
    ]);
    expect([...file.unknownColumns]).toEqual(['seats']);
  });
});

describe('a team pack', () => {
  const MAIL = { ...DEFAULT_MAIL, appName: 'Our desk' };
  const pack = teamPackText(
    { tenants: [{ displayName: 'Contoso', tenantId: ID, tags: ['gold'] }], consentMail: MAIL, views: [NIGHT_SHIFT] },
    new Date(0),
  );

  it('comes back as it was written, also after a formatter', () => {
    const expected = [{ row: 1, values: { displayName: 'Contoso', tenantId: ID, tags: ['gold'] } }];
    expect(parse(pack).format).toBe('pack');
    expect(rows(pack)).toEqual(expected);
    expect(rows(JSON.stringify(JSON.parse(pack), null, 4))).toEqual(expected);
    expect(parse(pack).consentMail).toEqual(MAIL);
    expect(parse(pack).views).toEqual([NIGHT_SHIFT]);
  });

  it('of before, without a mail, is read; a mail that could not be sent is not taken', () => {
    const packed = (content: object) => teamPackText({ tenants: [{ tenantId: ID }], ...content } as unknown as PackContent, new Date(0));
    expect(parse(packed({})).consentMail).toBeUndefined();
    expect(parse(packed({ views: [{ name: 'of a later version' }, NIGHT_SHIFT] })).views).toEqual([NIGHT_SHIFT]);
    const noLink = { ...MAIL, templates: { ...MAIL.templates, sv: { subject: 'x', body: 'no place' } } };
    expect(parse(packed({ consentMail: noLink })).consentMail).toBe('unusable');
    expect(parse(packed({ consentMail: 'x' })).consentMail).toBe('unusable');
    expect(rows(packed({ consentMail: 'x' }))).toHaveLength(1);
  });

  it.each([
    ['changed content', pack.replace('gold', 'golden'), { why: 'packTampered' }],
    ['a changed checksum', pack.replace(/sha256:./, 'sha256:x'), { why: 'packTampered' }],
    ['added content', pack.replace('"tenants":[', '"tenants":[{},'), { why: 'packTampered' }],
    ['a newer version', pack.replace('"version":1', '"version":7'), { why: 'packOfNewerVersion', at: 7 }],
    ['no version', pack.replace('"version":1,', ''), { why: 'packMalformed' }],
    ['no content', pack.replace('"content"', '"contents"'), { why: 'packMalformed' }],
  ])('with %s is refused', (_name, text, why) => {
    expect(text).not.toBe(pack);
    expect(refusal(text)).toEqual(why);
  });
});
