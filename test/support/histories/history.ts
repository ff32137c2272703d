import { expect } from 'vitest';
import type { SyncOutcome } from '../../../contract/sync';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { OVERLAP_MS } from '../../../main/incidents/sync-pass';
import type { StorePort } from '../../../main/store/store-port';
import { tenantHealth } from '../../../main/tenants/tenant-health';
import { type PartnerAtSandbox, partnerAtSandbox } from '../../integration/identity/partner';
import { testBinding } from '../sqlite-binding';
import { TempStore } from '../store/temp-store';
import { bearing, changeSomething } from './cloud-changes';
import { Dice } from './dice';
import { HistoryClock } from './history-clock';
import { readOnce } from './reader';
import { deletingAt, makeMeanwhile, type Meanwhile } from './meanwhile';
import { expectNamedWay } from './named-way';
import { readUntilKilled } from './reader-orders';
import { type Snapshot, Truth } from './truth';
import { makeWeather, type Weather } from './weather';

const DAY_MS = 86_400_000;
const CALM = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 64 * 1024 * 1024 };
/** Where something never answers. */
const SHORT = { ...CALM, headersMs: 150, bodyMs: 300 };
/** Around the edges of pages of 100, of which five are shared. */
const SIZES = [40, 99, 100, 101, 195, 196, 250];
/** Around what the next page is ahead of the last one. */
const GROWTHS = [44, 45, 90, 95, 100, 130];
const NO_WEATHER: Weather = { said: [], cutOff: new Set(), silent: false };

/** One random history of a cloud and of the reading of it. The same seed gives the same history. */
export class History {
  /** What happened, for who has to find out why it went wrong. */
  readonly account: string[] = [];
  readonly #temp = new TempStore();
  readonly #dice: Dice;
  readonly #windowDays: number | null;
  #at!: PartnerAtSandbox;
  #clock!: HistoryClock;
  #truth!: Truth;
  #store!: StorePort;
  #budgets = new CallBudgets();
  /** Over which surfaces each open tenant lets itself be read; the first is asked first. */
  readonly #surfaces = new Map<string, readonly ('xdr' | 'graph')[]>();
  /** Reads that were complete although the surface asked first refused. */
  fellOver = 0;

  constructor(
    private readonly seed: number,
    private readonly childBundle: string,
  ) {
    this.#dice = new Dice(seed);
    this.#windowDays = this.#dice.pick([null, null, 30]);
  }

  async run(): Promise<void> {
    try {
      await this.#begin();
      for (let left = this.#dice.int(5, 8); left > 0; left--) await this.#step();
      await this.#end();
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      throw new Error([`In the history of seed ${this.seed}: ${told}`, ...this.account].join('\n  '), { cause: error });
    } finally {
      await this.#at.sandbox.close();
      await this.#temp.remove();
    }
  }

  async #begin(): Promise<void> {
    const now = Date.UTC(2026, 9, 1, 12);
    this.#at = await partnerAtSandbox({ seed: this.seed, tenants: 6, incidents: this.#dice.pick(SIZES), now: new Date(now) });
    const { control, tenants } = this.#at.sandbox;
    this.#clock = new HistoryClock(now, (service) => control.setClock(service));
    this.#truth = new Truth(control, this.#tenantIds);
    control.setNextLink(this.#dice.chance(50));
    this.#store = await this.#temp.open();
    // Those that are open: some with both surfaces, so that reads fall over and come back, and one or none with Graph alone.
    for (const { tenantId, state } of tenants) {
      if (state !== 'consented') continue;
      const ways = this.#dice.pick([['xdr'], ['xdr', 'graph'], ['xdr', 'graph'], ['graph']] as const);
      this.#surfaces.set(tenantId, ways);
      control.setTenantState(tenantId, ways.length > 1 ? 'bothSurfaces' : ways[0] === 'graph' ? 'graphOnly' : 'consented');
      this.account.push(`${tenantId.slice(0, 4)}: allows ${ways.join(' and ')}`);
    }
    for (const { tenantId, displayName, domain } of tenants)
      await this.#store.addTenant({ tenantId, displayName, domain, addedAt: this.#clock.now() });
  }

  get #tenantIds(): string[] {
    return this.#at.sandbox.tenants.map(({ tenantId }) => tenantId);
  }

  #isOpen(tenantId: string): boolean {
    return this.#surfaces.has(tenantId);
  }

  async #step(): Promise<void> {
    const open = this.#tenantIds.filter((tenantId) => this.#isOpen(tenantId));
    this.#clock.skew = this.#dice.pick([this.#clock.skew, this.#clock.skew, 0, 2 * 3_600_000, -2 * 3_600_000]);
    this.#clock.move(this.#dice.pick([0, 0, 1, 30_000, 120_000, 3_600_000, DAY_MS]));
    for (let left = this.#dice.int(0, 4); left > 0; left--) this.#change(open);
    const how = this.#dice.pick(['calm', 'calm', 'weather', 'weather', 'weather', 'kill', 'edge', 'growth'] as const);
    if (how === 'kill') return this.#killedRead();
    if (how === 'edge') return this.#edge(this.#dice.pick(open));
    if (how === 'growth') return this.#growth(this.#dice.pick(open));
    const weather =
      how === 'weather'
        ? makeWeather(this.#dice, this.#at.sandbox.control, open, (tenantId) => this.#surfaces.get(tenantId) ?? [])
        : NO_WEATHER;
    await this.#read(weather, makeMeanwhile(this.#dice));
    this.#at.sandbox.control.clearFaults();
  }

  #change(open: readonly string[]): void {
    const tenantId = this.#dice.pick(open);
    this.account.push(`${tenantId.slice(0, 4)}: ${changeSomething(this.#dice, this.#clock, this.#truth, tenantId)}`);
  }

  /** A change is read and, in the same moment, another is listed that is as late as a change may be: exactly where the next list begins. */
  async #edge(tenantId: string): Promise<void> {
    const { service } = this.#clock;
    this.#truth.add(tenantId, bearing(service));
    await this.#read(NO_WEATHER);
    if (this.#clock.service !== service) return;
    this.account.push(`${tenantId.slice(0, 4)}: five minutes late to the millisecond`);
    this.#truth.add(tenantId, bearing(service - OVERLAP_MS));
    await this.#read(NO_WEATHER);
  }

  /** A read is interrupted, and goes on where the list has grown by about a page. */
  async #growth(tenantId: string): Promise<void> {
    await this.#read(NO_WEATHER, { cancelAt: this.#dice.int(5, 12) });
    const growth = this.#dice.pick(GROWTHS);
    this.account.push(`${tenantId.slice(0, 4)}: grows by ${growth}`);
    for (let left = growth; left > 0; left--) {
      // Not all at once: what lies within the overlap is listed again with every read.
      this.#clock.move(10_000);
      this.#truth.add(tenantId, bearing(this.#clock.service));
    }
    await this.#read(NO_WEATHER);
  }

  async #read(weather: Weather, { changes, cancelAt, deletionAt }: Meanwhile = {}): Promise<SyncOutcome[]> {
    this.account.push(`read${weather.said.length > 0 ? ` in bad weather: ${weather.said.join('; ')}` : ''}`);
    const began = this.#snapshots();
    const open = this.#tenantIds.filter((tenantId) => this.#isOpen(tenantId));
    const cancel = new AbortController();
    const leaves = new Map(this.#tenantIds.map((tenantId) => [tenantId, new AbortController()]));
    let gone: string | undefined;
    const onDelete = (tenantId: string): void => {
      gone = tenantId;
      leaves.get(tenantId)?.abort();
      this.account.push(`${tenantId.slice(0, 4)}: its data is deleted as page ${deletionAt} comes`);
    };
    let requests = 0;
    const outcomes = await readOnce(
      {
        ...this.#reading(),
        store: deletingAt(this.#store, deletionAt, onDelete),
        limits: weather.silent ? SHORT : CALM,
        fetch: (url, init) => {
          requests += 1;
          if (changes?.has(requests)) this.#change(open);
          if (requests === cancelAt) cancel.abort();
          return fetch(url, init);
        },
      },
      this.#tenantIds,
      {
        signal: cancel.signal,
        signalOf: (tenantId) => {
          const leave = leaves.get(tenantId);
          return leave && AbortSignal.any([cancel.signal, leave.signal]);
        },
        hasLeft: (tenantId) => leaves.get(tenantId)?.signal.aborted ?? false,
      },
    );
    expect(outcomes.map(({ tenantId }) => tenantId)).toEqual(this.#tenantIds);
    const told = outcomes.filter(({ tenantId }) => tenantId !== gone);
    await this.#expectHonest(told, began, weather, cancel.signal.aborted);
    if (gone !== undefined) await this.#truth.expectDeleted(this.#store, gone);
    return outcomes;
  }

  #reading() {
    const { environment, broker } = this.#at;
    const { now, delay } = this.#clock;
    return { environment, tokens: broker, store: this.#store, budgets: this.#budgets, now, delay, windowDays: this.#windowDays };
  }

  /** Reads in a process of its own that is killed; what it was told as done counts like any other read. */
  async #killedRead(): Promise<void> {
    const killAt = this.#dice.int(1, 40);
    const began = this.#snapshots();
    await this.#store.close();
    const { environment, sandbox } = this.#at;
    const { clientId, clientSecret: secret } = sandbox.partner;
    const { path, key } = this.#temp;
    const order = { path, key, binding: testBinding(), environment, clientId, secret, tenantIds: this.#tenantIds };
    const killed = await readUntilKilled(this.childBundle, { ...order, windowDays: this.#windowDays, now: this.#clock.now() }, killAt);
    this.account.push(`read in another process, ${killed.outcomes ? 'done' : 'killed'} after ${killed.reports.length} steps`);
    this.#store = await this.#temp.open();
    this.#budgets = new CallBudgets();
    if (killed.outcomes) await this.#expectHonest(killed.outcomes, began, NO_WEATHER, false);
    else for (const tenantId of this.#tenantIds) await this.#truth.expectNothingFalse(this.#store, tenantId);
  }

  #snapshots(): Map<string, Snapshot> {
    return new Map(this.#tenantIds.map((tenantId) => [tenantId, this.#truth.snapshot(tenantId)]));
  }

  /** Whatever the weather: who is said to be read is, and who is not is named. */
  async #expectHonest(
    outcomes: readonly SyncOutcome[],
    began: ReadonlyMap<string, Snapshot>,
    weather: Weather,
    cancelled: boolean,
  ): Promise<void> {
    const tenants = new Map((await this.#store.listTenants()).map((tenant) => [tenant.tenantId, tenant]));
    for (const { tenantId, result, problem } of outcomes) {
      const what = `${tenantId} (${result}, ${problem?.code ?? 'no problem'})`;
      const stored = await this.#truth.expectNothingFalse(this.#store, tenantId);
      const tenant = tenants.get(tenantId);
      if (!tenant) throw new Error(`${tenantId} is not stored`);
      const health = tenantHealth(tenant, { now: this.#clock.now(), refreshing: false });
      if (result === 'complete') {
        expect(this.#isOpen(tenantId) && !weather.cutOff.has(tenantId), `${what} cannot be complete`).toBe(true);
        expect(tenant.problem, what).toBeNull();
        if (expectNamedWay(tenant, this.#surfaces.get(tenantId) ?? [], what)) this.fellOver += 1;
        this.#truth.expectNothingLost(tenantId, stored, began.get(tenantId) ?? new Map(), this.#since);
      } else if (result === 'cancelled') {
        expect(cancelled, what).toBe(true);
      } else {
        expect(problem, what).toBeDefined();
        expect(tenant.problem?.code, what).toBe(problem?.code);
        if (weather === NO_WEATHER) expect(problem?.code, what).not.toBe('unreadable');
        expect(health.state, what).not.toBe('fresh');
      }
    }
  }

  /** The start of the window; a wrong clock may be a minute off. */
  get #since(): number {
    return this.#windowDays === null ? 0 : this.#clock.service - this.#windowDays * DAY_MS + 61_000;
  }

  /** After a day without bad weather all is as in the cloud, and reading again costs one call a tenant. */
  async #end(): Promise<void> {
    this.#clock.skew = 0;
    for (const [wait, marked] of [
      [DAY_MS + 5 * 3_600_000, false],
      [20 * 60_000, true],
    ] as const) {
      this.#clock.move(wait);
      const outcomes = await this.#read(NO_WEATHER);
      for (const { tenantId, result } of outcomes) {
        expect(result, `${tenantId} in the end`).toBe(this.#isOpen(tenantId) ? 'complete' : 'failed');
        if (result !== 'complete') continue;
        const stored = await this.#truth.expectNothingFalse(this.#store, tenantId);
        this.#truth.expectEqual(tenantId, stored, this.#since);
        if (marked) this.#truth.expectVanishedMarked(tenantId, stored);
      }
    }
    this.#clock.move(60_000);
    this.#at.sandbox.control.clearRequests();
    await this.#read(NO_WEATHER);
    const open = this.#tenantIds.filter((tenantId) => this.#isOpen(tenantId));
    const calls = this.#at.sandbox.control.requests().filter(({ path }) => /^\/(?:api|v1\.0\/security)\/incidents/.test(path));
    const called = calls.flatMap(({ tenantId = '' }) => (open.includes(tenantId) ? tenantId : []));
    expect(called.sort(), 'calls where nothing changed').toEqual([...open].sort());
  }
}
