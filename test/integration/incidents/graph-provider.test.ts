import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { beginAlertSearch, type GraphAsk, searchAlerts } from '../../../main/incidents/graph-alerts';
import { graphColumns } from '../../../main/incidents/graph-columns';
import { GraphProvider } from '../../../main/incidents/graph-provider';
import type { PageRange, PageResult, ProviderPage } from '../../../main/incidents/provider';
import { type Sandbox, startSandbox, type TenantState } from '../../../sandbox/index';
import { tokenOf } from '../sandbox/client';

const NOW = new Date('2026-01-15T12:00:00Z');
const GRAPH = { scope: 'https://graph.microsoft.com/.default' };

let sandbox: Sandbox;
let tenantId: string;
let token: string;
let provider: GraphProvider;
beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 2, incidents: 130, now: NOW });
  provider = new GraphProvider({ environment: { graphBase: sandbox.url }, fetch, now: Date.now });
});
afterEach(() => sandbox.close());

async function tenantIn(state: TenantState): Promise<void> {
  tenantId = sandbox.tenants[0]?.tenantId ?? '';
  sandbox.control.setTenantState(tenantId, state);
  token = await tokenOf(sandbox, tenantId, GRAPH);
  sandbox.control.clearRequests();
}

const signal = new AbortController().signal;
const EVERYTHING: PageRange = { createdSince: null, updatedSince: null };
/** As `PageRequests` asks: lighter, as long as that may mend it. */
async function read(cursor: string | null, range = EVERYTHING): Promise<PageResult> {
  for (let lighter = 0; ; lighter++) {
    const result = await provider.readPage({ tenantId, accessToken: token, range, cursor, signal, lighter });
    if (result.ok || !result.tooMuch) return result;
  }
}

async function allPages(range = EVERYTHING): Promise<ProviderPage[]> {
  const pages: ProviderPage[] = [];
  for (let cursor: string | null = null; ; ) {
    const result = await read(cursor, range);
    if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail}`);
    pages.push(result.page);
    if (result.page.next === null) return pages;
    cursor = result.page.next;
  }
}

const bodyOf = (page: ProviderPage): string => Buffer.from(page.bytes).toString('utf8');
const paths = () => sandbox.control.requests().map(({ path }) => path);

interface Told {
  id: string;
  alerts: string[];
}

/** Incidents with the ids of their alerts, as read and as they are in the cloud. The last rows of a page come again with the next, and are stored by their id. */
const shown = (pages: readonly ProviderPage[]): Told[] =>
  asRead(pages).filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index);
const asRead = (pages: readonly ProviderPage[]): Told[] =>
  pages.flatMap((page) =>
    page.rows.map(({ incidentId, rawIndex }) => ({
      id: incidentId,
      alerts: provider.contentAt(bodyOf(page), rawIndex).alerts.map(({ alertId }) => alertId),
    })),
  );
const truth = (): Told[] =>
  sandbox.control
    .truth(tenantId)
    .map((one) => ({ id: String(one.incidentId), alerts: (one.alerts as { alertId: string }[]).map(({ alertId }) => alertId) }));
const sorted = (list: readonly Told[]): Told[] => list.map(({ id, alerts }) => ({ id, alerts: alerts.toSorted() }));

describe('with alerts expanded', () => {
  beforeEach(() => tenantIn('graphOnly'));

  it('reads every incident and every alert, with the last five rows of a page again', async () => {
    const pages = await allPages();
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 40]);
    expect(shown(pages)).toEqual(truth());
    expect(paths()).toEqual(Array.from({ length: 3 }, () => '/v1.0/security/incidents'));
  });

  it('follows the links of a service that refuses the number of a page', async () => {
    const refusing: FetchPort = async (url, init) => {
      const { searchParams } = new URL(url);
      if (!searchParams.has('$skip')) return fetch(url, init);
      return Response.json({ error: { code: 'BadRequest', message: "Query option 'Skip' is not allowed." } }, { status: 400 });
    };
    provider = new GraphProvider({ environment: { graphBase: sandbox.url }, fetch: refusing, now: Date.now });
    const pages = await allPages();
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 30]);
    expect(shown(pages)).toEqual(truth());
  });

  it('asks for what was updated since a moment, that moment included', async () => {
    const since = Date.parse(String(sandbox.control.truth(tenantId)[40]?.lastUpdateTime));
    const wanted = sandbox.control.truth(tenantId).filter((one) => Date.parse(String(one.lastUpdateTime)) >= since);
    const pages = await allPages({ updatedSince: since, createdSince: null });
    expect(shown(pages).map(({ id }) => id)).toEqual(wanted.map((one) => String(one.incidentId)));
  });

  it('asks for what was created since a moment', async () => {
    const createdSince = Date.parse('2026-01-10T00:00:00Z');
    const pages = await allPages({ createdSince, updatedSince: null });
    const rows = [...new Map(pages.flatMap((page) => page.rows).map((row) => [row.incidentId, row])).values()];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBe(sandbox.control.truth(tenantId).filter((one) => Date.parse(String(one.createdTime)) >= createdSince).length);
  });

  it('says when to come back, by the header', async () => {
    sandbox.control.throttle(tenantId, { limitPerMinute: 1, style: 'body' });
    await read(null);
    const result = await read(null);
    expect(result).toMatchObject({ ok: false, problem: { code: 'throttled', httpStatus: 429 } });
    if (!result.ok) expect(result.problem.retryAt).toBeGreaterThan(Date.now());
  });

  it('does not take the token to another host, nor back to where it was', async () => {
    const page = (link: string) => ({ value: [], '@odata.nextLink': link });
    sandbox.control.fault({ match: 'graph', status: 200, times: 1, body: page('https://evil.example/v1.0/security/incidents') });
    expect(await read(null)).toMatchObject({
      ok: false,
      problem: { code: 'unreadable', detail: expect.stringContaining('evil.example') as string },
    });
    const kept = JSON.stringify({ link: 'https://evil.example/', skip: 50, expand: true });
    expect(await read(kept)).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
    expect(sandbox.control.requests()).toHaveLength(1);
  });

  it('is asked again as it was when the whole service is ill', async () => {
    sandbox.control.fault({ match: 'graph', status: 503, times: 2 });
    expect(await read(null)).toMatchObject({ ok: false, problem: { code: 'serviceError', httpStatus: 503 } });
    expect(shown(await allPages())).toEqual(truth());
  });

  it('is not tried without alerts while the service says to wait', async () => {
    sandbox.control.fault({ match: 'graph', status: 503, times: 1, headers: { 'retry-after': '7' } });
    expect(await read(null)).toMatchObject({ ok: false, problem: { code: 'serviceError' } });
    expect(sandbox.control.requests()).toHaveLength(1);
  });

  it('reads one incident with its alerts, and says when there is none', async () => {
    const wanted = truth()[7];
    const result = await provider.readIncident({ tenantId, accessToken: token, incidentId: wanted?.id ?? '', signal });
    if (!result.ok) throw new Error(result.problem.code);
    expect(sorted(shown([result.page]))).toEqual(sorted(truth().slice(7, 8)));
    expect(await provider.readIncident({ tenantId, accessToken: token, incidentId: '1', signal })).toMatchObject({
      ok: true,
      page: { rows: [] },
    });
  });

  it('names the roles that are missing, and a tenant without the product', async () => {
    sandbox.control.setTenantState(tenantId, 'notLicensed');
    expect(await read(null)).toMatchObject({ ok: false, problem: { code: 'notLicensed' } });
    await tenantIn('consented');
    expect(await read(null)).toMatchObject({
      ok: false,
      problem: { code: 'rolesMissing', missingRoles: ['SecurityIncident.Read.All', 'SecurityIncident.ReadWrite.All'] },
    });
  });
});

describe('where alerts cannot be expanded', () => {
  it('takes them in a second step: none lost, none doubled, every digit kept', async () => {
    await tenantIn('graphExpandFails');
    sandbox.control.tamperIncident(tenantId, 3, { priorityScore: 12345678901234 });
    sandbox.control.addIncident(tenantId);
    const pages = await allPages();
    expect(sorted(shown(pages))).toEqual(sorted(truth()));
    const counts = new Map(pages.flatMap(({ rows }) => rows.map(({ incidentId, alertCount }) => [incidentId, alertCount] as const)));
    expect([...counts]).toEqual(truth().map(({ id, alerts }) => [id, alerts.length]));
    expect(bodyOf(pages[0] as ProviderPage)).toContain('12345678901234');
    // The failure is met twice, the second time with fewer incidents; after that the list is asked for without alerts.
    expect(sandbox.control.requests().filter(({ status }) => status === 504)).toHaveLength(2);
  });

  it('goes over to it in the middle of a read, at the place it was', async () => {
    await tenantIn('graphOnly');
    const first = await read(null);
    if (!first.ok) throw new Error(first.problem.code);
    sandbox.control.setTenantState(tenantId, 'graphExpandFails');
    sandbox.control.fault({ match: 'graph', status: 504, times: 1 });
    const pages = [first.page];
    for (let cursor = first.page.next; cursor !== null; ) {
      const result = await read(cursor);
      if (!result.ok) throw new Error(result.problem.code);
      pages.push(result.page);
      cursor = result.page.next;
    }
    // The place is a few rows back, as the list may have moved: those come twice, and are stored by their id.
    expect(sorted(shown(pages))).toEqual(sorted(truth()));
    expect(asRead(pages)).toHaveLength(truth().length + 10);
  });

  it('goes on with the alerts where a limit stopped it', async () => {
    await tenantIn('graphExpandFails');
    // The list with alerts, with fewer rows, the list without, and the first page of alerts pass.
    sandbox.control.fault({ match: 'graph', status: 429, times: 1, skip: 4, headers: { 'retry-after': '1' } });
    expect(await read(null)).toMatchObject({ ok: false, problem: { code: 'throttled' } });
    const before = sandbox.control.requests().length;
    const result = await read(null);
    if (!result.ok) throw new Error(result.problem.code);
    expect(sandbox.control.requests()[before]).toMatchObject({
      path: '/v1.0/security/alerts_v2',
      query: expect.stringContaining('skiptoken') as string,
    });
    expect(sorted(shown([result.page]))).toEqual(sorted(truth().slice(0, 50)));
  });

  const alertsOf = (index: number) => sandbox.control.truth(tenantId)[index]?.alerts as Record<string, unknown>[];
  const DAY = 86_400_000;
  const daysBefore = (index: number, days: number) =>
    new Date(Date.parse(String(sandbox.control.truth(tenantId)[index]?.createdTime)) - days * DAY).toISOString();
  const contentOf = (pages: readonly ProviderPage[], index: number) => {
    const page = pages[Math.floor(index / 50)] as ProviderPage;
    return provider.contentAt(bodyOf(page), index % 50);
  };

  it('finds an alert made long before its incident by its last update, and one not changed since by its incident', async () => {
    await tenantIn('graphExpandFails');
    const [first] = alertsOf(5);
    const late = {
      ...first,
      alertId: 'late',
      creationTime: daysBefore(5, 300),
      lastUpdatedTime: new Date(NOW.getTime() - 1_000).toISOString(),
    };
    sandbox.control.tamperIncident(tenantId, 5, { alerts: [...alertsOf(5), late] });
    const old = daysBefore(9, 300);
    sandbox.control.tamperIncident(tenantId, 9, {
      alerts: alertsOf(9).map((one) => ({ ...one, creationTime: old, lastUpdatedTime: old })),
    });
    const pages = await allPages();
    expect(sorted(shown(pages))).toEqual(sorted(truth()));
    // What was looked for by time may lack what is older still; what came with its incident does not.
    expect([contentOf(pages, 5).alertsMayLack, contentOf(pages, 9).alertsMayLack]).toEqual([true, false]);
    expect(paths().filter((path) => path.startsWith('/v1.0/security/incidents/'))).toHaveLength(1);
  });

  it('marks an incident whose alerts cannot be found at all, and reads on', async () => {
    await tenantIn('graphExpandFails');
    const id = truth()[2]?.id ?? '';
    const old = daysBefore(2, 300);
    sandbox.control.tamperIncident(tenantId, 2, {
      alerts: alertsOf(2).map((one) => ({ ...one, creationTime: old, lastUpdatedTime: old })),
    });
    const illForOne: FetchPort = async (url, init) =>
      url.includes(`/incidents/${id}`) ? new Response('', { status: 504 }) : fetch(url, init);
    provider = new GraphProvider({ environment: { graphBase: sandbox.url }, fetch: illForOne, now: Date.now });
    const pages = await allPages();
    expect(contentOf(pages, 2)).toMatchObject({ alerts: [], alertsMayLack: true });
    expect(sorted(shown(pages)).filter((one) => one.id !== id)).toEqual(sorted(truth()).filter((one) => one.id !== id));
  });

  it('asks before every further call, and goes on where there was no room', async () => {
    await tenantIn('graphExpandFails');
    let room = 2;
    const meter = () => {
      room -= 1;
      return room < 0 ? { code: 'throttled' as const, at: 0, retryAt: 1 } : null;
    };
    const metered = () => provider.readPage({ tenantId, accessToken: token, range: EVERYTHING, cursor: null, signal, meter, lighter: 1 });
    expect(await metered()).toMatchObject({ ok: false, problem: { code: 'throttled' } });
    // The list with alerts, then without, then the first page of alerts.
    expect(sandbox.control.requests()).toHaveLength(3);
    room = 1_000;
    // The token ended meanwhile.
    const before = token;
    token = await tokenOf(sandbox, tenantId, GRAPH);
    expect(token).not.toBe(before);
    const result = await metered();
    if (!result.ok) throw new Error(result.problem.code);
    expect(sorted(shown([result.page]))).toEqual(sorted(truth().slice(0, 50)));
    expect(1_000 - room).toBe(paths().filter((path) => path.startsWith('/v1.0/')).length - 3 - 1);
  });

  it('keeps of the alerts of a month those of the page alone', async () => {
    await tenantIn('graphExpandFails');
    const incidents = truth().slice(0, 2);
    const items = incidents.map(({ id }) => ({ id }));
    const search = beginAlertSearch(
      sandbox.url,
      { text: JSON.stringify({ value: items }), items, next: null, servedAt: null },
      items.map(graphColumns),
    );
    const ask: GraphAsk = async (url) => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      const text = await answer.text();
      const body = JSON.parse(text) as { value: unknown[]; '@odata.nextLink'?: string };
      return { ok: true, body: { text, items: body.value, next: body['@odata.nextLink'] ?? null, servedAt: null } };
    };
    expect(await searchAlerts(search, sandbox.url, ask, signal)).toBeNull();
    expect([...search.found.keys()].toSorted()).toEqual(incidents.flatMap(({ alerts }) => alerts).toSorted());
  });

  it('ends when the read does', async () => {
    await tenantIn('graphExpandFails');
    const ended = AbortSignal.abort();
    expect((await provider.readPage({ tenantId, accessToken: token, range: EVERYTHING, cursor: null, signal: ended })).ok).toBe(false);
  });
});
