import type { Campaign } from '../../contract/campaign';
import type { IncidentKey, TenantId } from '../../contract/ids';
import type { IncidentHistory } from '../../contract/incident-history';

/** Incidents like one, without what only the directory of tenants knows. */
export type StoredCampaign = Omit<Campaign, 'incidents' | 'coverage'> & { incidents: Omit<Campaign['incidents'][number], 'tenantState'>[] };

/** What the store tells of one incident beside its content. Null: it is not stored. */
export interface IncidentViewPort {
  incidentHistory(key: IncidentKey): Promise<IncidentHistory | null>;
  /** ID of the tenant's incident that has this alert, however old. */
  incidentOfAlert(tenantId: TenantId, alertId: string): Promise<string | null>;
  campaignOf(key: IncidentKey): Promise<StoredCampaign | null>;
}
