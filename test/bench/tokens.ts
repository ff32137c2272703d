import type { Cloud } from './processes/cloud';
import type { TokensApp } from './processes/tokens-app';
import { electronPeer, forkPeer } from './support/peer';

/**
 * Cold tokens of many tenants, in the main process of a real Electron, against a loop and against msal-node as its samples use it.
 * `npm run bench -- tokens [tenants] [tenants of the loop]` (1,000 and 250 unless said: the loop's time is scaled to all). The cloud runs in its
 * own process and answers after 80 ms. Limit: tenants × 80 ms ÷ 32.
 */
const TENANTS = Number(process.argv[2] ?? 1_000);
const LOOP_TENANTS = Math.min(TENANTS, Number(process.argv[3] ?? 250));
const LATENCY_MS = 80;
const AT_ONCE = 32;

async function run(): Promise<void> {
  const cloud = forkPeer<Cloud>('cloud');
  const facts = await cloud.call.start({ tenants: TENANTS, incidents: 1, latencyMs: LATENCY_MS, pages: false });
  const inElectron = async <Out>(work: (app: TokensApp) => Promise<Out>): Promise<{ out: Out; calls: number }> => {
    // Each in a fresh process: no connection and no compiled code is left from the one before.
    const app = electronPeer<TokensApp>('tokens-app');
    const out = await work(app.call);
    await app.end();
    const { tokens, others } = await cloud.call.calls();
    return { out, calls: tokens + others };
  };
  const ours = await inElectron((app) => app.tenantry(facts, AT_ONCE));
  const naive = await inElectron((app) => app.naive(facts, AT_ONCE));
  const loop = await inElectron((app) => app.loop({ ...facts, tenantIds: facts.tenantIds.slice(0, LOOP_TENANTS) }));
  await cloud.end();

  const { coldMs, warmMs } = ours.out;
  const loopMs = (loop.out / LOOP_TENANTS) * TENANTS;
  const limitMs = (TENANTS * LATENCY_MS) / AT_ONCE;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  process.stdout.write(`${TENANTS} tenants, ${LATENCY_MS} ms latency, ${AT_ONCE} in flight; limit ${seconds(limitMs)}
Tenantry         ${seconds(coldMs)}, ${ours.calls} calls; all once more ${seconds(warmMs)}
msal-node alone  ${seconds(naive.out)}, ${naive.calls} calls (one client for all, its own network)
loop             ${seconds(loopMs)}${LOOP_TENANTS < TENANTS ? ` (scaled from ${LOOP_TENANTS} tenants)` : ''}
`);
  const figures = {
    callsPerToken: round(ours.calls / TENANTS),
    ratioToLimit: round(coldMs / limitMs),
    timesLoop: round(loopMs / coldMs),
    timesNaive: round(naive.out / coldMs),
    warmMsPerCall: round(warmMs / TENANTS),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;

void run();
