import type { Surface } from '../../contract/permissions';
import { isObject } from './json';

/**
 * Which surface a body came from. Told by what is in it, without the app's own code: the context of its envelope, then the names its items bear; the
 * first word of the file's name decides where neither says.
 */
export function surfaceOf(name: string, json: unknown): Surface {
  const context = isObject(json) ? json['@odata.context'] : null;
  if (typeof context === 'string' && /graph\.microsoft|#security/i.test(context)) return 'graph';
  if (typeof context === 'string' && /api\.security|#incidents/i.test(context)) return 'xdr';
  const [first] = itemsOf(json).filter(isObject);
  if (first && ('incidentName' in first || 'createdTime' in first)) return 'xdr';
  if (first && ('createdDateTime' in first || 'displayName' in first || /graph/i.test(String(first['@odata.type'])))) return 'graph';
  return /^graph-/i.test(name) ? 'graph' : 'xdr';
}

/** Whether an item of Graph's is an alert by itself, as `alerts_v2` lists them. */
export function isGraphAlert(item: unknown): item is Record<string, unknown> {
  return isObject(item) && 'evidence' in item && 'incidentId' in item;
}

/** Alerts in the incidents they are of, as `$expand=alerts` gives them. */
export function inIncidents(alerts: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const ids = [...new Set(alerts.map(({ incidentId }) => incidentId))];
  return ids.map((id) => ({ id, alerts: alerts.filter(({ incidentId }) => incidentId === id) }));
}

function itemsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  return Array.isArray(json['value']) ? json['value'] : [json];
}
