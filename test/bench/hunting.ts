import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HuntingRun } from '../../contract/hunting';
import { freshHome, launchApp } from '../support/app';
import { giveToAppUser } from '../support/app-user';
import { Pilot } from '../support/pilot';
import type { CloudFacts } from './processes/cloud';
import type { HuntingApp } from './processes/hunting-app';
import type { HuntingCloud } from './processes/hunting-cloud';
import { sequentialLoop } from './support/hunting-loop';
import { electronPeer, forkPeer } from './support/peer';
import { processUse } from './support/process-use';

/**
 * Hunting over many customers: the built app in a real Electron, every row kept, against a loop that asks one tenant after the other and only parses.
 * `npm run bench -- hunting [tenants] [rows]` (100 and 10,000 unless said), from a cloud in its own process that answers after 80 ms. The page reads
 * windows of rows whenever it is told of news, as a grid on screen does. Limit: the larger of calls × latency ÷ 32 at once, and reading and keeping
 * the same answers alone.
 */
const TENANTS = Number(process.argv[2] ?? 100);
const ROWS = Number(process.argv[3] ?? 10_000);
const LATENCY_MS = 80;
const AT_ONCE = 32;
/** A token and a query. */
const CALLS = 2;
const LOOP_TENANTS = 20;

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const round = (value: number) => Math.round(value * 100) / 100;

interface Seen {
  run: HuntingRun;
  ms: number;
  firstRowMs: number;
  longestFrameMs: number;
}

async function run(): Promise<void> {
  const cloud = forkPeer<HuntingCloud>('hunting-cloud');
  const facts = await cloud.call.start({ tenants: TENANTS, rows: ROWS, latencyMs: LATENCY_MS });
  const some = facts.tenantIds.slice(0, LOOP_TENANTS);
  const loop = await sequentialLoop(facts, some);
  const loopMs = loop.msPerTenant * TENANTS;
  say(`One after the other, parsed only: ${seconds(loopMs)} (${some.length} tenants measured)`);
  const floorApp = electronPeer<HuntingApp>('hunting-app');
  const floorMs = (await floorApp.call.floor(facts, some)) * TENANTS;
  await floorApp.end();
  const networkMs = (CALLS * TENANTS * LATENCY_MS) / AT_ONCE;
  const limitMs = Math.max(floorMs, networkMs);
  say(`Limit: ${seconds(limitMs)} (reading and keeping alone ${seconds(floorMs)}, calls ${seconds(networkMs)})`);
  const { seen, memoryMb } = await inApp(facts);
  await cloud.end();
  const whole = seen.run.tenants.filter(({ state }) => state === 'done').length;
  say(
    `Tenantry: ${seconds(seen.ms)}, first row after ${Math.round(seen.firstRowMs)} ms, ${whole} of ${TENANTS} tenants whole, ${Math.round(memoryMb)} MB`,
  );
  const figures = {
    rows: seen.run.totalRows,
    firstRowMs: Math.round(seen.firstRowMs),
    timesLoop: round(loopMs / seen.ms),
    ratioToLimit: round(seen.ms / limitMs),
    peakMemoryMb: Math.round(memoryMb),
    longestFrameMs: Math.round(seen.longestFrameMs),
  };
  say(`\n${JSON.stringify(figures)}`);
}

async function inApp({ definition, partner, tenantIds }: CloudFacts): Promise<{ seen: Seen; memoryMb: number }> {
  const home = freshHome();
  const file = join(home, 'cloud.json');
  writeFileSync(file, JSON.stringify(definition));
  giveToAppUser(file, 0o600);
  const app = await launchApp({ home, args: [`--cloud=${file}`, '--log-level=3'] });
  try {
    await new Pilot(app.electron, app.page).connectPartnerApp(partner);
    const seen = await app.page.evaluate(hunted, tenantIds);
    const { memoryMb } = processUse(
      await app.electron.evaluate(({ app: main }) => main.getAppMetrics().map(({ pid, name, type }) => ({ pid, name: name ?? type }))),
    );
    return { seen, memoryMb };
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** In the page: runs a query over these tenants, and reads and draws windows of its rows while they come. */
async function hunted(tenantIds: string[]): Promise<Seen> {
  const call = async <Out>(name: string, input: unknown): Promise<Out> => {
    const answer = (await window.tenantry.call(name, input)) as { ok: boolean; value: Out; error?: unknown };
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  await call(
    'tenants.addSeveral',
    tenantIds.map((tenantId, index) => ({ tenantId, displayName: `Customer ${index}` })),
  );
  await call('sync.setPace', { group: null, minutes: 0 });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const place = document.createElement('pre');
  document.body.append(place);
  const view = { sort: null, filters: [], text: '' };
  let longestFrameMs = 0;
  let lastFrame = performance.now();
  let watching = true;
  const frame = (at: number): void => {
    longestFrameMs = Math.max(longestFrameMs, at - lastFrame);
    lastFrame = at;
    if (watching) requestAnimationFrame(frame);
  };
  requestAnimationFrame((at) => {
    lastFrame = at;
    requestAnimationFrame(frame);
  });
  const began = performance.now();
  let firstRowMs = 0;
  const { runId } = await call<{ runId: string }>('hunting.start', { query: 'DeviceProcessEvents', tenantIds, range: null, split: 'none' });
  for (;;) {
    const window = await call<{ total: number; rows: { values: unknown[] }[] }>('hunting.rows', { runId, view, offset: 0, limit: 100 });
    if (window.total > 0 && firstRowMs === 0) firstRowMs = performance.now() - began;
    place.textContent = window.rows.map(({ values }) => values.join(' ')).join('\n');
    const state = await call<HuntingRun>('hunting.run', { runId });
    if (state.state !== 'running') {
      watching = false;
      return { run: state, ms: performance.now() - began, firstRowMs, longestFrameMs };
    }
    await new Promise((resolve) => setTimeout(resolve, firstRowMs === 0 ? 20 : 250));
  }
}

void run();
