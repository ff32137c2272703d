import type { Tenant } from '../directory/tenants';
import { Random } from '../random/random';
import type { SandboxIncident } from '../types';
import { alert } from './alert';
import { analysts, castOf, told } from './cast';
import { incidentIdAt, type Outline, outline } from './header';
import { laterThan } from './times';
import { NO_VERDICT, verdict } from './verdict';

const TAGS = ['VIP', 'Finance', 'Pen test week 38', 'Awaiting customer', 'Repeat', 'Reviewed'];
const COMMENTS = [
  'Spoke to the user: the file came from a supplier portal. Device isolated until it is scanned.',
  'Same sender as last week. Block list updated.',
  'Waiting for the customer to confirm the change window.',
  'Password reset and sessions revoked.\nNo further sign-ins from that address.',
  'Nothing found on the other endpoints.',
  'Known test of the backup team; closing.',
];

function comments(tenant: Tenant, made: Outline, anchor: number, random: Random): Record<string, string>[] {
  if (made.assignedTo === null) return [];
  const count = random.weighted([
    [0, 4],
    [1, 4],
    [2, 2],
    [3, 1],
  ]);
  return Array.from({ length: count }, () => ({
    comment: random.pick(COMMENTS),
    createdBy: random.pick(analysts(tenant)),
    createdTime: laterThan(made.created, anchor, random),
  }));
}

/**
 * Incident number `index` of a tenant (0 is the newest) in the shape of the Defender XDR list: a function of its arguments alone.
 * @param anchor moment the data are dated back from, in milliseconds since 1970
 */
export function incident(tenant: Tenant, anchor: number, index: number): SandboxIncident {
  const made = outline(tenant, anchor, index);
  const random = new Random(`${tenant.key}:${index}:body`);
  const cast = castOf(tenant, random);
  const resolved = made.status === 'Resolved';
  const judged = resolved && random.chance(0.8) ? verdict(random) : null;
  const plans = made.scenario.alerts;
  const count = random.weighted([
    [1, 9],
    [2, 7],
    [3, 3],
    [4, 1],
    [6, 0.4],
  ]);
  const context = {
    incidentId: made.incidentId,
    severity: made.severity,
    resolvedAt: resolved ? made.lastUpdateTime : null,
    assignedTo: made.assignedTo,
    classification: judged?.classification ?? null,
    determination: judged?.determination ?? null,
    createdAt: made.created,
    anchor,
    domain: tenant.domain,
  };
  return {
    incidentId: made.incidentId,
    redirectIncidentId: made.status === 'Redirected' ? incidentIdAt(tenant, Math.max(0, index - 1)) : null,
    incidentName: told(made.scenario.name, cast),
    createdTime: made.createdTime,
    lastUpdateTime: made.lastUpdateTime,
    assignedTo: made.assignedTo,
    ...(judged ?? NO_VERDICT),
    status: made.status,
    severity: made.severity,
    tags: random.chance(0.25) ? [random.pick(TAGS)] : [],
    comments: comments(tenant, made, anchor, random),
    alerts: Array.from({ length: count }, (_, number) => alert(plans[number % plans.length] ?? random.pick(plans), cast, context, random)),
  };
}
