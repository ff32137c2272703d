import type { Tenant } from '../directory/tenants';
import { Random } from '../random/random';
import { analysts } from './cast';
import { ENDPOINT_SCENARIOS } from './endpoint-scenarios';
import { IDENTITY_SCENARIOS } from './identity-scenarios';
import type { Scenario } from './scenario';
import { createdAt, instant, laterThan } from './times';

const SCENARIOS = [...ENDPOINT_SCENARIOS, ...IDENTITY_SCENARIOS].map((scenario) => [scenario, scenario.weight] as const);
const TWO_DAYS = 2 * 86_400_000;

/** What the list is filtered and ordered by. Cheap to make, so that a filter need not make whole incidents. */
export interface Header {
  incidentId: number;
  createdTime: string;
  lastUpdateTime: string;
  status: string;
  assignedTo: string | null;
}

/** Header together with what the whole incident is made from. */
export interface Outline extends Header {
  created: number;
  severity: string;
  scenario: Scenario;
}

/** IDs fall with the index, with gaps, as a tenant's IDs do. */
export function incidentIdAt(tenant: Tenant, index: number): number {
  return tenant.firstIncidentId - 3 * index - new Random(`${tenant.key}:${index}:id`).int(0, 2);
}

function statusOf(age: number, random: Random): string {
  if (random.chance(0.02)) return 'Redirected';
  const open = age < TWO_DAYS;
  return random.weighted([
    ['Active', open ? 12 : 3],
    ['InProgress', open ? 5 : 2],
    ['Resolved', open ? 4 : 15],
  ]);
}

export function outline(tenant: Tenant, anchor: number, index: number): Outline {
  const random = new Random(`${tenant.key}:${index}:outline`);
  const { milliseconds, ticks } = createdAt(tenant, anchor, index);
  const scenario = random.weighted(SCENARIOS);
  const status = statusOf(anchor - milliseconds, random);
  const assigned = status === 'Active' ? random.chance(0.2) : random.chance(0.85);
  const untouched = status === 'Active' && !assigned;
  return {
    incidentId: incidentIdAt(tenant, index),
    createdTime: instant(milliseconds, ticks),
    // Nobody touched it: the service itself wrote it a moment later.
    lastUpdateTime: untouched ? instant(milliseconds + random.int(90, 4_000), ticks) : laterThan(milliseconds, anchor, random),
    status,
    assignedTo: assigned ? random.pick(analysts(tenant)) : null,
    created: milliseconds,
    severity: random.pick(scenario.severities),
    scenario,
  };
}
