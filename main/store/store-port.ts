import type { CredentialId } from '../../contract/credential';
import type { IncidentKey, Instant, TenantId } from '../../contract/ids';
import type { FilterChoices, IncidentGroup } from '../../contract/incident-filter';
import type { IncidentListQuery, IncidentQuery } from '../../contract/incident';
import type { Observable } from '../../contract/observable';
import type { AppPurpose, PartnerAppId } from '../../contract/partner-app';
import type { Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { NewsPort } from './incident-news';
import type { SavedView } from '../../contract/saved-view';
import type { SearchCoverage, Sightings } from '../../contract/sightings';
import type { SurfaceUse } from '../../contract/surface-use';
import type { TenantProfile } from '../../contract/tenant-profile';
import type { HuntingLibraryPort } from './hunting-library-port';
import type { PagePort } from './page-port';
import type { AuditPort } from './audit-port';
import type { CarePort } from './care/care-port';
import type { ConsentPort } from './consent-port';
import type { StoredSource } from './credentials';
import type { IncidentViewPort } from './incident-view-port';
import type { ExportPort } from './export/export-port';
import type { FiguresPort } from './figures/figures-port';
import type { HuntingStorePort } from './hunting-port';
import type { SettingPort } from './store-setting';
import type { CursorName, StoredCursor } from './sync-cursor';
import type { WritesPort } from './writes';

/** One of the partner's registrations as kept. The secret is in the keychain, never here. */
export interface StoredPartnerApp {
  appId: PartnerAppId;
  name: string;
  purpose: AppPurpose;
  clientId: string;
  homeTenantId: TenantId;
  cloudId: string;
  savedAt: Instant;
}

/** A credential of a partner app as kept: what is public of it. The secret or private key is in the keychain, never here. */
export interface StoredCredential {
  credentialId: CredentialId;
  source: StoredSource;
  addedAt: Instant;
  /** Null: nobody said. */
  expiresAt: Instant | null;
  /** The one tokens are asked for with: at most one of an app. */
  inUse: boolean;
}

/** What people say of a tenant: all of it that an import, an export or a form is about. */
export interface TenantEntry {
  tenantId: TenantId;
  displayName: string;
  domain: string | null;
  profile: TenantProfile;
}

export interface StoredTenant extends TenantEntry {
  /** Partner apps it is linked to, the oldest first. */
  appIds: PartnerAppId[];
  addedAt: Instant;
  lastAttemptAt: Instant | null;
  /** The last time all pages were read and stored. */
  lastCompleteAt: Instant | null;
  /** Why the last attempt did not end well; null when it did, or when nothing was tried. */
  problem: Problem | null;
  /** The first of the unbroken run of attempts that ended with the same problem code. */
  problemSince: Instant | null;
  /** The last attempt stored some pages but not all. */
  partial: boolean;
  /** Over which surface the last read went; null: none was tried. */
  readOver: SurfaceUse | null;
  incidentCount: number;
}

/** How an attempt on one tenant (a token, a read) ended. */
export type AttemptResult =
  /** `unread`: the list was read whole, and an incident that others were merged into was not. */
  | { at: Instant; kind: 'complete'; unread?: Problem; readOver?: SurfaceUse }
  | { at: Instant; kind: 'token' }
  | { at: Instant; kind: 'problem'; problem: Problem; partial: boolean; readOver?: SurfaceUse };

export interface TenantAttempt {
  tenantId: TenantId;
  result: AttemptResult;
}

/** The columns lists need. Everything else stays in the raw page the row points to. */
export interface IncidentColumns {
  incidentId: string;
  name: string;
  severity: string;
  status: string;
  assignedTo: string | null;
  classification: string | null;
  determination: string | null;
  alertCount: number;
  createdAt: Instant | null;
  updatedAt: Instant | null;
  redirectIncidentId: string | null;
  /** Those people gave, as a JSON list. Kept, like the number of comments, to see what changes. */
  tags: string;
  commentCount: number;
  /** Place in the raw page's array of incidents. */
  rawIndex: number;
}

export interface StoredIncident extends Omit<IncidentColumns, 'tags' | 'commentCount'> {
  tenantId: TenantId;
  tenantName: string;
  surface: 'xdr' | 'graph';
  readAt: Instant;
  unlistedAt: Instant | null;
  /** When it was stored first, when with something new in it, when it was opened; 0: by the tenant's first read, never. */
  firstStoredAt: Instant;
  changedAt: Instant;
  lookedAt: Instant;
}

export interface StoredIncidentPage {
  rows: StoredIncident[];
  total: number;
  bySeverity: Record<string, number>;
  /** With a text or anything alerts say asked for: how much of the store it was looked for in. */
  search: SearchCoverage | null;
  /** With a grouping asked for. */
  groups: IncidentGroup[] | null;
}

/** Where a value was seen. */
export interface StoredSightings {
  tenants: Omit<Sightings['tenants'][number], 'tenantState'>[];
  incidents: Sightings['incidents'];
  search: SearchCoverage;
}

/** The encrypted store, as the rest of main sees it. Implemented in a process of its own; the same interface can be a shared database later. */
export interface StorePort
  extends WritesPort,
    IncidentViewPort,
    HuntingLibraryPort,
    FiguresPort,
    ExportPort,
    HuntingStorePort,
    NewsPort,
    ConsentPort,
    CarePort,
    AuditPort,
    PagePort,
    SettingPort {
  /** The oldest first. */
  listPartnerApps(): Promise<StoredPartnerApp[]>;
  /** Adds or replaces, by `appId`. The first app of a profile is linked to all tenants there are. */
  savePartnerApp(app: StoredPartnerApp): Promise<void>;
  /** Removes the app with its credentials, links and consent states. */
  removePartnerApp(appId: PartnerAppId): Promise<void>;
  /** Credentials of an app, the oldest first. */
  listCredentials(appId: PartnerAppId): Promise<StoredCredential[]>;
  /** Adds or changes, by `credentialId`. One in use takes the place of the one that was. Unknown app: throws. */
  saveCredential(appId: PartnerAppId, saved: StoredCredential): Promise<void>;
  removeCredential(appId: PartnerAppId, credentialId: CredentialId): Promise<void>;
  /** Links tenants to an app or takes the links away, all or none. Unknown app: throws. */
  linkTenants(batch: { appId: PartnerAppId; tenantIds: readonly TenantId[]; linked: boolean }): Promise<void>;

  listTenants(): Promise<StoredTenant[]>;
  /** The surface each tenant is to be read over first, by its profile; null: nothing is said. */
  chosenSurfaces(): Promise<{ tenantId: TenantId; surface: Surface | null }[]>;
  /** False when the tenant is there already. */
  addTenant(tenant: {
    tenantId: TenantId;
    displayName: string;
    domain: string | null;
    addedAt: Instant;
    /** Partner apps it is linked to; those that are not there are passed over. */
    appIds?: readonly PartnerAppId[];
  }): Promise<boolean>;
  /** False when there is no such tenant. */
  renameTenant(tenantId: TenantId, displayName: string): Promise<boolean>;
  /** Removes the tenant with its incidents, raw pages and consent states. False when there is no such tenant. */
  removeTenant(tenantId: TenantId): Promise<boolean>;
  /** Adds some tenants and replaces the entries of others, in one transaction. One there already, or one not there: throws, nothing is stored. */
  saveTenants(batch: {
    added: readonly TenantEntry[];
    changed: readonly TenantEntry[];
    at: Instant;
    /** Partner apps the added ones are linked to. */
    appIds?: readonly PartnerAppId[];
  }): Promise<void>;
  /** Like `removeTenant` for several, in one transaction. How many there were. */
  removeTenants(tenantIds: readonly TenantId[]): Promise<number>;
  recordAttempt(tenantId: TenantId, result: AttemptResult): Promise<void>;
  /** The same for several, in one transaction. */
  recordAttempts(attempts: readonly TenantAttempt[]): Promise<void>;

  /** How far a tenant was read over a surface. */
  readSyncCursor(tenantId: TenantId, surface: 'xdr' | 'graph'): Promise<StoredCursor>;
  /** The same for several, in their order. */
  readSyncCursors(asked: readonly CursorName[]): Promise<StoredCursor[]>;
  /** After a large read: does at once what the store put off until it is over, so that every list is quick again. Settles when that is done. */
  settle(): Promise<void>;
  /** Tenants with open incidents of high severity. */
  urgentTenants(): Promise<TenantId[]>;
  /** Ids that stored incidents were merged into and that are not stored themselves. */
  missingTargets(tenantId: TenantId): Promise<string[]>;
  queryIncidents(query: IncidentQuery): Promise<StoredIncidentPage>;
  /** Those of some incidents that are not in the list a query asks for. */
  incidentsOutside(query: IncidentListQuery, incidents: readonly IncidentKey[]): Promise<IncidentKey[]>;
  /** What the list can be narrowed down to: values that hold the text. */
  filterChoices(text: string): Promise<FilterChoices>;
  /** Saved views of the queue, in the order they were saved. */
  listViews(): Promise<SavedView[]>;
  /** Keeps these views in place of those there were. */
  saveViews(views: readonly SavedView[]): Promise<void>;
  /** Notes that an incident was opened, or (null) that all there are were looked at. */
  noteLook(key: IncidentKey | null, at: Instant): Promise<void>;
  /** When all there were had been looked at; 0: never. */
  lookedAtAll(): Promise<Instant>;
  /** The row, and the body it came in (decompressed) with nothing but it where that can be parted; its `rawIndex` is its place in there. Null: not stored. */
  readIncident(key: IncidentKey): Promise<{ row: StoredIncident; rawBody: string } | null>;
  /** Where a value was seen, over all tenants. */
  seenIn(observable: Observable): Promise<StoredSightings>;
  /** How much of what is stored a search covers: pages are taken into it after they are stored. */
  searchCoverage(): Promise<SearchCoverage>;

  /** Checkpoints and closes. */
  close(): Promise<void>;
}

/** Why a store file could not be opened. The file is always left as it is. */
export type StoreOpenFailure = 'wrongKey' | 'damaged' | 'inUse' | 'newer' | 'failed';
