import { rmSync } from 'node:fs';
import type { IncidentQuery } from '../../contract/incident';
import type { StorePort } from '../../main/store/store-port';
import { TempStore } from '../support/store/temp-store';
import { entitiesOf } from './support/million';
import { BENCH_KEY, copyOf, type MillionStore, millionStore } from './support/million-store';
import { earlyQuestions, PIVOTS, queueQuestions } from './support/queue-questions';
import { bareScroll, bareStart, homeWith, QueueWindow } from './support/queue-window';

/**
 * The queue over many stored incidents, in the built app: from a cold start to a usable list, beside a bare window of Electron and React; how long each
 * kind of question takes as the page sees it, the first time and again after something was looked at, some of them at once after the start as well; frames while scrolling and working; memory.
 * `npm run bench -- queue [rows] [tenants] [store]` (1,000,000 and 500 unless said). `store`: only the store, in this process, in time of the processor.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000);
const TENANTS = Number(process.argv[3] ?? 500);
const ONLY_STORE = process.argv[4] === 'store';
const GOAL_MS = 100;
/** Starts of each kind, in turn: the middle one counts. */
const STARTS = 3;

const say = (line: string) => process.stdout.write(`${line}\n`);
const round = (value: number) => Math.round(value * 10) / 10;
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Asker {
  ask(query: Parameters<StorePort['queryIncidents']>[0]): Promise<number>;
  /** Writes what is written when an incident is opened. */
  look(): Promise<unknown>;
}

/** The slowest question, asked for the first time or once more. */
async function askAll({ ask, look }: Asker, questions: ReadonlyMap<string, IncidentQuery>): Promise<{ name: string; ms: number }> {
  let slowest = { name: '', ms: 0 };
  for (const [name, question] of questions) {
    await look();
    const first = await ask(question);
    await look();
    const again = await ask(question);
    say(`${name.padEnd(38)} ${round(first)} ms, again ${round(again)} ms${first > GOAL_MS ? '   over the goal' : ''}`);
    if (first > slowest.ms) slowest = { name, ms: first };
  }
  return slowest;
}

async function inStore(store: MillionStore): Promise<void> {
  const temp = new TempStore();
  copyOf(store, temp.path);
  // Time of the processor: what else the machine does is not counted.
  const time = async (work: () => Promise<unknown>) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const began = performance.now();
  const opened = await temp.open({ key: BENCH_KEY });
  say(`Opened in ${round(performance.now() - began)} ms`);
  // What the last run kept of all rows is read with the first question that needs it.
  for (const [name, query] of earlyQuestions(store)) say(`${name.padEnd(38)} ${round(await time(() => opened.queryIncidents(query)))} ms`);
  // In the app this is done after the first list, between questions.
  say(`Read ahead in ${round(await time(() => opened.settle()))} ms`);
  const slowest = await askAll(
    { ask: (query) => time(() => opened.queryIncidents(query)), look: () => opened.noteLook(null, 1) },
    queueQuestions({ rows: ROWS, ...store }),
  );
  let pivotMs = 0;
  for (const one of PIVOTS) pivotMs = Math.max(pivotMs, await time(() => opened.seenIn(one)));
  const memoryMb = Math.round(process.memoryUsage.rss() / 1e6);
  await temp.remove();
  say(
    JSON.stringify({
      rows: ROWS,
      slowestOperation: slowest.name,
      slowestOperationMs: round(slowest.ms),
      pivotMs: round(pivotMs),
      memoryMb,
    }),
  );
}

async function inWindow(store: MillionStore): Promise<void> {
  const home = homeWith(store);
  const [bare, ours]: [number[], number[]] = [[], []];
  for (let at = 1; at < STARTS; at += 1) {
    bare.push(await bareStart());
    const window = await QueueWindow.open(home);
    ours.push(window.startMs);
    await window.close();
  }
  bare.push(await bareStart());
  const window = await QueueWindow.open(home);
  ours.push(window.startMs);
  say(`Bare ${bare.map(round).join(', ')} ms; to the list ${ours.map(round).join(', ')} ms`);
  const asker: Asker = { ask: (query) => window.list(query), look: () => window.time('incidents.look', { incident: null }) };
  const early = await askAll(asker, earlyQuestions(store));
  say(`The store rested ${round(await window.rest())} ms after that`);
  const slowest = await askAll(asker, queueQuestions({ rows: ROWS, ...store }));
  let pivotMs = 0;
  for (const one of PIVOTS) pivotMs = Math.max(pivotMs, await window.time('incidents.seenIn', { observables: [one] }));
  const slow = await window.scroll(240, 120);
  const fast = await window.scroll(240, 3_000);
  const work = await window.work();
  for (const [name, { fps, longestMs }] of Object.entries({ scrolling: slow, 'scrolling fast': fast, working: work })) {
    say(`${name.padEnd(16)} ${round(fps)} fps, longest frame ${round(longestMs)} ms`);
  }
  const memoryMb = await window.memoryMb();
  await window.close();
  const plain = await bareScroll(240, 120);
  say(`A bare window scrolls plain lines at ${round(plain.fps)} fps, longest frame ${round(plain.longestMs)} ms`);
  rmSync(home, { recursive: true, force: true });
  say(`${entitiesOf(ROWS)} entities; slowest: ${slowest.name}`);
  const result = {
    rows: ROWS,
    startToBare: Math.round((middle(ours) / middle(bare)) * 100) / 100,
    slowestOperationMs: round(slowest.ms),
    slowestAtOnceMs: round(early.ms),
    longestFrameMs: round(Math.max(slow.longestMs, fast.longestMs, work.longestMs)),
    fps: round(Math.min(slow.fps, fast.fps)),
    bareFps: round(plain.fps),
    pivotMs: round(pivotMs),
    memoryMb: Math.round(memoryMb),
  };
  say(JSON.stringify(result));
}

async function run(): Promise<void> {
  const store = await millionStore(ROWS, TENANTS, say);
  await (ONLY_STORE ? inStore(store) : inWindow(store));
}

void run();
