import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TenantId } from '../../../contract/ids';
import { IncidentsChanged } from '../../../main/app/incidents-changed';

const id = (at: number): TenantId => `11111111-2222-4333-8444-${String(at).padStart(12, '0')}`;
let told: (readonly TenantId[] | null)[];
let changed: IncidentsChanged;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  changed = new IncidentsChanged((tenantIds) => told.push(tenantIds), 100);
});
afterEach(() => {
  changed.stop();
  vi.useRealTimers();
});

it('names the tenants of a burst, each once, and not those that were told', () => {
  for (const at of [1, 2, 3, 2]) changed.of(id(at));
  vi.advanceTimersByTime(100);
  changed.of(id(4));
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([[id(1)], [id(2), id(3)], [id(4)]]);
});

it('names none where it may be any, whatever else changed with it', () => {
  changed.of(id(1));
  for (const tenantId of [id(2), null, id(3)]) changed.of(tenantId);
  vi.advanceTimersByTime(100);
  changed.of(id(4));
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([[id(1)], null, [id(4)]]);
});

it('names none where they are too many', () => {
  for (let at = 0; at < 300; at += 1) changed.of(id(at));
  vi.advanceTimersByTime(100);
  expect(told).toEqual([[id(0)], null]);
});
