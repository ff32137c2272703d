import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentProvider } from '../../../main/incidents/provider';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { GraphProvider } from '../../../main/incidents/graph-provider';
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

const ON_GRAPH = {
  id: '2972395',
  displayName: 'Multi-stage <b>',
  createdDateTime: '2021-08-13T08:43:35.5533333Z',
  severity: 'medium',
  customTags: ['Demo'],
  priorityScore: 9007199254740991,
  comments: [{ comment: 'seen', createdByDisplayName: 'Ada', createdDateTime: '2021-09-30T12:07:37.2756993Z' }],
  alerts: [
    {
      id: 'da1',
      incidentId: '2972395',
      title: 'Suspicious execution',
      createdDateTime: '2021-08-13T08:43:30Z',
      additionalData: { deep: [1, { er: 'x' }] },
      evidence: [
        { '@odata.type': '#microsoft.graph.security.deviceEvidence', mdeDeviceId: '73', loggedOnUsers: [{ accountName: 'a' }] },
        { '@odata.type': '#microsoft.graph.security.userEvidence', userAccount: { accountName: 'temp', userSid: 'S-1' } },
        { '@odata.type': '#microsoft.graph.security.quantumLinkEvidence', link: { from: 'here' } },
      ],
    },
    { id: 'da2', incidentId: '2972395', evidence: [{ '@odata.type': '#microsoft.graph.security.ipEvidence', ipAddress: '192.0.2.1' }] },
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
    read: (environment, tenantIds, graphFirst) =>
      syncTenants(
        {
          tokens,
          providers: [new XdrProvider({ environment, fetch, now: Date.now }), new GraphProvider({ environment, fetch, now: Date.now })],
          refusals: new SurfaceRefusals(),
          store: store.store,
          turns: new Turns(8),
          tokenTurns: new Turns(8),
          budgets: new CallBudgets(),
          windowDays: null,
          now: Date.now,
          random: () => 0,
          delay,
        },
        { tenantIds, graphFirst: new Set(graphFirst), signal: new AbortController().signal, onProgress: () => undefined },
      ),
    provider: (environment, surface) => {
      const Provider = surface === 'graph' ? GraphProvider : XdrProvider;
      const provider = new Provider({ environment, fetch, now: Date.now });
      const whole: IncidentProvider = {
        surface,
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
      'hunting-page.json': '{}',
    });
    expect(text).toContain(
      'total: 3 files, 5 incidents, 4 alerts, 4 devices, 8 entities, 4 unknown kinds kept, 0 lost; 0 failed, 1 not read yet',
    );
    expect(text).toMatch(/hunting-page\.json: not read yet/);
    expect(good).toBe(true);
  });

  it('of Graph go through its reader, however they are named: as a page, as a bare incident and as a list of alerts', async () => {
    const { good, text } = await run({
      'graph-page.json': JSON.stringify({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#security/incidents',
        value: [ON_GRAPH],
      }),
      'some-incident.json': JSON.stringify(ON_GRAPH),
      'graph-alerts.json': JSON.stringify({ value: ON_GRAPH.alerts }),
    });
    expect(text).toMatch(/some-incident\.json: 1 incidents, 2 alerts, 1 devices, 3 entities, 1 unknown kinds kept, 0 lost, through Graph/);
    expect(text).toContain('graph-alerts.json: alerts, put into their incidents');
    expect(text).toContain(
      'total: 3 files, 3 incidents, 6 alerts, 3 devices, 9 entities, 3 unknown kinds kept, 0 lost; 0 failed, 0 not read yet',
    );
    expect(good).toBe(true);
  });

  it('of Graph fail where a piece of evidence is lost', async () => {
    const { good, text } = await run({ 'graph-page.json': JSON.stringify({ value: [ON_GRAPH] }) }, (whole) => ({
      contentAt: (body, index) => ({
        ...whole.contentAt(body, index),
        alerts: whole.contentAt(body, index).alerts.map((alert) => ({ ...alert, entities: alert.entities.slice(1) })),
      }),
    }));
    expect(text).toMatch(/entities missing/);
    expect(good).toBe(false);
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
