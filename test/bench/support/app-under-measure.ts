import type { IncidentPage } from '../../../contract/incident';
import type { SyncOutcome } from '../../../contract/sync';
import type { Tenant } from '../../../contract/tenant';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshHome, launchApp, type RunningApp } from '../../support/app';
import { giveToAppUser } from '../../support/app-user';
import { Pilot } from '../../support/pilot';
import type { CloudFacts } from '../processes/cloud';
import { type ProcessUse, processUse } from './process-use';
import { profiled } from './profiles';

export interface AppRead extends ProcessUse {
  ms: number;
  /** Until incidents of every tenant were there, as the page sees it; null where that was not looked for. */
  overviewMs: number | null;
  outcomes: SyncOutcome[];
  longestPauseMs: number;
  /** Until the search covered everything; null where that was not waited for. */
  searchableMs: number | null;
}

interface Looking {
  overview: boolean;
  untilSearchable: boolean;
}

/** How often it is looked for, at most; more rarely where looking takes long: it must not be what is measured. */
const OVERVIEW_EVERY_MS = 250;
/** Incidents of a tenant's newest page. */
const NEWEST = 100;
const SEARCH_EVERY_MS = 250;

/** The built app in a real Electron, with a partner app connected and tenants added, and its incident list on screen. */
export class AppUnderMeasure {
  private constructor(
    private readonly home: string,
    private readonly app: RunningApp,
    private readonly tenantIds: readonly string[],
  ) {}

  static async open({ definition, partner, tenantIds }: CloudFacts): Promise<AppUnderMeasure> {
    const home = freshHome();
    const file = join(home, 'cloud.json');
    writeFileSync(file, JSON.stringify(definition));
    giveToAppUser(file, 0o600);
    const app = await launchApp({ home, args: [`--cloud=${file}`, '--log-level=3'] });
    const pilot = new Pilot(app.electron, app.page);
    await pilot.connectPartnerApp(partner);
    const opened = new AppUnderMeasure(home, app, tenantIds);
    await opened.#call(
      'tenants.addSeveral',
      tenantIds.map((tenantId, index) => ({ tenantId, displayName: `Customer ${index}` })),
    );
    // Only what is measured is read.
    await opened.#call('sync.setPace', { group: null, minutes: 0 });
    await pilot.goTo('Incidents');
    await opened.#watchPauses();
    return opened;
  }

  /** Reads all tenants, as the button on screen does. `overview`: looks for something of each meanwhile, which is work beside the read. */
  read(name: string, looking: Looking): Promise<AppRead> {
    return profiled(this.app, `${name}-${this.tenantIds.length}`, () => this.#read(looking));
  }

  async #read({ overview, untilSearchable }: Looking): Promise<AppRead> {
    await this.#longestPause();
    const before = await this.#use();
    const began = performance.now();
    let done = false;
    const reading = this.#call<SyncOutcome[]>('incidents.sync', { tenantId: null }).finally(() => {
      done = true;
    });
    const overviewMs = overview ? await this.#overview(began, () => done) : null;
    const outcomes = await reading;
    const ms = performance.now() - began;
    const longestPauseMs = await this.#longestPause();
    const after = await this.#use();
    while (untilSearchable && !(await this.#allSearchable())) await new Promise((resolve) => setTimeout(resolve, SEARCH_EVERY_MS));
    const searchableMs = untilSearchable ? performance.now() - began : null;
    const cpuOf = Object.fromEntries(Object.entries(after.cpuOf).map(([name, cpu]) => [name, cpu - (before.cpuOf[name] ?? 0)]));
    const { memoryMb } = after;
    return { ms, overviewMs, outcomes, longestPauseMs, searchableMs, cpuMs: after.cpuMs - before.cpuMs, cpuOf, memoryMb };
  }

  /** How many incidents the page is shown of each tenant. */
  async counted(): Promise<Map<string, number>> {
    const { groups } = await this.#list({ tenantId: null, offset: 0, limit: 1, groupBy: 'tenant' });
    return new Map((groups ?? []).map(({ value, count }) => [value, count]));
  }

  /** IDs of the incidents the page is shown of these tenants, every one as often as it is listed. */
  async listed(tenantIds: readonly string[]): Promise<Map<string, string[]>> {
    const listed = new Map<string, string[]>();
    for (const tenantId of tenantIds) {
      const ids: string[] = [];
      for (let total = 1; ids.length < total; ) {
        const page = await this.#list({ tenantId, offset: ids.length, limit: 200 });
        if (page.rows.length === 0) break;
        ({ total } = page);
        ids.push(...page.rows.map(({ incidentId }) => incidentId));
      }
      listed.set(tenantId, ids);
    }
    return listed;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async #overview(began: number, done: () => boolean): Promise<number> {
    for (;;) {
      const last = done();
      const asked = performance.now();
      const { total } = await this.#list({ tenantId: null, offset: 0, limit: 1 });
      // All tenants are asked for only when there may be something of each: that is work for the app.
      const may = total >= NEWEST * this.tenantIds.length;
      const all = may && (await this.#call<Tenant[]>('tenants.list')).every(({ incidentCount }) => incidentCount > 0);
      const now = performance.now();
      if (last || all) return now - began;
      await new Promise((resolve) => setTimeout(resolve, Math.max(OVERVIEW_EVERY_MS, 4 * (now - asked))));
    }
  }

  async #allSearchable(): Promise<boolean> {
    const { search } = await this.#list({ tenantId: null, text: 'nothing is called this', offset: 0, limit: 1 });
    return search === null || search.searchable === search.total;
  }

  #list(query: { tenantId: string | null; text?: string; offset: number; limit: number; groupBy?: 'tenant' }): Promise<IncidentPage> {
    return this.#call('incidents.list', { sort: 'createdAt', descending: true, ...query });
  }

  async #call<Out>(name: string, input?: unknown): Promise<Out> {
    const answer = await this.app.page.evaluate(([called, given]) => window.tenantry.call(called as string, given), [name, input]);
    const { ok, value, error } = answer as { ok: boolean; value: Out; error?: unknown };
    if (!ok) throw new Error(`${name} was refused: ${JSON.stringify(error ?? answer)}`);
    return value;
  }

  /** In main: how long a timer that is due at once had to wait, at the worst. */
  #watchPauses(): Promise<void> {
    return this.app.electron.evaluate(() => {
      const watch = { last: performance.now(), longest: 0 };
      setInterval(() => {
        const at = performance.now();
        watch.longest = Math.max(watch.longest, at - watch.last - 5);
        watch.last = at;
      }, 5);
      Object.assign(globalThis, { benchPauses: watch });
    });
  }

  /** The longest pause since this was asked last. */
  #longestPause(): Promise<number> {
    return this.app.electron.evaluate(() => {
      const { benchPauses } = globalThis as unknown as { benchPauses: { longest: number } };
      const { longest } = benchPauses;
      benchPauses.longest = 0;
      return longest;
    });
  }

  async #use(): Promise<ProcessUse> {
    return processUse(
      await this.app.electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid, name, type }) => ({ pid, name: name ?? type }))),
    );
  }
}
