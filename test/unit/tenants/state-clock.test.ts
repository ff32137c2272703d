import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { syncSchedule } from '../../../contract/sync-schedule';
import type { StoredTenant, StorePort } from '../../../main/store/store-port';
import { StateClock } from '../../../main/tenants/state-clock';
import { TenantDirectory } from '../../../main/tenants/tenant-directory';
import { storedTenant } from '../../support/store/stored-tenant';

const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;

let clock: StateClock;
let told: string[][];

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  clock.stop();
  vi.useRealTimers();
});

/** Whoever shows tenants: asks for them, and again whenever the clock says so. */
async function shown(...tenants: Partial<StoredTenant>[]): Promise<void> {
  const stored = tenants.map((facts, at) =>
    storedTenant({
      tenantId: `11111111-2222-4333-8444-${String(at).padStart(12, '0')}`,
      displayName: `Tenant ${at}`,
      addedAt: NOW,
      lastAttemptAt: NOW,
      ...facts,
    }),
  );
  const directory = new TenantDirectory({
    store: { listTenants: async () => stored } satisfies Partial<StorePort> as unknown as StorePort,
    now: Date.now,
    refreshing: () => new Set(),
    credentialOf: async () => ({ problem: null, goodSince: NOW }),
    preferredSurface: () => 'xdr',
    schedule: () => syncSchedule.parse({}),
    newTenantApps: () => [],
    holdsUntil: (at) => clock.until(at),
    onChange: () => undefined,
  });
  told = [];
  const tell = async () => void told.push((await directory.list()).map(({ health }) => health.state));
  clock = new StateClock(Date.now, () => void tell());
  await tell();
}

it('tells when a read is no longer fresh, though nothing happens', async () => {
  await shown({ lastCompleteAt: NOW - 5 * MINUTE }, { lastCompleteAt: NOW });
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
  expect(told).toEqual([['fresh', 'fresh']]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told.at(-1)).toEqual(['stale', 'fresh']);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(told).toEqual([
    ['fresh', 'fresh'],
    ['stale', 'fresh'],
    ['stale', 'stale'],
  ]);
});

it('tells when the time to wait is over', async () => {
  const problem = { code: 'throttled', at: NOW, retryAt: NOW + MINUTE } as const;
  await shown({ problem, lastCompleteAt: NOW - MINUTE }, { problem });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(told).toEqual([
    ['throttled', 'throttled'],
    ['stale', 'failed'],
  ]);
});

it('tells soon after a computer woke, whose timers stood still', async () => {
  await shown({ lastCompleteAt: NOW });
  vi.setSystemTime(NOW + 60 * MINUTE);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual([['fresh'], ['stale']]);
});

it('is silent after it was stopped', async () => {
  await shown({ lastCompleteAt: NOW });
  clock.stop();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(told).toEqual([['fresh']]);
});
