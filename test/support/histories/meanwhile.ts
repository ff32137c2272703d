import type { Dice } from './dice';

/** What happens while tenants are read, by the number of the request it happens with. */
export interface Meanwhile {
  /** Something changes in a tenant. */
  changes?: ReadonlySet<number>;
  cancelAt?: number;
  /** What is stored of a tenant is deleted. */
  deletion?: { at: number; tenantId: string };
}

/** With one of the first requests, or nothing. */
export function makeMeanwhile(dice: Dice, tenantIds: readonly string[]): Meanwhile {
  return {
    changes: new Set(dice.chance(50) ? [dice.int(1, 6), dice.int(1, 12)] : []),
    ...(dice.chance(10) ? { cancelAt: dice.int(1, 10) } : {}),
    ...(dice.chance(20) ? { deletion: { at: dice.int(1, 10), tenantId: dice.pick(tenantIds) } } : {}),
  };
}
