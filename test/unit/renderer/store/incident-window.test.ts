import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentPage, IncidentQuery, IncidentRow } from '../../../../contract/incident';
import type { Result } from '../../../../contract/result';
import { listQuery, NEWEST_FIRST } from '../../../../renderer/store/incident-filter';
import { IncidentWindow } from '../../../../renderer/store/incident-window';

const TENANT = '11111111-2222-4333-8444-555555555555';
const ALL = listQuery(null, NEWEST_FIRST);

interface Asked {
  query: IncidentQuery;
  answer(result: Result<IncidentPage>): Promise<void>;
}

let asked: Asked[];
let list: IncidentWindow;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  list = new IncidentWindow(
    (query) =>
      new Promise((resolve) => {
        asked.push({
          query,
          answer: async (result) => {
            resolve(result);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
  );
});
afterEach(() => vi.useRealTimers());

function row(name: string): IncidentRow {
  return {
    tenantId: TENANT,
    tenantName: 'Contoso',
    tenantState: 'fresh',
    incidentId: name,
    name,
    severity: 'high',
    status: 'Active',
    assignedTo: null,
    classification: null,
    determination: null,
    alertCount: 1,
    createdAt: null,
    updatedAt: null,
    redirectIncidentId: null,
    surface: 'xdr',
    readAt: 0,
    unlistedAt: null,
    news: null,
  };
}

/** The page a query asks for, of a list of `total` rows named after the version and their place. */
function pageOf(query: IncidentQuery, total: number, version = 'v1'): Result<IncidentPage> {
  const count = Math.max(0, Math.min(query.limit, total - query.offset));
  const rows = Array.from({ length: count }, (_, index) => row(`${version} ${query.offset + index}`));
  return {
    ok: true,
    value: { rows, total, coverage: { total: 1, byState: { fresh: 1 } }, bySeverity: { high: total }, search: null, groups: null },
  };
}

async function answerNext(total: number, version?: string): Promise<void> {
  const next = asked.shift();
  if (!next) throw new Error('Nothing was asked');
  await next.answer(pageOf(next.query, total, version));
}

describe('a list of 100,000 rows', () => {
  it('is asked for in pages of what is in view, each once', async () => {
    list.show(ALL);
    await answerNext(100_000);
    list.want([[0, 40]]);
    list.want([[20, 60]]);
    expect(asked).toHaveLength(0);
    list.want([[99_950, 99_990]]);
    list.want([[99_955, 99_995]]);
    expect(asked.map(({ query }) => [query.offset, query.limit])).toEqual([[99_900, 100]]);
    await answerNext(100_000);
    expect(list.rowAt(99_999)?.name).toBe('v1 99999');
    expect(list.rowAt(50_000)).toBeUndefined();
    expect(list.view()).toMatchObject({ state: 'ready', total: 100_000 });
  });

  it('holds a bounded part of it', async () => {
    list.show(ALL);
    await answerNext(100_000);
    for (let page = 1; page <= 60; page += 1) {
      list.want([[page * 100, page * 100 + 40]]);
      await answerNext(100_000);
    }
    const held = Array.from({ length: 61 }, (_, page) => list.rowAt(page * 100)).filter(Boolean);
    expect(held).toHaveLength(40);
    expect(list.rowAt(6040)?.name).toBe('v1 6040');
  });
});

describe('a change', () => {
  it('keeps the rows on screen until their new version is there', async () => {
    list.show(ALL);
    await answerNext(3, 'v1');
    list.invalidate();
    list.invalidate();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    expect(list.rowAt(0)?.name).toBe('v1 0');
    expect(list.view().state).toBe('ready');
    await answerNext(4, 'v2');
    expect(list.rowAt(0)?.name).toBe('v2 0');
    expect(list.view().total).toBe(4);
  });

  it('leaves rows that say the same the ones they were', async () => {
    list.show(ALL);
    await answerNext(3);
    const before = [list.rowAt(0), list.rowAt(1)];
    list.invalidate();
    await vi.advanceTimersByTimeAsync(1000);
    const { query, answer } = asked.shift() ?? expect.fail('Nothing was asked');
    const [first, second, third] = ['v1 0', 'v1 1', 'v1 2'].map(row);
    if (!first || !second || !third) expect.fail('Three rows');
    const next = pageOf(query, 3);
    if (!next.ok) expect.fail('An answer');
    await answer({ ok: true, value: { ...next.value, rows: [third, first, { ...second, status: 'Resolved' }] } });
    expect(list.rowAt(1)).toBe(before[0]);
    expect(list.rowAt(2)).not.toBe(before[1]);
    expect(list.rowAt(2)?.status).toBe('Resolved');
  });

  it('during a load is followed by one more load', async () => {
    list.show(ALL);
    list.invalidate();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    await answerNext(3, 'v1');
    expect(list.rowAt(0)?.name).toBe('v1 0');
    await answerNext(3, 'v2');
    expect(list.rowAt(0)?.name).toBe('v2 0');
    expect(asked).toHaveLength(0);
  });
});

describe('another list', () => {
  it('drops rows and late answers of the one before', async () => {
    list.show(ALL);
    const [late] = asked.splice(0);
    list.show(listQuery(TENANT, NEWEST_FIRST));
    await answerNext(2, 'one tenant');
    await late?.answer(pageOf({ ...ALL, offset: 0, limit: 100 }, 9, 'late'));
    expect(list.rowAt(0)?.name).toBe('one tenant 0');
    expect(list.view().total).toBe(2);
  });

  it('of another profile never shows an answer of the old one', async () => {
    list.show(ALL);
    const [late] = asked.splice(0);
    list.forget();
    expect(asked).toHaveLength(1);
    await late?.answer(pageOf({ ...ALL, offset: 0, limit: 100 }, 9, 'old profile'));
    expect(list.rowAt(0)).toBeUndefined();
    expect(list.view()).toMatchObject({ state: 'loading', summary: null });
    await answerNext(1, 'new profile');
    expect(list.rowAt(0)?.name).toBe('new profile 0');
  });

  it('that is the same one is not asked for again', async () => {
    list.show(ALL);
    await answerNext(1);
    list.show({ ...ALL });
    expect(asked).toHaveLength(0);
  });
});

it('says why it failed, and tries again when told', async () => {
  list.show(ALL);
  const error = { code: 'storeClosed', message: '', retryable: true, correlationId: 'c' } as const;
  await asked.shift()?.answer({ ok: false, error });
  expect(list.view()).toMatchObject({ state: 'failed', error });
  list.retry();
  await answerNext(1);
  expect(list.view()).toMatchObject({ state: 'ready', error: null });
});

it('asks once more when told, also where it has an answer', async () => {
  list.show(ALL);
  await answerNext(0);
  list.retry();
  expect(asked).toHaveLength(1);
  await answerNext(1);
  expect(list.view()).toMatchObject({ state: 'ready', total: 1 });
});

it('tells its listeners', async () => {
  const listener = vi.fn();
  const stop = list.subscribe(listener);
  list.show(ALL);
  await answerNext(1);
  const calls = listener.mock.calls.length;
  expect(calls).toBeGreaterThan(0);
  stop();
  list.retry();
  expect(listener).toHaveBeenCalledTimes(calls);
});

describe('numbers over the list', () => {
  it('of one tenant are not shown under another, those of another filter until its own come', async () => {
    list.show(ALL);
    await asked[0]?.answer(pageOf(asked[0].query, 7));
    list.show(listQuery(null, { ...NEWEST_FIRST, text: 'x' }));
    expect(list.view()).toMatchObject({ state: 'loading', total: 7, summary: { bySeverity: { high: 7 } } });
    list.show(listQuery(TENANT, NEWEST_FIRST));
    expect(list.view()).toMatchObject({ state: 'loading', total: 0, summary: null });
  });

  it.each([
    ['some tenants', { tenantIds: [TENANT] }],
    ['a group of them', { tenantGroups: ['Banks'] }],
  ])('of all are not shown as those of %s, nor the other way round', async (_name, chosen) => {
    const some = listQuery(null, { ...NEWEST_FIRST, ...chosen });
    list.show(ALL);
    await answerNext(7);
    list.show(some);
    expect(list.view()).toMatchObject({ total: 0, summary: null, holding: false });
    await answerNext(3);
    list.show(ALL);
    expect(list.view()).toMatchObject({ total: 0, summary: null, holding: false });
  });

  it('of the list before are not those of one that could not be read; its own stay when it fails later', async () => {
    const failure = { ok: false, error: { code: 'internal', message: '', retryable: true, correlationId: '' } } as const;
    list.show(ALL);
    await answerNext(7);
    list.show(listQuery(null, { ...NEWEST_FIRST, severities: ['low'] }));
    await asked.shift()?.answer(failure);
    expect(list.view()).toMatchObject({ state: 'failed', total: 0, summary: null });
    list.retry();
    await answerNext(2);
    list.invalidate();
    await vi.advanceTimersByTimeAsync(1_000);
    await asked.shift()?.answer(failure);
    expect(list.view()).toMatchObject({ state: 'failed', total: 2, summary: { bySeverity: { high: 2 } } });
  });
});

describe('rows of the list before', () => {
  const NARROWED = listQuery(null, { ...NEWEST_FIRST, severities: ['high'] });

  beforeEach(async () => {
    list.show(ALL);
    await answerNext(7, 'before');
  });

  it('are drawn until the first answer, and are never the rows of the new list', async () => {
    list.show(NARROWED);
    expect(list.view()).toMatchObject({ state: 'loading', holding: true, total: 7 });
    expect(list.heldAt(0)?.name).toBe('before 0');
    expect(list.rowAt(0)).toBeUndefined();
    await answerNext(3, 'after');
    expect(list.view()).toMatchObject({ state: 'ready', holding: false, total: 3 });
    expect(list.heldAt(0)).toBeUndefined();
    expect(list.rowAt(0)?.name).toBe('after 0');
  });

  it('go where the answer takes long, or is a failure', async () => {
    list.show(NARROWED);
    vi.advanceTimersByTime(100);
    expect(list.view()).toMatchObject({ state: 'loading', holding: false });
    expect(list.heldAt(0)).toBeUndefined();
    list.show(ALL);
    expect(list.view().holding).toBe(false);
    await asked.at(-1)?.answer(pageOf({ ...ALL, offset: 0, limit: 100 }, 7));
    list.show(NARROWED);
    await asked.at(-1)?.answer({ ok: false, error: { code: 'internal', message: '', retryable: true, correlationId: '' } });
    expect(list.view()).toMatchObject({ state: 'failed', holding: false });
    expect(list.heldAt(0)).toBeUndefined();
  });

  it.each([
    ['of another tenant', listQuery(TENANT, NEWEST_FIRST)],
    ['grouped in another way', listQuery(null, { ...NEWEST_FIRST, groupBy: 'severity' })],
  ])('are not drawn in a list %s', (_name, query) => {
    list.show(query);
    expect(list.view().holding).toBe(false);
    expect(list.heldAt(0)).toBeUndefined();
  });

  it('are not drawn for another profile', () => {
    list.show(NARROWED);
    list.forget();
    expect(list.view().holding).toBe(false);
    expect(list.heldAt(0)).toBeUndefined();
  });
});

describe('rows that are read again', () => {
  /** A page of rows by name. */
  const named = (names: string[], total = names.length): Result<IncidentPage> => {
    const answer = pageOf({ ...ALL, offset: 0, limit: 100 }, total);
    return answer.ok ? { ok: true, value: { ...answer.value, rows: names.map(row) } } : answer;
  };
  /** Answers all that is asked from a list of these names. */
  const answerFrom = async (names: string[]) => {
    for (const { query, answer } of asked.splice(0))
      await answer(named(names.slice(query.offset, query.offset + query.limit), names.length));
  };
  const change = async (names: string[]) => {
    list.invalidate();
    await vi.advanceTimersByTimeAsync(1000);
    await answerFrom(names);
    return list.view().shift;
  };
  const many = Array.from({ length: 1_000 }, (_, at) => `row ${at}`);

  it('are told where they went, and which are gone', async () => {
    list.show(ALL);
    await answerFrom(['a', 'b', 'c', 'd']);
    const { placeOf, revision } = await change(['new', 'newer', 'a', 'd', 'b']);
    expect(revision).toBe(1);
    expect([0, 1, 2, 3, 4].map(placeOf)).toEqual([2, 4, undefined, 3, undefined]);
    expect((await change(['a'])).revision).toBe(2);
  });

  it('are looked for in all pages in view, which change as one', async () => {
    list.show(ALL);
    list.want([[90, 120]]);
    await answerFrom(many);
    list.invalidate();
    await vi.advanceTimersByTimeAsync(1000);
    const [first, second] = asked;
    const next = ['new', ...many];
    await second?.answer(named(next.slice(100, 200), next.length));
    expect([list.rowAt(99)?.name, list.view().shift.revision]).toEqual(['row 99', 0]);
    await first?.answer(named(next.slice(0, 100), next.length));
    expect([list.rowAt(100)?.name, list.view().shift.placeOf(99)]).toEqual(['row 99', 100]);
  });

  it('are told apart from those off screen, which stay where they are held until they are read again', async () => {
    list.show(ALL);
    await answerFrom(many);
    list.want([[0, 40]], 3);
    list.want([[960, 990]], 3);
    await answerFrom(many);
    const { placeOf } = await change(['new', 'newer', ...many]);
    expect([970, 3].map(placeOf)).toEqual([972, 3]);
    expect([list.rowAt(972)?.name, list.activeRow()?.name]).toEqual(['row 970', 'row 3']);
    list.want([[0, 40]], 3);
    await answerFrom(['new', 'newer', ...many]);
    expect(list.view().shift.placeOf(3)).toBe(5);
  });

  it('are known as far as the active one is, however far one scrolls', async () => {
    list.show(ALL);
    await answerNext(100_000);
    for (let page = 1; page <= 60; page += 1) {
      list.want([[page * 100, page * 100 + 40]], 3);
      await answerNext(100_000);
    }
    expect(list.activeRow()?.name).toBe('v1 3');
  });
});
