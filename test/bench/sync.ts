import { availableParallelism } from 'node:os';
import type { Cloud, CloudFacts } from './processes/cloud';
import type { SyncApp } from './processes/sync-app';
import type { PeerRun, SyncPeers } from './processes/sync-peers';
import { AppUnderMeasure } from './support/app-under-measure';
import { electronPeer, forkPeer } from './support/peer';
import { pythonLoop } from './support/python-loop';

/**
 * Reading the incidents of many customers: the built app in a real Electron, everything stored, against three clients that only parse.
 * `npm run bench -- sync [tenants,tenants…]` (10,100,500,2000 unless said): so many tenants × 3 pages of 100 full incidents, packed as real
 * servers do, from a cloud in its own process that answers after 80 ms. Then, with 500 (or the most), once more after 1 % was changed.
 * Lost and doubled: by count for every tenant, and by ID for a hundred of them. `TENANTRY_BENCH_PROFILES=FOLDER` writes processor profiles.
 * Limit of a run: the larger of calls × latency ÷ 32 connections, and parsing and storing the same pages, each alone. Limit of the second read: the larger of
 * calls × latency ÷ 96 connections, and what it took of the processor, with the cloud's share, spread over all cores.
 */
const SIZES = (process.argv[2] ?? '10,100,500,2000').split(',').map(Number);
const LATENCY_MS = 80;
const AT_ONCE = 32;
/** Connections while answers are small. */
const SMALL_AT_ONCE = 96;
const INCIDENTS = 300;
/** Clients slower than ours are run on fewer tenants at most, and their time is scaled. */
const LOOP_TENANTS = 25;
const PEER_TENANTS = 500;
const SAMPLE_TENANTS = 40;
/** Tenants whose incidents are compared one by one: a list of all would take longer than the read. */
const COMPARED_TENANTS = 100;

interface Run {
  tenants: number;
  ms: number;
  overviewMs: number;
  loopMs: number;
  bestPeerMs: number;
  limitMs: number;
  lost: number;
  doubled: number;
  memoryMb: number;
  longestPauseMs: number;
}
interface Refresh {
  share: number;
  callsPerTenant: number;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const round = (value: number) => Math.round(value * 1_000) / 1_000;

async function run(): Promise<void> {
  const cloud = forkPeer<Cloud>('cloud');
  const facts = await cloud.call.start({
    tenants: Math.max(...SIZES),
    incidents: INCIDENTS,
    sameSize: true,
    latencyMs: LATENCY_MS,
    pages: true,
  });
  const main = SIZES.includes(500) ? 500 : Math.max(...SIZES);
  const runs: Run[] = [];
  let refresh: Refresh | null = null;
  for (const tenants of SIZES) {
    say(`\n${tenants} tenants × ${INCIDENTS} incidents, ${LATENCY_MS} ms latency`);
    const some = { ...facts, tenantIds: facts.tenantIds.slice(0, tenants) };
    const truth = await cloud.call.prepare(some.tenantIds);
    const one = await measure(cloud.call, some, truth, tenants === main);
    runs.push(one.run);
    refresh ??= one.refresh;
  }
  await cloud.end();

  const of = (tenants: number) => runs.find((one) => one.tenants === tenants);
  const [at500, small, large] = [of(main), of(100), of(2_000)];
  if (!at500) throw new Error('Nothing was run');
  const perIncident = ({ ms, tenants }: Run) => ms / tenants;
  const figures = {
    [`at${main}`]: {
      timesLoop: round(at500.loopMs / at500.ms),
      timesBestPeer: round(at500.bestPeerMs / at500.ms),
      ratioToLimit: round(at500.ms / at500.limitMs),
      firstOverviewTimesLoop: round(at500.loopMs / at500.overviewMs),
      lost: at500.lost,
      doubled: at500.doubled,
      peakMemoryMb: Math.round(at500.memoryMb),
      longestPauseMs: Math.round(at500.longestPauseMs),
    },
    growth: small && large ? round(perIncident(large) / perIncident(small)) : null,
    refresh,
  };
  if (figures.growth !== null) say(`\nCost per incident at 2000 tenants, of that at 100: ${figures.growth}`);
  say(`\n${JSON.stringify(figures)}`);
}

async function measure(
  cloud: Cloud,
  facts: CloudFacts,
  truth: Record<string, string[]>,
  andRefresh: boolean,
): Promise<{ run: Run; refresh: Refresh | null }> {
  const tenants = facts.tenantIds.length;
  const loop = await peer(cloud, 'Python, one after the other', facts, LOOP_TENANTS, pythonLoop);
  const inNode = (kind: keyof SyncPeers) => async (some: CloudFacts) => {
    const client = forkPeer<SyncPeers>('sync-peers');
    const result = await client.call[kind](some, AT_ONCE);
    await client.end();
    return result;
  };
  const plain = await peer(cloud, 'Node, p-limit and fetch', facts, PEER_TENANTS, inNode('plain'));
  const graph = await peer(cloud, "Microsoft's Graph client, msal-node", facts, PEER_TENANTS, inNode('graph'));

  const floorApp = electronPeer<SyncApp>('sync-app');
  const { parseMs, insertMs } = await floorApp.call.floors(facts, facts.tenantIds.slice(0, SAMPLE_TENANTS));
  await floorApp.end();
  await cloud.calls();

  const app = await AppUnderMeasure.open(facts);
  try {
    await cloud.calls();
    const read = await app.read('first', { overview: true, untilSearchable: andRefresh });
    const overviewMs = read.overviewMs ?? read.ms;
    const { tokens, others, throttled } = await cloud.calls();
    const calls = tokens + others;
    const networkMs = (calls * LATENCY_MS) / AT_ONCE;
    const failed = read.outcomes.filter(({ result }) => result !== 'complete').length;
    const { lost, doubled } = await compare(app, truth, facts.tenantIds);
    say(
      `Tenantry, everything stored: ${seconds(read.ms)}, newest of every tenant ${seconds(overviewMs)}, searchable ${read.searchableMs === null ? 'later' : seconds(read.searchableMs)}; ` +
        `${calls} calls, ${throttled} × 429, ${failed} tenants failed; CPU ${seconds(read.cpuMs)}, ${Math.round(read.memoryMb)} MB, ` +
        `longest pause ${Math.round(read.longestPauseMs)} ms; lost ${lost}, doubled ${doubled}`,
    );
    say(`Processor by process: ${byProcess(read.cpuOf)}`);
    say(
      `Limit: network ${seconds(networkMs)}; processor ${seconds(parseMs + insertMs)} (parsing ${seconds(parseMs)}, storing ${seconds(insertMs)})`,
    );
    const one: Run = {
      tenants,
      ms: read.ms,
      overviewMs,
      loopMs: loop,
      bestPeerMs: Math.min(plain, graph),
      limitMs: Math.max(networkMs, parseMs + insertMs),
      lost,
      doubled,
      memoryMb: read.memoryMb,
      longestPauseMs: read.longestPauseMs,
    };
    return { run: one, refresh: andRefresh ? await again(cloud, app, facts, read.ms) : null };
  } finally {
    await app.close();
  }
}

/** Runs a client on so many tenants at most. Out: ms, scaled to all. */
async function peer(
  cloud: Cloud,
  name: string,
  facts: CloudFacts,
  most: number,
  work: (some: CloudFacts) => Promise<PeerRun>,
): Promise<number> {
  const tenantIds = facts.tenantIds.slice(0, most);
  await cloud.calls();
  const { ms, incidents, cpuMs, memoryMb } = await work({ ...facts, tenantIds });
  const { tokens, others } = await cloud.calls();
  const scaled = (ms / tenantIds.length) * facts.tenantIds.length;
  const note = tenantIds.length < facts.tenantIds.length ? ` (scaled from ${seconds(ms)} for ${tenantIds.length} tenants)` : '';
  say(
    `${name}: ${seconds(scaled)}${note}; ${tokens + others} calls, ${incidents} incidents; CPU ${seconds(cpuMs)}, ${Math.round(memoryMb)} MB`,
  );
  if (incidents !== tenantIds.length * INCIDENTS) throw new Error(`${name} read ${incidents} incidents`);
  return scaled;
}

const byProcess = (cpuOf: Record<string, number>) =>
  Object.entries(cpuOf)
    .filter(([, ms]) => ms >= 100)
    .map(([name, ms]) => `${name} ${seconds(ms)}`)
    .join(', ');

/** One read more, after one incident in a hundred was changed. */
async function again(cloud: Cloud, app: AppUnderMeasure, { tenantIds }: CloudFacts, firstMs: number): Promise<Refresh> {
  await cloud.change(tenantIds, INCIDENTS / 100);
  await cloud.calls();
  const cloudBefore = await cloud.cpuMs();
  const read = await app.read('again', { overview: false, untilSearchable: false });
  const cloudMs = (await cloud.cpuMs()) - cloudBefore;
  const { tokens, others } = await cloud.calls();
  const failed = read.outcomes.filter(({ result }) => result !== 'complete').length;
  const networkMs = ((tokens + others) * LATENCY_MS) / SMALL_AT_ONCE;
  const processorMs = (read.cpuMs + cloudMs) / availableParallelism();
  say(
    `Once more, 1 % changed: ${seconds(read.ms)}; ${others} calls, ${tokens} tokens, ${failed} tenants failed; CPU ${seconds(read.cpuMs)} (${byProcess(read.cpuOf)})`,
  );
  say(
    `Its limit here: network ${seconds(networkMs)}; processor ${seconds(processorMs)} (${seconds(read.cpuMs)} and the cloud's ${seconds(cloudMs)}, on ${availableParallelism()} cores)`,
  );
  return { share: round(read.ms / firstMs), callsPerTenant: round((tokens + others) / tenantIds.length) };
}

/** As the page lists them: how many of every tenant, and which of some, spread over all. */
async function compare(
  app: AppUnderMeasure,
  truth: Record<string, string[]>,
  tenantIds: readonly string[],
): Promise<{ lost: number; doubled: number }> {
  let [lost, doubled] = [0, 0];
  const counted = await app.counted();
  const every = Math.ceil(tenantIds.length / COMPARED_TENANTS);
  const some = tenantIds.filter((_, index) => index % every === 0);
  const listed = await app.listed(some);
  for (const tenantId of tenantIds) {
    const expected = truth[tenantId] ?? [];
    const ids = listed.get(tenantId);
    const surplus = (counted.get(tenantId) ?? 0) - expected.length;
    if (!ids) {
      doubled += Math.max(0, surplus);
      lost += Math.max(0, -surplus);
      continue;
    }
    const distinct = new Set(ids);
    doubled += ids.length - distinct.size;
    lost += expected.filter((id) => !distinct.has(id)).length;
    if (ids.length !== expected.length + surplus) throw new Error(`Counts and lists differ for ${tenantId}`);
  }
  return { lost, doubled };
}

void run().catch((error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
