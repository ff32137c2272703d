import type { Alert, Field } from '../../contract/incident';
import { asText, isRecord, syntheticId } from './lenient';
import type { IncidentContent } from './provider';
import { recordOf, TakenFields } from './taken-fields';
import { xdrColumns } from './xdr-columns';
import { uniqueDevices, uniqueEntities } from './unique-evidence';
import { xdrDevice, xdrEntity } from './xdr-evidence';

/** All an incident holds beyond its columns. In: one item of a page, whatever its form. */
export function xdrContent(item: unknown): IncidentContent {
  const incident = new TakenFields(recordOf(item));
  const { incidentId, name, severity, status, assignedTo, classification, determination, redirectIncidentId } = xdrColumns(item, 0);
  const columns = { incidentId, incidentName: name, severity, status, assignedTo, classification, determination, redirectIncidentId };
  for (const [field, shown] of Object.entries(columns)) incident.shownElsewhere(field, shown);
  incident.instant('createdTime', 'createTime');
  incident.instant('lastUpdateTime');
  const alerts = incident.list('alerts').map(xdrAlert);
  const comments = incident.list('comments').map(xdrComment);
  return {
    tags: incident.texts('tags'),
    comments: comments.map(({ comment }) => comment),
    alerts,
    alertsMayLack: false,
    devices: uniqueDevices(alerts.flatMap(({ devices }) => devices)),
    entities: uniqueEntities(alerts.flatMap(({ entities }) => entities)),
    other: [
      ...incident.rest(),
      ...comments.flatMap(({ rest }, index) => rest.map(({ name, value }) => ({ name: `comments[${index}].${name}`, value }))),
    ],
  };
}

/** One alert; what has no place of its own is in `other`. */
export function xdrAlert(item: unknown): Alert {
  const alert = new TakenFields(recordOf(item));
  return {
    alertId: alert.text('alertId', 'id') || syntheticId(item),
    title: alert.text('title') ?? (isRecord(item) ? '' : (asText(item) ?? '')),
    description: alert.text('description'),
    category: alert.text('category'),
    severity: alert.text('severity') ?? '',
    status: alert.text('status') ?? '',
    serviceSource: alert.text('serviceSource'),
    detectionSource: alert.text('detectionSource'),
    assignedTo: alert.text('assignedTo'),
    createdAt: alert.instant('creationTime', 'createdTime'),
    firstActivityAt: alert.instant('firstActivity', 'firstActivityTime'),
    lastActivityAt: alert.instant('lastActivity', 'lastActivityTime'),
    mitreTechniques: alert.texts('mitreTechniques'),
    devices: alert.list('devices').map(xdrDevice),
    entities: alert.list('entities').map(xdrEntity),
    other: alert.rest(),
  };
}

function xdrComment(item: unknown): { comment: IncidentContent['comments'][number]; rest: Field[] } {
  if (!isRecord(item)) return { comment: { text: asText(item) ?? '', by: null, at: null }, rest: [] };
  const comment = new TakenFields(item);
  return {
    comment: {
      text: comment.text('comment', 'text') ?? '',
      by: comment.text('createdBy', 'createdByDisplayName'),
      at: comment.instant('createdTime', 'createTime', 'createdDateTime'),
    },
    rest: comment.rest(),
  };
}
