import { describe, expect, it } from 'vitest';
import { Turns } from '../../../main/incidents/turns';
import { incidents, NOW, page, refuse, setUp, TENANTS } from './fake-service';

const [FIRST = '', SECOND = '', ...OTHERS] = TENANTS;

function gated(): { promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

/** A login service that answers for some tenants only when it is told to. */
function slowFor(slow: ReadonlySet<string>) {
  const gate = gated();
  const asked: string[] = [];
  const getToken = async (tenantId: string, { renew }: { renew: boolean }) => {
    asked.push(tenantId);
    if (slow.has(tenantId)) await gate.promise;
    return { ok: true as const, accessToken: `${tenantId}#${renew ? 1 : 0}`, expiresAt: NOW + 3_600_000 };
  };
  return { getToken, asked, open: gate.resolve };
}

/** Runs until as many tenants were read, and no sooner. */
async function readOf(pages: readonly { tenantId: string }[], count: number): Promise<string[]> {
  for (let turn = 0; turn < 1000 && pages.length < count; turn += 1) await new Promise(setImmediate);
  return pages.map(({ tenantId }) => tenantId);
}

describe('a login service that is slow for some tenants', () => {
  it('keeps no turn from the others', async () => {
    const login = slowFor(new Set([FIRST, SECOND]));
    const { sync, pages } = setUp(() => page(incidents(0, 2)));
    const done = sync(TENANTS, { atOnce: 1, tokens: login });
    expect(await readOf(pages, 3)).toEqual(OTHERS);
    login.open();
    expect(await done).toMatchObject(TENANTS.map(() => ({ result: 'complete' })));
  });

  it('is asked for so many at a time, in the order of turns, and not at all where a token is held', async () => {
    const login = slowFor(new Set([FIRST]));
    const held = { ok: true as const, accessToken: `${OTHERS[0]}#0`, expiresAt: NOW + 3_600_000 };
    const heldToken = async (tenantId: string) => (tenantId === OTHERS[0] ? held : null);
    const { sync, pages } = setUp(() => page(incidents(0, 2)));
    const done = sync(TENANTS, { tokens: login, heldToken, tokenTurns: new Turns(1) });
    expect(await readOf(pages, 1)).toEqual([OTHERS[0]]);
    expect(login.asked).toEqual([FIRST]);
    login.open();
    expect(await done).toMatchObject(TENANTS.map(() => ({ result: 'complete' })));
    expect(login.asked).toEqual([FIRST, SECOND, OTHERS[1], OTHERS[2]]);
  });

  it('keeps no turn either while a token that is refused in the middle of the pages is replaced, and the page is not lost', async () => {
    const gate = gated();
    const getToken = async (tenantId: string, { renew }: { renew: boolean }) => {
      if (renew) await gate.promise;
      return { ok: true as const, accessToken: `${tenantId}#${renew ? 1 : 0}`, expiresAt: NOW + 3_600_000 };
    };
    const { sync, pages } = setUp(({ tenantId, url, token }) => {
      const skip = Number(new URL(url).searchParams.get('$skip') ?? 0);
      if (tenantId === FIRST && skip > 0 && token.endsWith('#0')) return refuse(401, 'Unauthorized', 'The token is expired');
      return page(incidents(skip, Math.min(skip + 100, 150)));
    });
    const done = sync(TENANTS, { atOnce: 1, tokens: { getToken } });
    expect((await readOf(pages, 9)).sort()).toEqual([FIRST, ...[SECOND, ...OTHERS].flatMap((tenantId) => [tenantId, tenantId])]);
    gate.resolve();
    expect((await done)[0]).toMatchObject({ result: 'complete', incidents: 150 });
  });

  it('gives a token that ended while its turn was waited for again', async () => {
    const { sync, parts, asked, clock } = setUp(() => page(incidents(0, 2)));
    let given = 0;
    const getToken = async (tenantId: string) => {
      given += 1;
      return { ok: true as const, accessToken: `${tenantId}#${given}`, expiresAt: clock.now + 3_600_000 };
    };
    parts.turns.pause();
    const done = sync([FIRST], { tokens: { getToken } });
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    clock.now += 8 * 3_600_000;
    parts.turns.resume();
    expect(await done).toMatchObject([{ result: 'complete' }]);
    expect(asked.map(({ token }) => token)).toEqual([`${FIRST}#2`]);
  });
});
