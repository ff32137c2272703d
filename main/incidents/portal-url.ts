import type { IncidentKey } from '../../contract/ids';

/**
 * Page of an incident in the Defender portal of its own tenant: `{portal}/incidents/{id}?tid={tenant}`, the form of Graph's `incidentWebUrl`.
 * Null where the cloud has no portal to link to.
 */
export function portalUrlOf(portalBase: string | null, { tenantId, incidentId }: IncidentKey): string | null {
  return portalBase === null ? null : `${portalBase}/incidents/${encodeURIComponent(incidentId)}?tid=${tenantId}`;
}
