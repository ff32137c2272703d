import { describe, expect, it } from 'vitest';
import { progressOf, totalProgress } from '../../../main/incidents/sync-progress';

const run = { running: true, tenantsTotal: 3, tenantsDone: 1, tenantsFailed: 1, incidentsRead: 10, startedAt: 5 };

describe('progress of reads', () => {
  it('adds up runs that go on at the same time', () => {
    expect(totalProgress([run, { ...run, running: false, startedAt: 7, finishedAt: 9 }])).toEqual({
      running: true,
      tenantsTotal: 6,
      tenantsDone: 2,
      tenantsFailed: 2,
      incidentsRead: 20,
      startedAt: 5,
    });
    expect(totalProgress([{ ...run, running: false, finishedAt: 9 }])).toMatchObject({ running: false, finishedAt: 9 });
    expect(totalProgress([])).toEqual({ running: false, tenantsTotal: 0, tenantsDone: 0, tenantsFailed: 0, incidentsRead: 0 });
  });

  it('counts what a finished run brought; a cancelled tenant did not fail', () => {
    const outcome = { tenantId: 't', pages: 1, incidents: 4, finishedAt: 9 };
    const results = (['complete', 'partial', 'failed', 'cancelled'] as const).map((result) => ({ ...outcome, result }));
    expect(progressOf(results)).toEqual({
      running: false,
      tenantsTotal: 4,
      tenantsDone: 4,
      tenantsFailed: 2,
      incidentsRead: 16,
      finishedAt: 9,
    });
  });
});
