import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentProvider } from '../../../main/incidents/provider';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { delay } from '../../../main/incidents/retry';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import { runRecorded } from '../../recorded/run';
import { realStore } from './real-store';

const INCIDENT = {
  incidentId: 9007199254740991,
  incidentName: '<b>Name</b>',
  createdTime: '2026-01-01T00:00:00.1234567Z',
  tags: ['a, b'],
  surprise: { deep: [true, 'x'] },
  alerts: [
    {
      alertId: 'a',
      devices: [{ mdatpDeviceId: 'd', osBuild: 7 }],
      entities: [
        { entityType: 'QuantumLink', link: { from: 'here' } },
        { entityType: 'Ip', ipAddress: '192.0.2.1' },
      ],
    },
  ],
};

let folder: string;
let store: Awaited<ReturnType<typeof realStore>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenantry-files-'));
  store = await realStore();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(files: Record<string, string>, spoil: (provider: IncidentProvider) => Partial<IncidentProvider> = () => ({})) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const lines: string[] = [];
  const tokens = {
    getToken: async (tenantId: string) => ({ ok: true as const, accessToken: tenantId, expiresAt: Date.now() + 3_600_000 }),
  };
  const good = await runRecorded(folder, {
    store: store.store,
    read: (environment, tenantIds) =>
      syncTenants(
        {
          tokens,
          providers: [new XdrProvider({ environment, fetch, now: Date.now })],
          refusals: new SurfaceRefusals(),
          store: store.store,
          turns: new Turns(8),
          budgets: new CallBudgets(),
          windowDays: null,
          now: Date.now,
          random: () => 0,
          delay,
        },
        { tenantIds, signal: new AbortController().signal, onProgress: () => undefined },
      ),
    provider: (environment) => {
      const provider = new XdrProvider({ environment, fetch, now: Date.now });
      const whole: IncidentProvider = {
        surface: 'xdr',
        readRoles: [],
        readPage: (request) => provider.readPage(request),
        contentAt: (body, index) => provider.contentAt(body, index),
        rawAt: (body, index) => provider.rawAt(body, index),
      };
      return { ...whole, ...spoil(whole) };
    },
    print: (line) => void lines.push(line),
  });
  return { good, text: lines.join('\n') };
}

describe('recorded payloads', () => {
  it('pass as a page, as a bare incident and as a list, and name what is not read yet', async () => {
    const { good, text } = await run({
      'xdr-page.json': JSON.stringify({ value: [INCIDENT], '@odata.nextLink': 'https://api.security.microsoft.com/x' }),
      'xdr-bare.json': `\uFEFF${JSON.stringify(INCIDENT, null, 2)}`,
      'xdr-list.json': JSON.stringify([INCIDENT, { ...INCIDENT, incidentId: 2 }, null]),
      'graph-page.json': '{}',
    });
    expect(text).toContain(
      'total: 3 files, 5 incidents, 4 alerts, 4 devices, 8 entities, 4 unknown kinds kept, 0 lost; 0 failed, 1 not read yet',
    );
    expect(text).toMatch(/graph-page\.json: not read yet/);
    expect(good).toBe(true);
  });

  it('count an id that came as number and as text once, and bear half a character and a folder called *.json', async () => {
    await mkdir(join(folder, 'folder.json'));
    const { good, text } = await run({
      'xdr-odd.json':
        '{"value":[{"incidentId":5,"incidentName":"old"},{"incidentId":"5","incidentName":"new"},{"incidentId":6,"incidentName":"cut \\ud83d","createdTime":1700000000.5}]}',
    });
    expect(text).toContain('xdr-odd.json: 2 incidents, 0 alerts, 0 devices, 0 entities, 0 unknown kinds kept, 0 lost, 1 with an id');
    expect(text).toContain('total: 1 files');
    expect(good).toBe(true);
  });

  it.each<[string, (provider: IncidentProvider) => Partial<IncidentProvider>, RegExp]>([
    [
      'an entity',
      (whole) => ({
        contentAt: (body, index) => ({
          ...whole.contentAt(body, index),
          alerts: whole.contentAt(body, index).alerts.map((alert) => ({ ...alert, entities: [] })),
        }),
      }),
      /entities missing/,
    ],
    ['an alert', (whole) => ({ contentAt: (body, index) => ({ ...whole.contentAt(body, index), alerts: [] }) }), /0 of 1 alerts/],
    [
      'an unknown field',
      (whole) => ({ contentAt: (body, index) => ({ ...whole.contentAt(body, index), other: [] }) }),
      /surprise\.deep\[0\] is not shown/,
    ],
    [
      'a digit',
      (whole) => ({ rawAt: (body, index) => whole.rawAt(body, index).replace('9007199254740991', '9007199254740992') }),
      /the stored JSON differs/,
    ],
  ])('notice the loss of %s', async (_name, spoil, words) => {
    const { good, text } = await run({ 'xdr-page.json': JSON.stringify({ value: [INCIDENT] }) }, spoil);
    expect(text).toMatch(words);
    expect(good).toBe(false);
  });

  it('fail on what is no page, without stopping the others', async () => {
    const { good, text } = await run({ 'xdr-broken.json': '{"value":[', 'xdr-page.json': JSON.stringify({ value: [INCIDENT] }) });
    expect(text).toMatch(/xdr-broken\.json: FAILED \(unreadable\)/);
    expect(text).toMatch(/xdr-page\.json: 1 incidents/);
    expect(good).toBe(false);
  });

  it('fail on an empty folder', async () => {
    expect((await run({})).good).toBe(false);
  });
});
