import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { NEVER_READ } from '../../../main/incidents/sync-pass';
import { OverviewDesk } from '../../../main/overview/overview-desk';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const DAY = 86_400_000;
const NOW = Date.now();
const ago = (days: number) => NOW - days * DAY;

describe('the overview, where less is stored than there was', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant({ ...tenant(TENANT_A, 'Alpha'), addedAt: ago(300) });
    await store.addTenant({ ...tenant(TENANT_B, 'Beta'), addedAt: ago(300) });
    await readWhole(ago(300));
  });
  afterEach(() => temp.remove());

  /** Sixty incidents that were resolved in the last sixty days, with the place of a read that went back to a moment. */
  const readWhole = (knownFrom: number) => {
    const rows = Array.from({ length: 60 }, (_, day) =>
      incident(String(day), { status: 'Resolved', createdAt: ago(day + 1), updatedAt: ago(day + 0.5), rawIndex: day }),
    );
    return store.saveIncidentPage(page(TENANT_A, rows, { sync: { cursor: { ...NEVER_READ, knownFrom }, follows: 0, unlistedAt: null } }));
  };
  const desk = () => {
    const list = async () =>
      (await store.listTenants()).map((one) => ({
        ...one,
        domain: undefined,
        profile: EMPTY_PROFILE,
        health: { state: 'fresh' as const, refreshing: false },
      }));
    return new OverviewDesk({ store, tenants: { list }, schedule: () => ({ windowDays: 30 }), now: () => NOW });
  };
  const read = async (tenantId: string | null = TENANT_A) => {
    const { total, days, knownFrom } = (await desk().read(tenantId, 90)) ?? {};
    const hatched = days?.filter(({ at }) => at < (knownFrom ?? 0)).length;
    return { resolved: total?.resolved, hatched };
  };

  it('is whole as long as nothing was removed', async () => {
    expect(await read()).toEqual({ resolved: 60, hatched: 0 });
  });

  it('says of which days not all is known after incidents were kept for some days only, also when they are kept for ever again', async () => {
    await store.setKeepDays(TENANT_A, 10);
    await vi.waitFor(async () => expect((await store.storeFacts()).removals).toHaveLength(1));
    const known = { resolved: 10, hatched: 80 };
    expect(await read()).toEqual(known);
    await store.setKeepDays(TENANT_A, 0);
    expect(await read()).toEqual(known);
    expect(await read(null)).toEqual(known);
    expect(await read(TENANT_B)).toEqual({ resolved: 0, hatched: 0 });
  });

  it('says so before anything is removed, as no read brings what is older', async () => {
    await store.setKeepDays(null, 10);
    expect((await read(TENANT_B)).hatched).toBe(80);
  });

  it('says so after data was deleted and read again, however long ago the tenant came', async () => {
    await store.clearTenant(TENANT_A);
    await readWhole(ago(30));
    expect((await read()).hatched).toBe(60);
  });
});
