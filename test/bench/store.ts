import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { IncidentQuery } from '../../contract/incident';
import { xdrColumns } from '../../main/incidents/xdr-columns';
import { packBody } from '../../main/store/packed-body';
import type { IncidentPageWrite } from '../../main/store/page-port';
import type { StorePort } from '../../main/store/store-port';
import { createSigningKey } from '../../sandbox/entra/signing-key';
import { incident } from '../../sandbox/incidents/incident';
import { World } from '../../sandbox/world';
import { incident as lightRow } from '../support/store/incident-pages';
import { seededPick } from '../support/store/seeded';
import { searchable, TempStore } from '../support/store/temp-store';

/**
 * The store alone, in this process: how fast pages of full incidents are stored and taken into the search, and how fast lists answer then.
 * `npm run bench -- store [incidents] [rows]` (150,000 and 1,000,000 unless said): full incidents for storing and the search, then rows without
 * content for the lists. Making, mapping and compressing the pages is not counted.
 */
const INCIDENTS = Number(process.argv[2] ?? 150_000);
const LIGHT_ROWS = Number(process.argv[3] ?? 1_000_000);
const ROWS = 100;
/** Tenants have so many pages each, as in a first read. */
const PAGES_OF_TENANT = 3;
/** Pages on their way at once: as many as tenants are read side by side. */
const AT_ONCE = 8;
const DEFAULTS: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 100 };
const QUERIES: Record<string, Partial<IncidentQuery>> = {
  newest: {},
  high: { severities: ['high'] },
  name: { sort: 'name', descending: false },
  rareText: { text: 'pc-0' },
  commonText: { text: 'phish' },
  active: { statuses: ['active'] },
  highActiveByName: { severities: ['high'], statuses: ['active'], sort: 'name', descending: false },
  byTenant: { sort: 'tenant', descending: false },
  byAlerts: { sort: 'alertCount' },
  byAssignee: { sort: 'assignedTo', descending: false },
  unassigned: { assignees: [''] },
  ofAnalyst: { assignees: ['ana@partner.example'], sort: 'createdAt' },
  ofOthersByAlerts: { assignees: ['bo@partner.example', 'cy@partner.example'], sort: 'alertCount' },
  groupedByTenant: { groupBy: 'tenant', severities: ['high'] },
  groupedByStatus: { groupBy: 'status', sort: 'name', descending: false },
  oneTenant: { tenantId: '00000000-0000-4000-8000-000000000007', sort: 'severity' },
  lastDay: { updatedFrom: 1.7305e12 },
  category: { facets: { category: ['Malware'] } },
  categoryAndText: { facets: { category: ['Malware'] }, text: 'phish', groupBy: 'severity' },
  technique: { facets: { technique: ['T1059'] }, sort: 'severity' },
  farDown: { offset: 600_000 },
  farDownByName: { offset: 600_000, sort: 'name', descending: false },
};

const CATEGORIES = ['Malware', 'InitialAccess', 'Persistence', 'Exfiltration', 'Discovery', 'LateralMovement', 'Execution'];
const ASSIGNEES = [
  null,
  null,
  null,
  null,
  ...Array.from({ length: 40 }, (_, at) => ['ana', 'bo', 'cy', `analyst${at}`][at % 4] + '@partner.example'),
];

async function run(): Promise<void> {
  const temp = new TempStore();
  const store = await temp.open();
  const pages = INCIDENTS / ROWS;
  const tenants = Math.ceil(pages / PAGES_OF_TENANT);
  const world = new World(1, await createSigningKey(), { tenants: tenants + 12, incidents: PAGES_OF_TENANT * ROWS });
  const customers = world.customers.slice(0, tenants);
  for (const { tenantId, displayName, domain } of customers) await store.addTenant({ tenantId, displayName, domain, addedAt: 1 });

  const insert = { wallMs: 0, cpuMs: 0, rawBytes: 0, packedBytes: 0 };
  for (let from = 0; from < pages; from += AT_ONCE) {
    const some = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, pages - from) }, (_, index) => pageOf(customers, from + index, insert)),
    );
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    await Promise.all(some.map((page) => store.saveIncidentPage(page)));
    const { user, system } = process.cpuUsage(cpu);
    insert.wallMs += performance.now() - began;
    insert.cpuMs += (user + system) / 1000;
  }
  const { searchable: soFar } = await store.searchCoverage();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await searchable(store);
  const { user, system } = process.cpuUsage(cpu);
  const index = { incidents: INCIDENTS - soFar, wallMs: performance.now() - began, cpuMs: (user + system) / 1000 };

  const result = {
    incidents: INCIDENTS,
    tenants,
    rawMb: megabytes(insert.rawBytes),
    packedMb: megabytes(insert.packedBytes),
    fileMb: megabytes(statSync(temp.path).size + statSync(`${temp.path}-wal`).size),
    insertedPerSecond: Math.round((INCIDENTS / insert.wallMs) * 1000),
    insertCpuMs: Math.round(insert.cpuMs),
    indexedPerSecond: Math.round((index.incidents / index.wallMs) * 1000),
    indexCpuMs: Math.round(index.cpuMs),
    queryMs: await queryTimes(store),
  };
  await temp.remove();
  const lists = { rows: LIGHT_ROWS, queryMs: await lightLists() };
  process.stdout.write(`${JSON.stringify({ ...result, lists })}\n`);
}

/** How fast lists answer over many rows, which have a name and nothing else to be found by. */
async function lightLists(): Promise<Record<string, number>> {
  const temp = new TempStore();
  const store = await temp.open();
  const tenants = Array.from({ length: 500 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  for (const tenantId of tenants) await store.addTenant({ tenantId, displayName: tenantId, domain: null, addedAt: 1 });
  const content = (row: number) => ({ alerts: [{ category: CATEGORIES[row % 7], mitreTechniques: [`T${1_000 + (row % 90)}`] }] });
  const raw = await packBody({ bytes: Buffer.from(JSON.stringify({ value: Array.from({ length: ROWS }, (_, row) => content(row)) })) });
  const words = ['Phishing', 'Ransomware', 'Impossible travel', 'Inbox rule', 'Beacon', 'Credential theft', 'Mass download'];
  const pick = seededPick(1);
  for (let number = 0; number < LIGHT_ROWS / ROWS; number++) {
    const rows = Array.from({ length: ROWS }, (_, row) =>
      lightRow(`${number}-${row}`, {
        name: `${pick(words)} on host ${number}`,
        severity: pick(['High', 'Medium', 'Low', 'Informational']),
        status: pick(['Active', 'Resolved', 'Resolved', 'InProgress']),
        assignedTo: pick(ASSIGNEES),
        alertCount: pick([1, 1, 1, 2, 3, 5, 20]),
        rawIndex: row,
        updatedAt: Math.floor(pick([1.7e12, 1.71e12, 1.72e12, 1.73e12]) + number * 977 + row * 31_337),
      }),
    );
    await store.saveIncidentPage({ tenantId: tenants[number % tenants.length] ?? '', surface: 'xdr', readAt: 1, raw, rows });
  }
  await searchable(store);
  const times = await queryTimes(store);
  await temp.remove();
  return times;
}

async function pageOf(
  customers: readonly World['customers'][number][],
  number: number,
  bytes: { rawBytes: number; packedBytes: number },
): Promise<IncidentPageWrite> {
  const customer = customers[number % customers.length];
  if (!customer) throw new Error('The sandbox has too few tenants');
  const first = Math.floor(number / customers.length) * ROWS;
  const items = Array.from({ length: ROWS }, (_, index) => incident(customer, Date.UTC(2026, 10, 27), first + index));
  const body = Buffer.from(JSON.stringify({ value: items }));
  const raw = await packBody({ bytes: gzipSync(body), encoding: 'gzip' });
  bytes.rawBytes += body.length;
  bytes.packedBytes += raw.bytes.length;
  // As the reading process hands them over: made from what was received.
  const received = (JSON.parse(body.toString()) as { value: unknown[] }).value;
  return { tenantId: customer.tenantId, surface: 'xdr', readAt: 1, raw, rows: received.map(xdrColumns) };
}

/** The median of some runs of each, first and slowest run included. */
async function queryTimes(store: StorePort): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const [name, query] of Object.entries(QUERIES)) times[name] = await median(() => store.queryIncidents({ ...DEFAULTS, ...query }));
  times['seenIn'] = await median(() => store.seenIn({ kind: 'user', value: 'system' }));
  return times;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return Math.round((times.toSorted((a, b) => a - b)[2] ?? 0) * 10) / 10;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

void run();
