import type { StorePort } from '../../../main/store/store-port';
import type { Dice } from './dice';

/** What happens while tenants are read. */
export interface Meanwhile {
  /** Something changes in a tenant with these requests. */
  changes?: ReadonlySet<number>;
  /** With this request the read is cancelled. */
  cancelAt?: number;
  /** As this page is on its way to the store, what is stored of its tenant is deleted. */
  deletionAt?: number;
}

/** With one of the first requests or pages, or nothing. */
export function makeMeanwhile(dice: Dice): Meanwhile {
  return {
    changes: new Set(dice.chance(50) ? [dice.int(1, 6), dice.int(1, 12)] : []),
    ...(dice.chance(10) ? { cancelAt: dice.int(1, 10) } : {}),
    ...(dice.chance(25) ? { deletionAt: dice.int(1, 9) } : {}),
  };
}

/** The store as a read finds it where somebody deletes a tenant's data while a page is on its way. */
export function deletingAt(store: StorePort, at: number | undefined, onDelete: (tenantId: string) => void): StorePort {
  let pages = 0;
  return new Proxy(store, {
    get: (target, name: keyof StorePort) => {
      if (name !== 'saveIncidentPage') return target[name].bind(target);
      return async (...[page]: Parameters<StorePort['saveIncidentPage']>) => {
        pages += 1;
        if (pages === at) {
          onDelete(page.tenantId);
          await target.clearTenant(page.tenantId);
        }
        return target.saveIncidentPage(page);
      };
    },
  });
}
