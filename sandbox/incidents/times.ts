import { Random } from '../random/random';
import type { Tenant } from '../directory/tenants';

const MINUTE = 60_000;
/** The oldest incident of a tenant with many is not older: apps read a month back. */
const OLDEST_MINUTES = 29 * 24 * 60;
const THINNING = 1.15;

/**
 * A moment as the API writes it: UTC with up to seven digits of a second, trailing zeros left out (`…:57.29Z`, `…:57.0733333Z`).
 * @param milliseconds since 1970
 * @param ticks the four digits below a millisecond, 0 to 9,999
 */
export function instant(milliseconds: number, ticks = 0): string {
  const [seconds = '', rest = ''] = new Date(milliseconds).toISOString().split('.');
  const fraction = `${rest.slice(0, 3)}${String(ticks).padStart(4, '0')}`.replace(/0+$/, '');
  return fraction === '' ? `${seconds}Z` : `${seconds}.${fraction}Z`;
}

/** Some incidents are created in the very same tick as the one after them, as happens when one detection run opens several. */
function twinOf(index: number): number {
  return index % 9 === 5 ? index - 1 : index;
}

/** When incident number `index` was created: 0 is the newest. Never later for a higher index. */
export function createdAt(tenant: Tenant, anchor: number, index: number): { milliseconds: number; ticks: number } {
  const place = twinOf(index);
  const fastest = OLDEST_MINUTES / (tenant.generated + 1) ** THINNING;
  const pace = Math.min(fastest, 20 + 100 * new Random(`${tenant.key}:pace`).next());
  const random = new Random(`${tenant.key}:${place}:created`);
  const minutes = 6 + pace * (place + random.next()) ** THINNING;
  return { milliseconds: Math.floor(anchor - minutes * MINUTE), ticks: random.int(0, 9_999) };
}

/** A moment between creation and the anchor, sooner rather than later. */
export function laterThan(created: number, anchor: number, random: Random): string {
  const span = Math.min(anchor - created, 5 * 24 * 60 * MINUTE);
  return instant(Math.floor(created + span * random.next() ** 2), random.int(0, 9_999));
}
