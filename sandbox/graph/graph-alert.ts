import { deviceEvidence, entityEvidence } from './evidence';
import { type Spelling, textOf } from './spelling';

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Where the answer belongs. */
export interface Place {
  tenantId: string;
  portal: string;
}

/** An alert of Defender XDR's list as Graph's `alerts_v2` shows it. Properties no table names are kept. */
export function graphAlert(alert: Json, incidentId: string, place: Place, spelling: Spelling): Record<string, unknown> {
  const {
    alertId,
    incidentId: _incident,
    serviceSource,
    creationTime,
    lastUpdatedTime,
    resolvedTime,
    firstActivity,
    lastActivity,
    title,
    description,
    category,
    status,
    severity,
    investigationId: _investigation,
    investigationState,
    classification,
    determination,
    detectionSource,
    assignedTo,
    actorName,
    threatFamilyName,
    mitreTechniques,
    devices,
    entities,
    ...others
  } = alert;
  const id = textOf(alertId);
  return {
    '@odata.type': '#microsoft.graph.security.alert',
    id,
    providerAlertId: id.slice(2),
    incidentId,
    status: spelling.member(status ?? 'unknown'),
    severity: spelling.severity(severity ?? 'unknown'),
    classification: spelling.member(classification ?? null),
    determination: spelling.determination(determination ?? null),
    serviceSource: spelling.service(serviceSource ?? 'unknown'),
    detectionSource: spelling.detection(detectionSource ?? 'unknown'),
    productName: null,
    detectorId: null,
    tenantId: place.tenantId,
    title: title ?? null,
    description: description ?? null,
    recommendedActions: null,
    category: category ?? null,
    assignedTo: assignedTo ?? null,
    alertWebUrl: `${place.portal}/alerts/${encodeURIComponent(id)}?tid=${place.tenantId}`,
    incidentWebUrl: `${place.portal}/incidents/${incidentId}?tid=${place.tenantId}`,
    actorDisplayName: actorName ?? null,
    threatDisplayName: null,
    threatFamilyName: threatFamilyName ?? null,
    mitreTechniques: mitreTechniques ?? [],
    investigationState: spelling.member(investigationState ?? 'unknown'),
    createdDateTime: creationTime ?? null,
    lastUpdateDateTime: lastUpdatedTime ?? null,
    resolvedDateTime: resolvedTime ?? null,
    firstActivityDateTime: firstActivity ?? null,
    lastActivityDateTime: lastActivity ?? null,
    comments: [],
    systemTags: [],
    additionalData: null,
    evidence: [
      ...objects(devices).map((device) => deviceEvidence(device, creationTime, spelling)),
      ...objects(entities).map((entity) => entityEvidence(entity, creationTime, spelling)),
    ],
    ...others,
  };
}
