import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { BytesInHand } from '../../../main/incidents/bytes-in-hand';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { StorePort } from '../../../main/store/store-port';
import { realStore, storedIncidents } from './real-store';

const MB = 1024 * 1024;
const tenant = (index: number): string => `0000000${index.toString(16)}-2222-4333-8444-555555555555`;
const WORDS = 'All that happened on the device, in the words of the sensor that saw it. ';

let server: Server;
let store: StorePort;
let closeStore: () => Promise<void>;
let tops: number[];
let fetched: FetchPort;
let stored: (bytes: number) => void;
/** Incidents of every tenant, and how large each is. */
let cloud: { incidents: number; bytesEach: number };
let apiBase: string;

beforeEach(async () => {
  tops = [];
  fetched = fetch;
  stored = () => undefined;
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [top, skip] = [Number(searchParams.get('$top')), Number(searchParams.get('$skip'))];
    tops.push(top);
    response.setHeader('content-type', 'application/json');
    const words = WORDS.repeat(cloud.bytesEach / WORDS.length);
    const rows = Array.from({ length: Math.max(0, Math.min(top, cloud.incidents - skip)) }, (_, index) => index + skip);
    const send = (index: number): void => {
      const row = rows[index];
      if (row === undefined) return void response.end(']}');
      const head = `${index === 0 ? '{"value":[' : ','}{"incidentId":${row},"lastUpdateTime":"2026-01-01T00:00:00Z","alerts":[{"title":"`;
      response.write(`${head}${words}"}]}`, () => send(index + 1));
    };
    send(0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ({ store, close: closeStore } = await realStore());
});
afterEach(async () => {
  await closeStore();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function sync(tenants: number, turns: Turns) {
  const tenantIds = Array.from({ length: tenants }, (_, index) => tenant(index));
  for (const tenantId of tenantIds) await store.addTenant({ tenantId, displayName: 'Talkative', domain: null, addedAt: Date.now() });
  const watched: StorePort = Object.create(store);
  watched.saveIncidentPage = async (page) => {
    const saved = await store.saveIncidentPage(page);
    stored(page.rows.length * cloud.bytesEach);
    return saved;
  };
  return syncTenants(
    {
      tokens: { getToken: async () => ({ ok: true, accessToken: 'any', expiresAt: Date.now() + 3_600_000 }) },
      providers: [new XdrProvider({ environment: { apiBase }, fetch: fetched, now: Date.now })],
      refusals: new SurfaceRefusals(),
      store: watched,
      turns,
      tokenTurns: new Turns(32),
      budgets: new CallBudgets(),
      windowDays: null,
      now: Date.now,
      random: () => 0,
      delay: async () => undefined,
    },
    { tenantIds, signal: new AbortController().signal, onProgress: () => undefined },
  );
}

it('reads a tenant whose page of a hundred is 130 MB, in smaller ones, and holds no more than it may', async () => {
  cloud = { incidents: 100, bytesEach: 1.3 * MB };
  const before = process.memoryUsage().rss;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
  }, 20);
  const outcomes = await sync(1, new Turns(32));
  clearInterval(watch);
  expect(outcomes).toMatchObject([{ result: 'complete', incidents: 100 }]);
  expect((await storedIncidents(store, tenant(0))).size).toBe(100);
  // The large page is tried once.
  expect(tops).toEqual([100, ...tops.slice(1).map(() => 25)]);
  // What may be held of an answer, and three times that for all that is made of it.
  expect(Math.round(peak / MB)).toBeLessThan(3 * 64 + 200);
});

it('reads twelve tenants that send 8 MB each at the same time, and takes no more of them than there is room for', async () => {
  cloud = { incidents: 8, bytesEach: MB };
  const [tenants, room, page] = [12, 16 * MB, 8 * MB];
  let inHand = 0;
  let peak = 0;
  let atOnce = 0;
  fetched = async (url, init) => {
    const answer = await fetch(url, init);
    atOnce += 1;
    async function* taken() {
      for await (const chunk of answer.body ?? []) {
        inHand += chunk.byteLength;
        peak = Math.max(peak, inHand);
        yield chunk;
      }
    }
    return { status: answer.status, headers: answer.headers, body: taken() };
  };
  stored = (bytes) => void (inHand -= bytes);
  const outcomes = await sync(tenants, new Turns(32, new BytesInHand(room)));
  expect(outcomes.map(({ result, incidents }) => `${result} ${incidents}`)).toEqual(Array(tenants).fill('complete 8'));
  for (let index = 0; index < tenants; index++) expect((await storedIncidents(store, tenant(index))).size).toBe(8);
  // Each was asked for once: none was sent away to come again.
  expect([tops.length, atOnce]).toEqual([tenants, tenants]);
  // One may go past the bound, and the first megabyte of each waits for nothing.
  expect(peak / MB).toBeLessThan((room + page) / MB + tenants);
  expect(peak).toBeGreaterThan(room / 2);
});
