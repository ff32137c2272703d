import { describe, expect, it } from 'vitest';
import type { TokenWish } from '../../../main/identity/token-port';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { incidents, NOW, ONE, page, refuse, setUp, TENANTS } from './fake-service';

const skipOf = (url: string): number => Number(new URL(url).searchParams.get('$skip'));
const list = (total: number) => (asked: { url: string }) => page(incidents(skipOf(asked.url), Math.min(skipOf(asked.url) + 100, total)));

describe('paging', () => {
  it.each([
    [0, 1],
    [5, 1],
    [100, 2],
    [250, 3],
  ])('reads all of %i incidents with %i requests', async (total, requests) => {
    const { sync, asked, pages, attempts } = setUp(list(total));
    const [outcome] = await sync();
    expect(outcome).toMatchObject({ tenantId: ONE, result: 'complete', incidents: total });
    expect(asked.map(({ url }) => url)).toEqual(
      Array.from({ length: requests }, (_, index) => `https://api.lab.example/api/incidents?$top=100&$skip=${index * 95}`),
    );
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ incidentId }) => incidentId))).size).toBe(total);
    expect(attempts).toEqual([{ tenantId: ONE, result: { at: NOW, kind: 'complete', readOver: { surface: 'xdr', preferred: 'xdr' } } }]);
  });

  it('stores each body byte for byte', async () => {
    const body = ' { "value" : [ {"incidentId": 9007199254740993, "incidentName": "Ä\\u00e4 <b>"} ] }\n';
    const { sync, bodies, pages } = setUp(() => new Response(body));
    await sync();
    expect(bodies()).toEqual([body]);
    expect(pages[0]?.rows[0]?.incidentId).toBe('9007199254740993');
  });

  it('follows @odata.nextLink on the same host, also from a short page', async () => {
    const { sync, asked } = setUp(({ url }) =>
      url.includes('$skiptoken')
        ? page(incidents(3, 5))
        : page(incidents(0, 3), { '@odata.nextLink': 'https://api.lab.example/api/incidents?$skiptoken=x' }),
    );
    expect((await sync())[0]).toMatchObject({ result: 'complete', incidents: 5, pages: 2 });
    expect(asked[1]?.url).toBe('https://api.lab.example/api/incidents?$skiptoken=x');
  });

  it('ends with a problem where links lead round in a circle', async () => {
    const { sync, asked } = setUp(({ url }) => {
      const first = url.includes('$skiptoken=b');
      const link = `https://api.lab.example/api/incidents?$skiptoken=${first ? 'a' : 'b'}`;
      return page(first ? incidents(3, 6) : incidents(0, 3), { '@odata.nextLink': link });
    });
    expect((await sync())[0]).toMatchObject({ result: 'partial', problem: { code: 'unreadable' } });
    expect(asked.length).toBeLessThan(15);
  });

  it('follows a relative @odata.nextLink from the address it asked for', async () => {
    const { sync, asked } = setUp(({ url }) =>
      url.includes('$skiptoken') ? page(incidents(3, 5)) : page(incidents(0, 3), { '@odata.nextLink': 'incidents?$skiptoken=x' }),
    );
    expect((await sync())[0]).toMatchObject({ result: 'complete', incidents: 5 });
    expect(asked[1]?.url).toBe('https://api.lab.example/api/incidents?$skiptoken=x');
  });

  it.each([
    'https://evil.example/api/incidents',
    'http://api.lab.example/api/incidents',
    'https://api.lab.example.evil.example/',
    '//evil.example',
    'https://[',
    'javascript:alert(1)',
  ])('never takes the token to %s', async (link) => {
    const { sync, asked, attempts } = setUp(() => page(incidents(0, 3), { '@odata.nextLink': link }));
    expect((await sync())[0]).toMatchObject({ result: 'failed', problem: { code: 'unreadable' } });
    expect(asked).toHaveLength(1);
    expect(attempts).toMatchObject([{ result: { kind: 'problem', problem: { code: 'unreadable' } } }]);
  });

  it('ends when the service repeats itself instead of paging', async () => {
    const { sync, asked } = setUp(() => page(incidents(0, 100)));
    expect((await sync())[0]).toMatchObject({ result: 'partial', problem: { code: 'unreadable' } });
    expect(asked.length).toBeLessThan(10);
  });

  it('hides no incident behind one that vanishes while the service sends links that count', async () => {
    let listed = incidents(0, 150);
    const { sync, pages } = setUp(({ url }) => {
      const skip = skipOf(url);
      const items = listed.slice(skip, skip + 100);
      const more = skip + 100 < listed.length;
      if (skip === 0) listed = listed.slice(1);
      return page(items, more ? { '@odata.nextLink': `https://api.lab.example/api/incidents?$top=100&$skip=${skip + 100}` } : {});
    });
    expect((await sync())[0]).toMatchObject({ result: 'complete', incidents: 150 });
    const stored = new Set(pages.flatMap(({ rows }) => rows.map(({ incidentId }) => incidentId)));
    for (const { incidentId } of listed) expect(stored).toContain(String(incidentId));
  });

  it('follows the link where the number is refused', async () => {
    const { sync, asked } = setUp(({ url }) => {
      if (url.includes('$skiptoken')) return page(incidents(100, 120));
      if (skipOf(url) > 0) return refuse(400, 'BadRequest', 'The value of $skip is not supported.');
      return page(incidents(0, 100), { '@odata.nextLink': 'https://api.lab.example/api/incidents?$skiptoken=x' });
    });
    expect((await sync())[0]).toMatchObject({ result: 'complete', incidents: 120 });
    expect(asked).toHaveLength(3);
  });

  it('bears pages that shift while they are read', async () => {
    const { sync, pages } = setUp(({ url }) => (skipOf(url) === 0 ? page(incidents(10, 110)) : page(incidents(103, 150))));
    expect((await sync())[0]).toMatchObject({ result: 'complete', incidents: 140 });
    expect(pages).toHaveLength(2);
  });
});

describe('weather', () => {
  it('renews a refused token once', async () => {
    const { sync, asked } = setUp(({ token }) =>
      token.endsWith('#0') ? refuse(401, 'Unauthorized', 'The token is expired') : page(incidents(0, 2)),
    );
    expect((await sync())[0]).toMatchObject({ result: 'complete' });
    expect(asked.map(({ token }) => token)).toEqual([`${ONE}#0`, `${ONE}#1`]);
    const again = setUp(() => refuse(401, 'Unauthorized', 'The token is expired'));
    expect((await again.sync())[0]).toMatchObject({ result: 'failed', problem: { code: 'tokenRefused' } });
    expect(again.asked).toHaveLength(2);
  });

  it('does not renew where the tenant is the reason', async () => {
    const { sync, asked } = setUp(() => refuse(401, 'Unauthorized', 'Unauthorized request - reason of failure: Account mode is inactive'));
    expect((await sync())[0]).toMatchObject({ result: 'failed', problem: { code: 'notLicensed' } });
    expect(asked).toHaveLength(1);
  });

  it('waits as long as a throttling service says, then goes on', async () => {
    let calls = 0;
    const { sync, waits } = setUp(() => {
      calls += 1;
      return calls === 1 ? refuse(429, '429', 'You can send requests again in 8 seconds.') : page(incidents(0, 2));
    });
    expect((await sync())[0]).toMatchObject({ result: 'complete', incidents: 2 });
    expect(waits).toEqual([8_000]);
  });

  it('ends with the time named when the wait is long, keeping what was read', async () => {
    const { sync, waits, attempts } = setUp(({ url }) =>
      skipOf(url) === 0 ? page(incidents(0, 100)) : refuse(429, '429', 'again in 20 minutes'),
    );
    expect((await sync())[0]).toMatchObject({
      result: 'partial',
      pages: 1,
      incidents: 100,
      problem: { code: 'throttled', retryAt: NOW + 1_200_000 },
    });
    expect(waits).toEqual([]);
    expect(attempts).toMatchObject([{ result: { kind: 'problem', partial: true } }]);
  });

  it('does not wait for ever', async () => {
    const { sync, asked } = setUp(() => refuse(429, '429', 'again in 8 seconds'));
    expect((await sync())[0]).toMatchObject({ result: 'failed', problem: { code: 'throttled' } });
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['a server fault', () => refuse(500, 'InternalServerError', ''), 'serviceError', 3],
    ['a cut connection', () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')), 'unreachable', 3],
    ['an untrusted certificate', () => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID')), 'tlsFailed', 1],
    ['a web page', () => new Response('<html></html>'), 'unreadable', 1],
    ['half a body', () => new Response('{"value":[{"incidentId":1'), 'unreadable', 1],
    ['no list', () => new Response('{"value":{}}'), 'unreadable', 1],
    [
      'a missing role',
      () => refuse(403, 'Forbidden', 'Missing application roles. API required roles: Incident.Read.All, application roles: .'),
      'rolesMissing',
      1,
    ],
  ])('%s ends the read of that tenant only', async (_name, reply, code, tries) => {
    const [bad = '', good = ''] = TENANTS;
    const { sync, asked, attempts } = setUp(({ tenantId }) => (tenantId === bad ? reply() : page(incidents(0, 2))));
    expect(await sync([bad, good])).toMatchObject([{ result: 'failed', problem: { code } }, { result: 'complete' }]);
    expect(asked.filter(({ tenantId }) => tenantId === bad)).toHaveLength(tries);
    expect(attempts.find(({ tenantId }) => tenantId === bad)?.result).toMatchObject({ kind: 'problem', problem: { code }, partial: false });
  });

  it('tries a faulty server twice more, with growing pauses', async () => {
    let calls = 0;
    const { sync, waits } = setUp(() => {
      calls += 1;
      return calls <= 2 ? refuse(503, '', '') : page(incidents(0, 1));
    });
    expect((await sync())[0]).toMatchObject({ result: 'complete' });
    expect(waits).toEqual([1_000, 3_000]);
  });

  it('says when the store refuses', async () => {
    const { sync, parts } = setUp(list(3));
    const store = { ...parts.store, saveIncidentPage: () => Promise.reject(new Error('disk full')) };
    expect((await sync([ONE], { store }))[0]).toMatchObject({ result: 'failed', problem: { code: 'storeFailed', detail: 'disk full' } });
  });
});

describe('an incident merged into another that is not in the list', () => {
  /** A service that lists incidents merged into these, and a store that knows what is stored. */
  function merged(into: number[], target: (id: number) => Response | null) {
    const changed = () => new Date(NOW - 60_000).toISOString();
    const { parts, ...rest } = setUp(({ url }) => {
      const id = Number(/incidents\/(\d+)$/.exec(url)?.[1] ?? 0);
      if (id > 0) return target(id) ?? refuse(404, 'NotFound', '');
      return page(
        into.map((redirectIncidentId) => ({ incidentId: redirectIncidentId + 1_000, redirectIncidentId, lastUpdateTime: changed() })),
      );
    });
    const stored = () => new Set(rest.pages.flatMap(({ rows }) => rows.map(({ incidentId }) => incidentId)));
    parts.store.missingTargets = async () => into.map(String).filter((id) => !stored().has(id));
    const targetsAsked = () => rest.asked.splice(0).flatMap(({ url }) => /incidents\/(\d+)$/.exec(url)?.[1] ?? []);
    return { ...rest, stored, targetsAsked };
  }
  const found = (incidentId: number) => new Response(JSON.stringify({ incidentId }));

  it('is asked for again ever more rarely where the service fails to give it, which is said, and holds up nothing else', async () => {
    let down = true;
    const { sync, stored, cursors, clock, waits, attempts, targetsAsked } = merged([900, 901], (id) =>
      down && id === 900 ? refuse(500, 'InternalServerError', '') : found(id),
    );
    const unread = (tries: string) => ({
      result: 'partial',
      problem: {
        code: 'targetUnread',
        detail: expect.stringMatching(new RegExp(`^#900: HTTP 500: InternalServerError, ${tries} since `)) as string,
      },
    });
    expect((await sync())[0]).toMatchObject(unread('1 try'));
    // The list was read whole, and so was the other one.
    expect(attempts.at(-1)?.result).toMatchObject({ kind: 'complete', unread: { code: 'targetUnread' } });
    expect(stored()).toContain('901');
    expect(cursors.get(ONE)).toMatchObject({ pass: null, targetsLeft: true });
    targetsAsked();
    waits.length = 0;
    expect((await sync())[0]).toMatchObject(unread('1 try'));
    expect([targetsAsked(), waits]).toEqual([[], []]);
    clock.now += 6 * 60_000;
    expect((await sync())[0]).toMatchObject(unread('2 tries'));
    clock.now += 6 * 60_000;
    targetsAsked();
    expect((await sync())[0]).toMatchObject(unread('2 tries'));
    expect(targetsAsked()).toEqual([]);
    down = false;
    clock.now += 6 * 60_000;
    expect((await sync())[0]).toMatchObject({ result: 'complete' });
    expect(attempts.at(-1)?.result).not.toHaveProperty('unread');
    expect(stored()).toContain('900');
    expect(cursors.get(ONE)).toMatchObject({ targetsLeft: false, unreadTargets: [] });
  });

  it.each(['{}', '{"error":{"code":"InternalServerError"}}', '[]', 'null'])(
    'is no incident of nobody where %s comes in its place',
    async (body) => {
      const { sync, stored } = merged([900], () => new Response(body));
      expect((await sync())[0]).toMatchObject({
        result: 'partial',
        problem: { code: 'targetUnread', detail: expect.stringMatching(/^#900: The answer is not an incident/) as string },
      });
      expect([...stored()]).toEqual(['1900']);
    },
  );

  it('keeps no read going while the service fails with one after the other', async () => {
    const targets = Array.from({ length: 10 }, (_, index) => 100 + index);
    const { sync, targetsAsked } = merged(targets, () => refuse(500, 'InternalServerError', ''));
    expect((await sync())[0]).toMatchObject({ result: 'partial', problem: { code: 'targetUnread' } });
    expect(new Set(targetsAsked()).size).toBe(2);
  });

  it('is read though more than a read follows are not there, each of which is asked for once', async () => {
    const targets = Array.from({ length: 30 }, (_, index) => 100 + index);
    const { sync, stored, targetsAsked } = merged(targets, (id) =>
      id === 129 ? found(id) : id === 128 ? refuse(400, 'BadRequest', '') : null,
    );
    await sync();
    expect(targetsAsked()).toHaveLength(20);
    expect((await sync())[0]).toMatchObject({ result: 'complete' });
    expect(targetsAsked()).toHaveLength(10);
    expect(stored()).toContain('129');
    await sync();
    expect(targetsAsked()).toEqual([]);
  });
});

describe('many tenants', () => {
  it('answers in the order asked for, and reports as it goes', async () => {
    const { sync, progress } = setUp(list(150));
    const outcomes = await sync(TENANTS);
    expect(outcomes.map(({ tenantId }) => tenantId)).toEqual(TENANTS);
    expect(progress[0]).toMatchObject({ running: true, tenantsTotal: 5, tenantsDone: 0 });
    expect(progress.at(-1)).toEqual({
      running: false,
      tenantsTotal: 5,
      tenantsDone: 5,
      tenantsFailed: 0,
      incidentsRead: 750,
      startedAt: NOW,
      finishedAt: NOW,
    });
  });

  it('reads tenants side by side, within the limit', async () => {
    let running = 0;
    let most = 0;
    const { sync } = setUp(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return page([]);
    });
    await sync(TENANTS, { atOnce: 3 });
    expect(most).toBe(3);
  });

  it("notes a refusal of the partner's own credential on each tenant it kept from being read, and ends no other", async () => {
    const { sync, refusals, attempts, progress } = setUp(list(150));
    const [bad = '', ...good] = TENANTS;
    refusals.set(bad, { code: 'credentialExpired', at: NOW });
    expect(await sync(TENANTS, { atOnce: 1 })).toMatchObject([
      { tenantId: bad, result: 'failed', problem: { code: 'credentialExpired' } },
      ...good.map((tenantId) => ({ tenantId, result: 'complete' })),
    ]);
    expect(attempts.find(({ tenantId }) => tenantId === bad)?.result).toMatchObject({
      kind: 'problem',
      problem: { code: 'credentialExpired' },
    });
    expect(progress.at(-1)).toMatchObject({ running: false, tenantsDone: 5, tenantsFailed: 1 });
  });

  it('ends the read of one tenant where ours is at fault, and says no word of what was read', async () => {
    const { sync, parts, attempts } = setUp(list(150));
    const [bad = '', ...good] = TENANTS;
    const tokens = {
      getToken: (tenantId: string, wish: TokenWish) => {
        if (tenantId === bad) throw new RangeError('secret words');
        return parts.tokens.getToken(tenantId, wish);
      },
    };
    expect(await sync(TENANTS, { tokens })).toMatchObject([
      { tenantId: bad, result: 'failed', problem: { code: 'internal' } },
      ...good.map((tenantId) => ({ tenantId, result: 'complete' })),
    ]);
    const noted = attempts.find(({ tenantId }) => tenantId === bad)?.result;
    expect(noted).toMatchObject({ kind: 'problem', problem: { code: 'internal', detail: 'The read broke off: RangeError.' } });
  });

  it('ends at once when cancelled while a token is waited for, however long that takes', async () => {
    const { sync, abort, asked } = setUp(() => page([]));
    const getToken = () => {
      setImmediate(() => abort.abort());
      return new Promise<never>(() => undefined);
    };
    expect(await sync(TENANTS, { tokens: { getToken } })).toMatchObject(TENANTS.map(() => ({ result: 'cancelled' })));
    expect(asked).toEqual([]);
  });

  it('ends early when cancelled, and leaves the tenants as they were', async () => {
    const { sync, abort, attempts } = setUp(async ({ url }) => {
      if (skipOf(url) === 95) abort.abort();
      return list(250)({ url });
    });
    const outcomes = await sync([ONE, ...TENANTS.slice(1)], { atOnce: 1 });
    expect(outcomes.map(({ result }) => result)).toEqual(TENANTS.map(() => 'cancelled'));
    expect(attempts).toEqual([]);
  });
});

describe('a service that quotes the token back', () => {
  it('leaves none of it in what is stored and shown', async () => {
    const { sync, attempts } = setUp(({ token }) => refuse(401, 'Unauthorized', `Not accepted: ${token}`));
    const [outcome] = await sync();
    expect(outcome?.problem?.detail).toBe('Unauthorized: Not accepted: •••');
    expect(JSON.stringify(attempts)).not.toContain('#1');
  });
});

describe('a tenant that leaves the list while it is read', () => {
  it('gets no further page and no note, also when all was just read', async () => {
    const { parts, attempts, asked, pages } = setUp(list(250));
    const leaving = new AbortController();
    const run = (tenantIds: string[]) =>
      syncTenants(parts, {
        tenantIds,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        signalOf: () => leaving.signal,
        hasLeft: () => leaving.signal.aborted,
      });
    const stored = parts.store.saveIncidentPage;
    parts.store.saveIncidentPage = async (write) => {
      if (pages.length === 1) leaving.abort();
      return stored(write);
    };
    expect(await run([ONE])).toMatchObject([{ tenantId: ONE, result: 'cancelled' }]);
    expect(asked).toHaveLength(2);
    expect(await run([ONE])).toMatchObject([{ tenantId: ONE, result: 'cancelled' }]);
    expect(asked).toHaveLength(2);
    expect(attempts).toEqual([]);
  });
});
