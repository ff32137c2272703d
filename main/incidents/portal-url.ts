import type { IncidentKey } from '../../contract/ids';
import { SYNTHETIC_ID } from './lenient';

/**
 * Page of an incident in the Defender portal of its own tenant: `{portal}/incidents/{id}?tid={tenant}`, the form of Graph's `incidentWebUrl`.
 * Null where the cloud has no portal to link to, and for an incident that came without an id.
 */
export function portalUrlOf(portalBase: string | null, { tenantId, incidentId }: IncidentKey): string | null {
  if (portalBase === null || incidentId.startsWith(SYNTHETIC_ID)) return null;
  return `${portalBase}/incidents/${encodeURIComponent(incidentId)}?tid=${tenantId}`;
}
