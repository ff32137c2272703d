import type { SandboxIncident } from '../types';
import { graphAlert, isObject, objects, type Place } from './graph-alert';
import { type Spelling, textOf } from './spelling';

function comment(made: unknown, spelling: Spelling): unknown {
  if (!isObject(made)) return made;
  const { comment: text, createdBy, createdTime, ...others } = made;
  return spelling.sampleComments
    ? { comment: text, createdBy, createdTime, ...others }
    : {
        '@odata.type': '#microsoft.graph.security.alertComment',
        comment: text,
        createdByDisplayName: createdBy,
        createdDateTime: createdTime,
        ...others,
      };
}

export function graphComments(incident: SandboxIncident, spelling: Spelling): unknown[] {
  return Array.isArray(incident.comments) ? incident.comments.map((one) => comment(one, spelling)) : [];
}

/** The alerts of an incident as Graph shows them. */
export function graphAlerts(incident: SandboxIncident, place: Place, spelling: Spelling): Record<string, unknown>[] {
  return objects(incident.alerts).map((alert) => graphAlert(alert, String(incident.incidentId), place, spelling));
}

/**
 * An incident of Defender XDR's list as Graph shows it: the same incident, other names, ids as text. Properties no table names are kept.
 * Alerts come only with `$expand=alerts`.
 */
export function graphIncident(incident: SandboxIncident, place: Place, spelling: Spelling, expand: boolean): Record<string, unknown> {
  const {
    incidentId,
    redirectIncidentId,
    incidentName,
    createdTime,
    lastUpdateTime,
    assignedTo,
    classification,
    determination,
    status,
    severity,
    tags,
    comments: _comments,
    alerts: _alerts,
    ...others
  } = incident;
  const id = String(incidentId);
  const stands = redirectIncidentId === null || redirectIncidentId === undefined;
  return {
    id,
    tenantId: place.tenantId,
    status: spelling.member(status),
    incidentWebUrl: `${place.portal}/incidents/${id}?tid=${place.tenantId}`,
    redirectIncidentId: stands ? null : textOf(redirectIncidentId),
    displayName: incidentName,
    createdDateTime: createdTime,
    lastUpdateDateTime: lastUpdateTime,
    assignedTo,
    classification: spelling.member(classification),
    determination: spelling.determination(determination),
    severity: spelling.severity(severity),
    customTags: tags,
    systemTags: [],
    description: null,
    lastModifiedBy: null,
    resolvingComment: null,
    summary: null,
    comments: graphComments(incident, spelling),
    ...others,
    ...(expand ? { alerts: graphAlerts(incident, place, spelling) } : {}),
  };
}
