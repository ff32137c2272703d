import type { TenantId } from '../../contract/ids';
import type { Overview, OverviewDays } from '../../contract/overview';
import type { SyncSchedule } from '../../contract/sync-schedule';
import { toRow } from '../incidents/incident-desk';
import type { StorePort } from '../store/store-port';
import { coverageOf } from '../tenants/coverage';
import type { TenantDirectory } from '../tenants/tenant-directory';
import { dayOf, daysOf, knownFrom, tenantsOf, totalOf } from './figures';

/** How many of those that wait longest are shown. */
const OLDEST = 10;

export interface OverviewDeskParts {
  store: Pick<StorePort, 'readFigures' | 'lookedAtAll'>;
  tenants: Pick<TenantDirectory, 'list'>;
  schedule(): Pick<SyncSchedule, 'windowDays'>;
  now(): number;
}

/** The figures of a period, over all customers or of one. */
export class OverviewDesk {
  constructor(private readonly parts: OverviewDeskParts) {}

  /** Null: there is no such tenant. */
  async read(tenantId: TenantId | null, days: OverviewDays): Promise<Overview | null> {
    const { store, tenants, schedule, now } = this.parts;
    const asOf = now();
    const to = dayOf(asOf);
    const from = to - days + 1;
    const [listed, stored, lookedAt] = await Promise.all([
      tenants.list(),
      store.readFigures({ tenantId, fromDay: from, oldest: OLDEST }),
      store.lookedAtAll(),
    ]);
    const asked = tenantId === null ? listed : listed.filter((tenant) => tenant.tenantId === tenantId);
    if (stored === null || (tenantId !== null && asked.length === 0)) return null;
    const byId = new Map(asked.map((tenant) => [tenant.tenantId, tenant]));
    return {
      asOf,
      days: daysOf(stored, { from, to }),
      tenants: tenantsOf(stored, asked),
      total: totalOf(stored),
      oldest: stored.oldest.map((row) => toRow(row, byId.get(row.tenantId), lookedAt)),
      knownFrom: knownFrom(asked, stored.reach, { windowDays: schedule().windowDays, now: asOf }),
      coverage: coverageOf(asked.map(({ health }) => health)),
    };
  }
}
