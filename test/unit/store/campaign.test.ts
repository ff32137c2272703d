import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { searchable, TempStore } from '../../support/store/temp-store';

const DAY_MS = 86_400_000;
const NOW = 100 * DAY_MS;
const TENANT_C = '33333333-3333-4333-8333-333333333333';

interface Made {
  id: string;
  tenantId: string;
  name?: string;
  rule?: string;
  ips?: readonly string[];
  hosts?: readonly string[];
  createdAt?: number;
  redirectIncidentId?: string;
}

describe('incidents that resemble one', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    for (const [id, name] of [
      [TENANT_A, 'Alpha'],
      [TENANT_B, 'Beta'],
      [TENANT_C, 'Gamma'],
    ] as const)
      await store.addTenant(tenant(id, name));
  });
  afterEach(() => temp.remove());

  async function stored(all: readonly Made[]): Promise<void> {
    for (const {
      id,
      tenantId,
      name = `Incident ${id}`,
      rule = `rule ${id}`,
      ips = [],
      hosts = [],
      createdAt = NOW,
      redirectIncidentId = null,
    } of all) {
      const entities = ips.map((ipAddress) => ({ entityType: 'Ip', ipAddress }));
      const devices = hosts.map((deviceDnsName) => ({ deviceDnsName }));
      const body = JSON.stringify({ value: [{ alerts: [{ title: rule, entities, devices }] }] });
      await store.saveIncidentPage(page(tenantId, [incident(id, { name, createdAt, redirectIncidentId })], { body }));
    }
    await searchable(store);
  }
  const campaign = () => store.campaignOf({ tenantId: TENANT_A, incidentId: '1' });
  const ids = async () => (await campaign())?.incidents.map(({ tenantName, incidentId }) => `${tenantName} ${incidentId}`);

  it('share two values, or one beside title or rule; with the customers, and why', async () => {
    await stored([
      { id: '1', tenantId: TENANT_A, name: 'Phish', rule: 'Mail rule', ips: ['198.51.100.1', '198.51.100.2'] },
      { id: '1', tenantId: TENANT_B, ips: ['198.51.100.1', '198.51.100.2'] },
      { id: '2', tenantId: TENANT_B, name: 'PHISH', rule: 'Mail rule', ips: ['198.51.100.2'] },
      { id: '3', tenantId: TENANT_C, rule: 'mail rule', ips: ['198.51.100.2'] },
      { id: '4', tenantId: TENANT_C, ips: ['198.51.100.1'] },
      { id: '5', tenantId: TENANT_C, name: 'Phish', rule: 'Mail rule' },
    ]);
    expect(await campaign()).toMatchObject({
      total: 3,
      things: 2,
      tenants: 3,
      sameTitle: 1,
      sameDetector: 2,
      incidents: [
        { tenantName: 'Beta', incidentId: '2', sameTitle: true, sameDetector: true, shared: 1 },
        { tenantName: 'Gamma', incidentId: '3', sameTitle: false, sameDetector: true, shared: 1 },
        { tenantName: 'Beta', incidentId: '1', sameTitle: false, sameDetector: false, shared: 2 },
      ],
      shared: [
        { kind: 'ip', value: '198.51.100.2', incidents: 3, tenants: 2 },
        { kind: 'ip', value: '198.51.100.1', incidents: 1, tenants: 1 },
      ],
      search: { searchable: 6, total: 6 },
    });
  });

  it('are none by the name of a host, which is another one at every customer', async () => {
    await stored([
      { id: '1', tenantId: TENANT_A, name: 'Same', hosts: ['pc-1', 'pc-2'] },
      { id: '1', tenantId: TENANT_B, name: 'Same', hosts: ['pc-1', 'pc-2'] },
    ]);
    expect(await ids()).toEqual([]);
  });

  it('are none by one file, whose name and hashes are one thing', async () => {
    const file = { entityType: 'File', fileName: 'rq.ps1', sha1: 'a'.repeat(40), sha256: 'b'.repeat(64) };
    for (const tenantId of [TENANT_A, TENANT_B]) {
      const body = JSON.stringify({ value: [{ alerts: [{ title: tenantId, entities: [file] }] }] });
      await store.saveIncidentPage(page(tenantId, [incident('1', { name: tenantId, createdAt: NOW })], { body }));
    }
    await searchable(store);
    expect(await ids()).toEqual([]);
  });

  it('are those that share several files, by their hashes; names of files never do by themselves', async () => {
    const file = (at: number) => ({ entityType: 'File', fileName: `f${at}.dll`, sha1: `a${at}`.repeat(20), sha256: `b${at}`.repeat(32) });
    const save = async (tenantId: string, id: string, entities: object[]) => {
      const body = JSON.stringify({ value: [{ alerts: [{ title: id, entities }] }] });
      await store.saveIncidentPage(page(tenantId, [incident(id, { name: id, createdAt: NOW })], { body }));
    };
    await save(TENANT_A, '1', [1, 2, 3].map(file));
    await save(
      TENANT_B,
      '2',
      [1, 2, 3].map((at) => ({ ...file(at), fileName: 'renamed.dll' })),
    );
    await save(
      TENANT_B,
      '3',
      [1, 2].map((at) => ({ entityType: 'File', fileName: file(at).fileName })),
    );
    await save(TENANT_C, '4', [{ ...file(1), fileName: 'f2.dll' }]);
    await searchable(store);
    expect((await campaign())?.incidents.map(({ incidentId, shared }) => [incidentId, shared])).toEqual([['2', 3]]);
    expect((await campaign())?.things).toBe(3);
  });

  let saved = 0;
  /** One incident of each customer, with these entities in all of them. */
  async function everywhere(entities: readonly object[], rule = (at: number) => `rule ${at}`): Promise<void> {
    for (const [at, tenantId] of [TENANT_A, TENANT_B, TENANT_C].entries()) {
      const body = JSON.stringify({ value: [{ alerts: [{ title: rule(at), entities }] }] });
      await store.saveIncidentPage(page(tenantId, [incident('1', { name: rule(at), createdAt: NOW, updatedAt: (saved += 1) })], { body }));
    }
    await searchable(store);
  }
  const named = (fileName: string) => ({ entityType: 'File', fileName });
  const address = { entityType: 'Ip', ipAddress: '198.51.100.1' };

  it('count names of files beside something else, and not beside the same rule alone', async () => {
    await everywhere([named('rq.ps1'), named('rq.dll')], () => 'Same rule');
    expect(await ids()).toEqual([]);
    await everywhere([named('rq.ps1'), address]);
    expect(await campaign()).toMatchObject({ total: 2, things: 2, tenants: 3 });
  });

  it('are none by what everybody has, however little is stored and also of the same rule', async () => {
    const program = (fileName: string, filePath: string) => ({
      entityType: 'Process',
      fileName,
      filePath,
      sha1: fileName.length.toString(16).repeat(20).slice(0, 40),
      sha256: fileName.length.toString(16).repeat(64).slice(0, 64),
      processCommandLine: `"${filePath}\\${fileName}"`,
    });
    const everyday = [
      program('powershell.exe', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0'),
      program('cmd.exe', '\\Device\\HarddiskVolume3\\Windows\\System32'),
      program('Explorer.EXE', 'C:\\Windows'),
      { '@odata.type': '#microsoft.graph.security.processEvidence', imageFile: { fileName: 'rundll32.exe', sha256: 'd'.repeat(64) } },
      { processCommandLine: 'C:\\Windows\\System32\\svchost.exe -k netsvcs -p -s Schedule' },
      { registryKey: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run' },
      { ipAddress: '8.8.8.8' },
      { url: 'https://login.microsoftonline.com/' },
      { '@odata.type': '#microsoft.graph.security.dnsEvidence', domainName: 'www.google.com' },
    ];
    await everywhere(everyday, () => 'Suspicious command line');
    expect(await ids()).toEqual([]);
    // One thing of an attack beside them is enough with the rule, and is one thing.
    await everywhere([...everyday, address], () => 'Suspicious command line');
    expect(await campaign()).toMatchObject({ total: 2, things: 1, tenants: 3, shared: [{ kind: 'ip', value: '198.51.100.1' }] });
  });

  it('are those that share what only bears the name of such a program, or lies at such a host', async () => {
    await everywhere([
      { entityType: 'File', fileName: 'svchost.exe', filePath: 'C:\\Users\\Public', sha256: 'a'.repeat(64) },
      { url: 'https://www.google.com/url?q=https://bad.example' },
    ]);
    expect(await campaign()).toMatchObject({ total: 2, things: 2 });
  });

  it('are none by addresses of a local network', async () => {
    const ips = ['10.1.2.3', '192.168.0.5', '172.16.9.9', '169.254.1.1', '127.0.0.1', 'fe80::1%eth0', 'fd00::1', '::1', '100.64.0.1'];
    await stored([
      { id: '1', tenantId: TENANT_A, ips },
      { id: '1', tenantId: TENANT_B, ips },
      { id: '2', tenantId: TENANT_B, ips: ['10.1.2.3', 'not an address', '2001:db8::1'] },
    ]);
    expect(await ids()).toEqual([]);
  });

  it('are none that were made more than a month apart, or that were merged into another', async () => {
    const alike = { name: 'Same', ips: ['198.51.100.1'] };
    await stored([
      { id: '1', tenantId: TENANT_A, ...alike },
      { id: '2', tenantId: TENANT_B, ...alike, createdAt: NOW - 31 * DAY_MS },
      { id: '3', tenantId: TENANT_B, ...alike, createdAt: NOW - 29 * DAY_MS },
      { id: '4', tenantId: TENANT_B, ...alike, redirectIncidentId: '3' },
    ]);
    expect(await ids()).toEqual(['Beta 3']);
  });

  it('are none by a value that is everywhere', async () => {
    const common = Array.from({ length: 21 }, (_, at) => ({ id: String(at + 10), tenantId: TENANT_B, name: 'Same', ips: ['192.0.2.1'] }));
    const value = common.map(({ ips: [ipAddress] }) => ({ alerts: [{ title: 'x', entities: [{ entityType: 'Ip', ipAddress }] }] }));
    const rows = common.map(({ id, name }, rawIndex) => incident(id, { name, createdAt: NOW, rawIndex }));
    await store.saveIncidentPage(page(TENANT_B, rows, { body: JSON.stringify({ value }) }));
    await stored([{ id: '1', tenantId: TENANT_A, name: 'Same', ips: ['192.0.2.1'] }]);
    expect(await ids()).toEqual([]);
  });

  it('are a list of the queue, which any other filter narrows down; so are those a value was seen in', async () => {
    await stored([
      { id: '1', tenantId: TENANT_A, name: 'Phish', ips: ['198.51.100.1'], hosts: ['PC-1'] },
      { id: '2', tenantId: TENANT_B, name: 'Phish', ips: ['198.51.100.1'] },
      { id: '3', tenantId: TENANT_C, name: 'Phish', ips: ['198.51.100.9'], hosts: ['pc-1'] },
    ]);
    const list = async (filter: Partial<Parameters<StorePort['queryIncidents']>[0]>) => {
      const query = { tenantId: null, sort: 'name', descending: false, offset: 0, limit: 10, ...filter } as const;
      const { rows, total } = await store.queryIncidents(query);
      expect(total).toBe(rows.length);
      return rows.map(({ incidentId }) => incidentId);
    };
    const similarTo = { tenantId: TENANT_A, incidentId: '1' };
    expect(await list({ similarTo })).toEqual(['1', '2']);
    expect(await list({ similarTo, tenantId: TENANT_B })).toEqual(['2']);
    expect(await list({ similarTo, text: 'phish', tenantIds: [TENANT_A, TENANT_C] })).toEqual(['1']);
    expect(await list({ similarTo: { ...similarTo, incidentId: 'gone' } })).toEqual([]);
    expect(await list({ entities: [{ kind: 'host', value: 'pc-1' }] })).toEqual(['1', '3']);
    expect(
      await list({
        entities: [
          { kind: 'host', value: 'Pc-1' },
          { kind: 'ip', value: '198.51.100.1' },
        ],
        text: 'phi',
      }),
    ).toEqual(['1', '2', '3']);
    expect(await list({ entities: [{ kind: 'ip', value: 'pc-1' }] })).toEqual([]);
  });

  it('are asked of an incident that is not stored: none', async () => {
    expect(await campaign()).toBeNull();
  });
});
