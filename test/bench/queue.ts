import type { IncidentQuery } from '../../contract/incident';
import { EMPTY_PROFILE } from '../../contract/tenant-profile';
import { openDatabase } from '../../main/store/open-database';
import type { StorePort } from '../../main/store/store-port';
import { testBinding } from '../support/sqlite-binding';
import { TempStore } from '../support/store/temp-store';
import { entitiesOf, fill, millionTenants } from './support/million';

/**
 * The queue's store, in this process: how long each kind of question takes over many stored incidents, the first time it is asked (nothing of it is
 * known) and again, and how long a pivot over all entities takes. `npm run bench -- queue [rows] [tenants]` (1,000,000 and 500 unless said).
 * What the window adds (start, frames) is not measured here.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000);
const TENANTS = Number(process.argv[3] ?? 500);
const GOAL_MS = 100;

const tenantIds = millionTenants(TENANTS);
const NEWEST: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 100 };
const QUESTIONS: Record<string, Partial<IncidentQuery>> = {
  newest: {},
  oldest: { descending: false },
  'sorted by severity': { sort: 'severity' },
  'sorted by status': { sort: 'status', descending: false },
  'sorted by tenant': { sort: 'tenant', descending: false },
  'sorted by name': { sort: 'name', descending: false },
  'sorted by alerts': { sort: 'alertCount' },
  'sorted by assignee': { sort: 'assignedTo', descending: false },
  'sorted by creation': { sort: 'createdAt' },
  'high and open, by name': { severities: ['high'], statuses: ['active', 'new'], sort: 'name', descending: false },
  unassigned: { assignees: [''] },
  'of one analyst, by creation': { assignees: ['analyst3@partner.example'], sort: 'createdAt' },
  'one tenant': { tenantId: tenantIds[7] ?? null },
  'a tenant group, by name': { tenantGroups: ['Group 3'], sort: 'name', descending: false },
  'grouped by tenant': { groupBy: 'tenant' },
  'grouped by severity': { groupBy: 'severity' },
  'grouped by status, by name': { groupBy: 'status', sort: 'name', descending: false },
  'grouped by assignee, by alerts': { groupBy: 'assignedTo', sort: 'alertCount' },
  'last day': { updatedWithinHours: 24 },
  'last week': { updatedWithinHours: 168 },
  'one category': { facets: { category: ['Malware'] } },
  'one technique, by name': { facets: { technique: ['T1059'] }, sort: 'name', descending: false },
  'a rare word': { text: 'host-123456.contoso' },
  'a common word': { text: 'phish' },
  'a common word in a category, grouped': { text: 'phish', facets: { category: ['Malware'] }, groupBy: 'severity' },
  'far down': { offset: Math.floor(ROWS * 0.6) },
  'far down, by name': { offset: Math.floor(ROWS * 0.6), sort: 'name', descending: false },
};

const say = (line: string) => process.stdout.write(`${line}\n`);
const round = (ms: number) => Math.round(ms * 10) / 10;

async function run(): Promise<void> {
  const temp = new TempStore();
  await makeStore(temp);
  const began = performance.now();
  const store = await temp.open();
  const opened = performance.now() - began;
  const firstMs = await time(() => store.queryIncidents(NEWEST));
  say(`Opened in ${round(opened)} ms, first list ${round(firstMs)} ms`);

  let slowest = { name: '', ms: 0 };
  for (const [name, question] of Object.entries(QUESTIONS)) {
    // Whatever was found out is not true any more once something was written.
    await store.noteLook(null, 1);
    const first = await time(() => store.queryIncidents({ ...NEWEST, ...question }));
    const again = await time(() => store.queryIncidents({ ...NEWEST, ...question }));
    say(`${name.padEnd(38)} ${round(first)} ms, again ${round(again)} ms${first > GOAL_MS ? '   over the goal' : ''}`);
    if (first > slowest.ms) slowest = { name, ms: first };
  }
  const pivotMs = await pivots(store);
  const result = {
    rows: ROWS,
    entities: entitiesOf(ROWS),
    firstListMs: round(opened + firstMs),
    slowestOperation: slowest.name,
    slowestOperationMs: round(slowest.ms),
    pivotMs: round(pivotMs),
    memoryMb: Math.round(process.memoryUsage.rss() / 1e6),
  };
  await temp.remove();
  say(JSON.stringify(result));
}

async function makeStore(temp: TempStore): Promise<void> {
  const empty = await temp.open();
  const added = tenantIds.map((tenantId, index) => ({
    tenantId,
    displayName: `Customer ${index}`,
    domain: null,
    profile: { ...EMPTY_PROFILE, group: `Group ${index % 10}` },
  }));
  await empty.saveTenants({ added, changed: [], at: 1 });
  await empty.close();
  const opened = openDatabase({ path: temp.path, key: temp.key, binding: testBinding() });
  if (!opened.ok) throw new Error(opened.detail);
  const began = performance.now();
  await fill(opened.database, { rows: ROWS, tenants: TENANTS, now: Date.now() });
  opened.database.close();
  say(`${ROWS} incidents of ${TENANTS} tenants in ${round((performance.now() - began) / 1_000)} s`);
}

/** The slowest of looking up a rare value, one that some incidents have, and one that thousands have. */
async function pivots(store: StorePort): Promise<number> {
  const values = [
    { kind: 'host', value: 'host-1.contoso.example' },
    { kind: 'user', value: 'user77@contoso.example' },
    { kind: 'ip', value: '203.0.113.7' },
  ] as const;
  let slowest = 0;
  for (const one of values) slowest = Math.max(slowest, await time(() => store.seenIn(one)));
  return slowest;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

void run();
