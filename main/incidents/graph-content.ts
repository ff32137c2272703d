import type { Alert, Field } from '../../contract/incident';
import { ALERTS_BY_TIME } from './graph-alerts';
import { graphColumns } from './graph-columns';
import { graphDevice, graphEntity, isDevice } from './graph-evidence';
import { asText, isRecord, syntheticId } from './lenient';
import type { IncidentContent } from './provider';
import { recordOf, TakenFields } from './taken-fields';
import { uniqueDevices, uniqueEntities } from './unique-evidence';

/** All an incident of Graph holds beyond its columns, in the model both surfaces share. In: one item of a page, whatever its form. */
export function graphContent(item: unknown): IncidentContent {
  const incident = new TakenFields(recordOf(item));
  const { incidentId, name, severity, status, assignedTo, classification, determination, redirectIncidentId } = graphColumns(item, 0);
  const columns = { id: incidentId, displayName: name, severity, status, assignedTo, classification, determination, redirectIncidentId };
  for (const [field, shown] of Object.entries(columns)) incident.shownElsewhere(field, shown);
  incident.instant('createdDateTime');
  incident.instant('lastUpdateDateTime');
  const alerts = incident.list('alerts').map(graphAlert);
  const byTime = incident.list(ALERTS_BY_TIME).length > 0;
  const comments = incident.list('comments').map(graphComment);
  return {
    tags: [...incident.texts('customTags'), ...incident.texts('systemTags')],
    comments: comments.map(({ comment }) => comment),
    alerts,
    alertsMayLack: byTime || alerts.length === 0,
    devices: uniqueDevices(alerts.flatMap(({ devices }) => devices)),
    entities: uniqueEntities(alerts.flatMap(({ entities }) => entities)),
    other: [
      ...incident.rest(),
      ...comments.flatMap(({ rest }, index) => rest.map(({ name: field, value }) => ({ name: `comments[${index}].${field}`, value }))),
    ],
  };
}

/** One alert (`alerts_v2`); what has no place of its own is in `other`. */
export function graphAlert(item: unknown): Alert {
  const alert = new TakenFields(recordOf(item));
  const evidence = alert.list('evidence');
  return {
    alertId: alert.text('id', 'alertId') || syntheticId(item),
    title: alert.text('title') ?? (isRecord(item) ? '' : (asText(item) ?? '')),
    description: alert.text('description'),
    category: alert.text('category'),
    severity: alert.text('severity') ?? '',
    status: alert.text('status') ?? '',
    serviceSource: alert.text('serviceSource'),
    detectionSource: alert.text('detectionSource'),
    assignedTo: alert.text('assignedTo'),
    createdAt: alert.instant('createdDateTime'),
    firstActivityAt: alert.instant('firstActivityDateTime'),
    lastActivityAt: alert.instant('lastActivityDateTime'),
    mitreTechniques: alert.texts('mitreTechniques'),
    devices: evidence.filter(isDevice).map(graphDevice),
    entities: evidence.filter((one) => !isDevice(one)).map(graphEntity),
    other: alert.rest(),
  };
}

/** A comment in the names of Graph's schema, or in those its samples print. */
function graphComment(item: unknown): { comment: IncidentContent['comments'][number]; rest: Field[] } {
  if (!isRecord(item)) return { comment: { text: asText(item) ?? '', by: null, at: null }, rest: [] };
  const comment = new TakenFields(item);
  return {
    comment: {
      text: comment.text('comment') ?? '',
      by: comment.text('createdByDisplayName', 'createdBy'),
      at: comment.instant('createdDateTime', 'createdTime'),
    },
    rest: comment.rest(),
  };
}
