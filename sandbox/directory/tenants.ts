import { Random } from '../random/random';
import type { TenantState } from '../types';
import { COMPANY_NAMES, companyName } from './company-names';

/** A tenant of the directory. Customers, the partner's own tenant and one of another cloud are all of this kind. */
export interface Tenant {
  tenantId: string;
  domain: string;
  /** The domain every tenant has from its first day on. */
  initialDomain: string;
  displayName: string;
  state: TenantState;
  /** Part of what its data are made from. */
  key: string;
  /** Incidents made from the seed. */
  generated: number;
  /** Incident IDs count down from here. Every fourth tenant shares the range, so that the same ID occurs in several. */
  firstIncidentId: number;
  /** Service principal of the partner app in this tenant. */
  servicePrincipalId: string;
  /** `cloud_instance_name` when it lives in another cloud. */
  foreignCloud: string | null;
}

/** The first dozen shows every common state; most later ones are fine, as in a real customer list. */
const FIRST_STATES: readonly TenantState[] = [
  'consented',
  'consented',
  'notConsented',
  'consented',
  'consented',
  'partial',
  'consented',
  'notLicensed',
  'consented',
  'appDisabled',
  'consented',
  'notConsentedOld',
];

const LATER_STATES: readonly (readonly [TenantState, number])[] = [
  ['consented', 91],
  ['notConsented', 3],
  ['partial', 2],
  ['notLicensed', 2],
  ['noRoles', 1],
  ['appDisabled', 1],
];

const UNCONSENTED: ReadonlySet<TenantState> = new Set(['notConsented', 'notConsentedOld', 'partial', 'noRoles', 'readOnly']);

/** Whether a consent in this tenant would grant the partner app what it lacks. */
export function lacksConsent(tenant: Tenant): boolean {
  return UNCONSENTED.has(tenant.state);
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function tenant(key: string, displayName: string, rest: Pick<Tenant, 'state' | 'generated' | 'firstIncidentId'>): Tenant {
  const random = new Random(`${key}:tenant`);
  return {
    ...rest,
    key,
    displayName,
    tenantId: random.guid(),
    servicePrincipalId: random.guid(),
    domain: `${slug(displayName)}.example`,
    initialDomain: `${slug(displayName).replaceAll('-', '')}.onmicrosoft.example`,
    foreignCloud: null,
  };
}

/** Customer number `ordinal`, from 0: a function of seed and number alone. */
export function customerTenant(seed: number, ordinal: number, mostIncidents: number, sameSize = false): Tenant {
  const key = `${seed}:${ordinal}`;
  const random = new Random(`${key}:size`);
  const start = new Random(`${seed}:names`).int(0, COMPANY_NAMES - 1);
  const share = sameSize ? 1 : ordinal < 2 ? 1 - ordinal * 0.4 : 0.1 + 0.9 * random.next() ** 2;
  return tenant(key, companyName(start + ordinal), {
    state: FIRST_STATES[ordinal] ?? random.weighted(LATER_STATES),
    generated: mostIncidents === 0 ? 0 : Math.max(1, Math.round(mostIncidents * share)),
    firstIncidentId: 900_000 + (ordinal % 4) * 20_000,
  });
}

/** The partner's own tenant, where its app is registered. */
export function homeTenant(seed: number): Tenant {
  return tenant(`${seed}:home`, 'Northgate Managed Security', { state: 'consented', generated: 4, firstIncidentId: 410_000 });
}

/** A tenant that this cloud only knows to live in the US government cloud. */
export function governmentTenant(seed: number): Tenant {
  const made = tenant(`${seed}:government`, 'Harbour County', { state: 'consented', generated: 0, firstIncidentId: 1 });
  return { ...made, foreignCloud: 'microsoftonline.us' };
}
