import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { StorePort } from '../../../main/store/store-port';
import { realStore, storedIncidents } from './real-store';

const MB = 1024 * 1024;
const TENANT = '00000001-2222-4333-8444-555555555555';
const INCIDENTS = 100;
/** A hundred of them are a page of 130 MB. */
const BYTES_EACH = 1.3 * MB;
/** What may be held of answers at a time, and three times that for all that is made of it. */
const HELD = 64 * MB;

let server: Server;
let store: StorePort;
let closeStore: () => Promise<void>;
let tops: number[];
let apiBase: string;

beforeEach(async () => {
  tops = [];
  const words = 'All that happened on the device, in the words of the sensor that saw it. '.repeat(BYTES_EACH / 73);
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [top, skip] = [Number(searchParams.get('$top')), Number(searchParams.get('$skip'))];
    tops.push(top);
    response.setHeader('content-type', 'application/json');
    const rows = Array.from({ length: Math.max(0, Math.min(top, INCIDENTS - skip)) }, (_, index) => index + skip);
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
  await store.addTenant({ tenantId: TENANT, displayName: 'Talkative', domain: null, addedAt: Date.now() });
});
afterEach(async () => {
  await closeStore();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('reads a tenant whose page of a hundred is 130 MB, in smaller ones, and holds no more than it may', async () => {
  const before = process.memoryUsage().rss;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
  }, 20);
  const outcomes = await syncTenants(
    {
      tokens: { getToken: async () => ({ ok: true, accessToken: 'any', expiresAt: Date.now() + 3_600_000 }) },
      providers: [new XdrProvider({ environment: { apiBase }, fetch, now: Date.now })],
      refusals: new SurfaceRefusals(),
      store,
      turns: new Turns(32),
      budgets: new CallBudgets(),
      windowDays: null,
      now: Date.now,
      random: () => 0,
      delay: async () => undefined,
    },
    { tenantIds: [TENANT], signal: new AbortController().signal, onProgress: () => undefined },
  );
  clearInterval(watch);
  expect(outcomes).toMatchObject([{ result: 'complete', incidents: INCIDENTS }]);
  expect((await storedIncidents(store, TENANT)).size).toBe(INCIDENTS);
  // The large page is tried once.
  expect(tops).toEqual([100, ...tops.slice(1).map(() => 25)]);
  expect(Math.round(peak / MB)).toBeLessThan((3 * HELD) / MB + 200);
});
