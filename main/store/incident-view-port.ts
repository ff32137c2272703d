import type { Campaign } from '../../contract/campaign';
import type { IncidentKey, Instant, TenantId } from '../../contract/ids';
import type { IncidentHistory } from '../../contract/incident-history';

/** Incidents like one, without what only the directory of tenants knows. */
export type StoredCampaign = Omit<Campaign, 'incidents' | 'coverage'> & { incidents: Omit<Campaign['incidents'][number], 'tenantState'>[] };

type ToldChange = IncidentHistory['changes'][number];

/** What changed in an incident, without what only its content says of it. */
export interface StoredHistory extends Pick<IncidentHistory, 'firstSeenAt'> {
  changes: (Pick<ToldChange, 'seenAt' | 'updatedAt' | 'own' | 'fields' | 'tags' | 'untold'> & {
    /** When the service says the state before was made; null: not known. */
    beforeAt: Instant | null;
    comments: Pick<NonNullable<ToldChange['comments']>, 'before' | 'after'> | null;
  })[];
}

/** What the store tells of one incident beside its content. Null: it is not stored. */
export interface IncidentViewPort {
  incidentHistory(key: IncidentKey): Promise<StoredHistory | null>;
  /** ID of the tenant's incident that has this alert, however old. */
  incidentOfAlert(tenantId: TenantId, alertId: string): Promise<string | null>;
  campaignOf(key: IncidentKey): Promise<StoredCampaign | null>;
}
