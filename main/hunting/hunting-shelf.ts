import { z } from 'zod';
import { type HuntingPastRun, huntingPastRun, type HuntingRun } from '../../contract/hunting';
import { type HuntingSchedule, huntingSchedule } from '../../contract/hunting-schedule';
import { instant } from '../../contract/ids';
import type { HuntingRecordKind, HuntingStorePort } from '../store/hunting-port';

/** A schedule with what is known of its last run. */
const keptSchedule = huntingSchedule.extend({
  lastRunAt: instant.nullable().catch(null),
  lastNewRows: z.number().int().nullable().catch(null),
  lastFailed: z.number().int().catch(0),
});
export type KeptSchedule = z.infer<typeof keptSchedule>;

const pastRun = huntingPastRun.omit({ open: true });

const MOST: Record<HuntingRecordKind, number> = { schedule: 200, run: 200 };

/** What of hunting outlives a session: schedules and the history of runs. What a later version wrote in a form unknown here is passed over. */
export class HuntingShelf {
  constructor(
    private readonly store: HuntingStorePort,
    private readonly now: () => number,
  ) {}

  schedules(): Promise<KeptSchedule[]> {
    return this.#list('schedule', keptSchedule);
  }

  async saveSchedule(schedule: HuntingSchedule | KeptSchedule): Promise<void> {
    const before = (await this.schedules()).find(({ scheduleId }) => scheduleId === schedule.scheduleId);
    // Another query finds other rows: nothing is compared with what the old one found.
    if (before && before.query !== schedule.query) await this.store.removeHunting('schedule', schedule.scheduleId);
    const known = before?.query === schedule.query ? before : { lastRunAt: null, lastNewRows: null, lastFailed: 0 };
    await this.#save('schedule', schedule.scheduleId, { ...known, ...schedule });
  }

  async removeSchedule(scheduleId: string): Promise<void> {
    await this.store.removeHunting('schedule', scheduleId);
  }

  async runs(open: ReadonlySet<string>): Promise<HuntingPastRun[]> {
    const runs = await this.#list('run', pastRun);
    return runs.map((run) => ({ ...run, open: open.has(run.runId) }));
  }

  async noteRun({ runId, query, range, split, startedAt, endedAt, tenants, totalRows, scheduleId }: HuntingRun): Promise<void> {
    const count = (wanted: HuntingRun['tenants'][number]['state']): number => tenants.filter(({ state }) => state === wanted).length;
    const run: z.infer<typeof pastRun> = {
      runId,
      query,
      range,
      split,
      startedAt,
      endedAt,
      tenantIds: tenants.map(({ tenantId }) => tenantId),
      rows: totalRows,
      whole: count('done'),
      partial: count('partial'),
      failed: count('failed'),
      cancelled: count('cancelled'),
      scheduleId,
    };
    await this.#save('run', runId, run, startedAt);
  }

  async #list<T>(kind: HuntingRecordKind, form: z.ZodType<T>): Promise<T[]> {
    const records = await this.store.listHunting(kind);
    return records.flatMap(({ body }) => {
      const parsed = form.safeParse(JSON.parse(body));
      return parsed.success ? [parsed.data] : [];
    });
  }

  async #save(kind: HuntingRecordKind, id: string, value: unknown, at = this.now()): Promise<void> {
    await this.store.saveHunting(kind, { id, at, body: JSON.stringify(value) }, MOST[kind]);
  }
}
