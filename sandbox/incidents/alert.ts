import type { Random } from '../random/random';
import { type Cast, told } from './cast';
import { device } from './device';
import { entity } from './entity';
import type { AlertPlan } from './scenario';
import { instant } from './times';

/** What an alert takes over from the incident it belongs to. Times in milliseconds since 1970. */
export interface AlertContext {
  incidentId: number;
  severity: string;
  resolvedAt: string | null;
  assignedTo: string | null;
  classification: string | null;
  determination: string | null;
  createdAt: number;
  anchor: number;
  domain: string;
}

const OPEN_INVESTIGATIONS = ['Running', 'Queued', 'PendingApproval', 'UnsupportedAlertType', 'PartiallyInvestigated', 'UnsupportedOs'];
const ENDED_INVESTIGATIONS = ['SuccessfullyRemediated', 'Benign', 'PartiallyRemediated', 'UnsupportedAlertType', 'TerminatedByUser'];

/** Alert IDs differ by product: two letters and digits for endpoints, two letters and a GUID for the others. */
function alertId(plan: AlertPlan, random: Random): string {
  if (plan.onDevice) return `da63${random.int(1e14, 9e14)}_${random.int(-1e9, 1e9)}`;
  return plan.service === 'OfficeATP' ? `fa${random.guid()}` : `ca${random.guid().toUpperCase()}`;
}

export function alert(plan: AlertPlan, cast: Cast, context: AlertContext, random: Random): Record<string, unknown> {
  const raised = context.createdAt - random.int(0, 3_000);
  const lastActivity = raised - random.int(5_000, 600_000);
  const resolved = context.resolvedAt !== null;
  const investigated = plan.onDevice === true && random.chance(0.5);
  return {
    alertId: alertId(plan, random),
    incidentId: context.incidentId,
    serviceSource: plan.service,
    creationTime: instant(raised, random.int(0, 9_999)),
    lastUpdatedTime: context.resolvedAt ?? instant(context.createdAt + random.int(0, 300_000), random.int(0, 9_999)),
    resolvedTime: context.resolvedAt,
    firstActivity: instant(lastActivity - random.int(0, 7_200_000), random.int(0, 9_999)),
    lastActivity: instant(lastActivity, random.int(0, 9_999)),
    title: told(plan.title, cast),
    description: told(plan.description, cast),
    category: plan.category,
    status: resolved
      ? 'Resolved'
      : random.weighted([
          ['New', 7],
          ['InProgress', 3],
        ]),
    severity: context.severity === 'UnSpecified' ? 'Informational' : context.severity,
    investigationId: investigated ? random.int(100, 90_000) : null,
    investigationState: random.pick(resolved ? ENDED_INVESTIGATIONS : OPEN_INVESTIGATIONS),
    classification: context.classification,
    determination: context.determination,
    detectionSource: plan.detection,
    assignedTo: plan.service === 'OfficeATP' && resolved ? 'Automation' : context.assignedTo,
    actorName: plan.actor ?? null,
    threatFamilyName: plan.family ? cast.family : null,
    mitreTechniques: [...plan.techniques],
    devices: plan.onDevice ? [device(cast, context.domain, context.anchor)] : [],
    entities: plan.entities.map((kind) => entity(kind, cast, random, raised)),
  };
}
