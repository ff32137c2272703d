import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../contract/result';
import type { ResolvedTenant, Tenant } from '../../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../../contract/tenant-profile';
import { pastedLines } from '../../../../renderer/features/tenants/paste-lines';
import { firstLook, lookUp, pastedCounts, type PastedRow } from '../../../../renderer/features/tenants/paste-lookup';
import { pastedSummary } from '../../../../renderer/features/tenants/paste-words';

const ID = '8ee8fdad-f234-4243-8f3b-15c294843740';
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const listed: Tenant = {
  tenantId: ID,
  displayName: 'Alpha',
  domain: 'alpha.com',
  appIds: [],
  profile: EMPTY_PROFILE,
  addedAt: 0,
  incidentCount: 0,
  health: { state: 'neverAsked', refreshing: false },
};
const kinds = (rows: readonly PastedRow[]) => rows.map(({ state }) => state.kind);

describe('pastedLines', () => {
  it.each([
    ['contoso.com', { query: 'contoso.com', domain: 'contoso.com' }],
    [ID.toUpperCase(), { query: ID }],
    ['Contoso;contoso.com', { query: 'contoso.com', domain: 'contoso.com', name: 'Contoso' }],
    ['contoso.com\tContoso, Inc', { query: 'contoso.com', domain: 'contoso.com', name: 'Contoso, Inc' }],
    [`"Contoso AB",contoso.com,${ID}`, { query: ID, domain: 'contoso.com', name: 'Contoso AB' }],
    ['https://www.contoso.com/about', { query: 'contoso.com', domain: 'contoso.com' }],
    ['Contoso AB', { query: null, name: 'Contoso AB' }],
  ])('understands %j', (text, expected) => {
    expect(pastedLines(text)).toEqual([{ line: 1, text, ...expected }]);
  });

  it('counts empty lines, so that numbers fit what was pasted', () => {
    expect(pastedLines('a.com\r\n\n  \nb.com').map(({ line }) => line)).toEqual([1, 4]);
  });
});

describe('looking up a pasted list', () => {
  const rows = firstLook(pastedLines(`alpha.com\nb.com\nB.com\n${ID}\nno customer\nc.com\nd.com\ne.com\nf.com`), [listed]);

  it('knows without asking what is listed, named twice or not understood', () => {
    expect(kinds(rows)).toEqual(['listed', 'waiting', 'twice', 'listed', 'notUnderstood', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect(pastedSummary(pastedCounts(rows))).toBe('5 new, 2 already in the list, 1 named twice, 1 not understood');
  });

  const failure = (code: 'tenantNotFound' | 'otherCloud' | 'throttled'): Result<ResolvedTenant> => ({
    ok: false,
    error: { code: 'problem', message: '', retryable: true, correlationId: '', problem: { code, at: 0 } },
  });
  const answers: Record<string, Result<ResolvedTenant>> = {
    'b.com': { ok: true, value: { tenantId: idOf(1), domain: 'b.com', verified: true } },
    'c.com': { ok: true, value: { tenantId: ID, domain: 'c.com', verified: true } },
    'd.com': failure('tenantNotFound'),
    'e.com': failure('otherCloud'),
    'f.com': failure('throttled'),
  };
  const known = async (query: string) => answers[query] ?? failure('tenantNotFound');

  it('says of each what came of it, and asks again only for what could not be asked', async () => {
    const first = await lookUp(rows, { tenants: [listed], resolve: known, signal: new AbortController().signal, onRows: () => undefined });
    expect(kinds(first)).toEqual(['listed', 'found', 'twice', 'listed', 'notUnderstood', 'listed', 'notFound', 'otherCloud', 'failed']);
    expect(first[1]?.state).toEqual({ kind: 'found', tenantId: idOf(1), displayName: 'B', domain: 'b.com', unchecked: false });
    const asked: string[] = [];
    const again = await lookUp(first, {
      tenants: [listed],
      // The same tenant as the one found before, by another of its domains.
      resolve: async (query) => {
        asked.push(query);
        return { ok: true, value: { tenantId: idOf(1), domain: query } };
      },
      signal: new AbortController().signal,
      onRows: () => undefined,
    });
    expect(asked).toEqual(['f.com']);
    expect(again.at(-1)?.state).toEqual({ kind: 'twice', line: 2 });
  });

  it('asks for four at a time, and for no more once it is stopped', async () => {
    const many = firstLook(pastedLines(Array.from({ length: 20 }, (_, index) => `c${index}.com`).join('\n')), []);
    const control = new AbortController();
    let open = 0;
    let most = 0;
    let asked = 0;
    const ended = await lookUp(many, {
      tenants: [],
      resolve: async () => {
        asked += 1;
        open += 1;
        most = Math.max(most, open);
        const number = asked;
        if (number === 8) control.abort();
        await Promise.resolve();
        open -= 1;
        return { ok: true, value: { tenantId: idOf(number) } };
      },
      signal: control.signal,
      onRows: () => undefined,
    });
    expect(most).toBe(4);
    expect(asked).toBe(8);
    const { found, waiting, asking } = pastedCounts(ended);
    expect(asking).toBe(0);
    expect(found + waiting).toBe(20);
    expect(found).toBeGreaterThan(0);
    expect(waiting).toBeGreaterThanOrEqual(12);
  });
});
