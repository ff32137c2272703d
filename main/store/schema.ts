import type { Generated, Selectable } from 'kysely';

/** Tables as the newest migration leaves them. Instants are milliseconds since 1970; flags are 0 or 1. */
export interface Schema {
  partner_app: {
    /** Short key of the rows that belong to it. */
    id: Generated<number>;
    app_id: string;
    name: string;
    /** JSON of an AppPurpose; empty: never said. */
    purpose: string;
    client_id: string;
    home_tenant_id: string;
    cloud_id: string;
    saved_at: number;
  };
  tenant: {
    /** Short key of the rows that belong to it. */
    id: Generated<number>;
    tenant_id: string;
    display_name: string;
    /** For sorting without regard to case. */
    name_folded: string;
    domain: string | null;
    added_at: number;
    last_attempt_at: number | null;
    last_complete_at: number | null;
    /** JSON of a Problem. */
    problem: string | null;
    problem_since: number | null;
    partial: number;
    /** Kept with every write: counting is asked for far more often. */
    incident_count: number;
    /** Empty: in no group. The same for the texts below. */
    group_name: Generated<string>;
    /** JSON list of texts. */
    tags: Generated<string>;
    owner: Generated<string>;
    contact: Generated<string>;
    notes: Generated<string>;
    colour: string | null;
    /** Days incidents are kept after their last update; null: as long as the store's default says. */
    keep_days: number | null;
    /** The surface it is to be read over first; null: as the default says. */
    preferred_surface: 'xdr' | 'graph' | null;
    /** JSON of a SurfaceUse: how the last read went. */
    read_over: string | null;
  };
  /** `source`: JSON of a StoredSource. At most one of an app has `in_use` 1. */
  credential: {
    id: Generated<number>;
    app_key: number;
    credential_id: string;
    source: string;
    added_at: number;
    expires_at: number | null;
    in_use: number;
  };
  tenant_app: { tenant_key: number; app_key: number };
  consent_state: {
    state: string;
    tenant_key: number;
    /** The app whose link it is in. Null: of an app that was removed before apps were several. */
    app_key: number | null;
    created_at: number;
    expires_at: number;
    /** When a consent was reported with it; it is worth nothing afterwards. */
    used_at: number | null;
  };
  consent_event: {
    id: Generated<number>;
    tenant_key: number;
    at: number;
    kind: string;
    /** JSON of ConsentEventFacts. */
    facts: string;
  };
  raw_page: {
    id: Generated<number>;
    tenant_key: number;
    surface: 'xdr' | 'graph';
    read_at: number;
    body: Uint8Array;
    /** How `body` is packed. */
    encoding: Generated<'br' | 'gzip'>;
  };
  incident: {
    id: Generated<number>;
    tenant_key: number;
    incident_id: string;
    name: string;
    name_folded: string;
    severity: string;
    severity_folded: string;
    /** 4 high … 1 informational, 0 everything else. */
    severity_rank: number;
    status: string;
    status_folded: string;
    assigned_to: string | null;
    assigned_folded: string | null;
    classification: string | null;
    determination: string | null;
    alert_count: number;
    created_at: number | null;
    updated_at: number | null;
    redirect_incident_id: string | null;
    /** Tags people gave, as a JSON list. The same for the number of comments: null: not known, an earlier version stored it. */
    tags: string | null;
    comment_count: number | null;
    raw_page_key: number;
    raw_index: number;
    /** The round of the sync cursor that listed it last. */
    listed_round: Generated<number>;
    /** Since when the service does not list it any more; null: it does. */
    unlisted_at: number | null;
    /** When it was stored first; 0: by its tenant's first read. The same for `changed_at`, the last time it was stored with something new in it. */
    first_stored_at: Generated<number>;
    changed_at: Generated<number>;
    /** When it was opened, or changed from here, last; 0: never. */
    looked_at: Generated<number>;
    /** When it was resolved, as far as that is known; null: it is not. Set when the row comes, and kept by triggers. */
    resolved_at: Generated<number | null>;
  };
  /** What was seen to change in an incident. `changes`: JSON list of StoredChange. */
  incident_change: {
    id: Generated<number>;
    incident_key: number;
    seen_at: number;
    updated_at: number | null;
    /** When the state before was made; null: the service does not say, or an earlier version stored it. */
    before_at: number | null;
    /** 1: it came with what was changed from here. */
    own: Generated<number>;
    changes: string;
  };
  /** `cursor`: JSON of a SyncCursor. */
  sync_cursor: { tenant_key: number; surface: 'xdr' | 'graph'; cursor: string };
  /** How many incidents there are of each tenant, severity, status and assignee (empty: nobody): kept by `page-counts.ts` and triggers. */
  incident_tally: { tenant_key: number; severity_folded: string; status_folded: string; assigned_folded: string; incidents: number };
  /** What began and what was resolved on a day (UTC, from 1970) of each tenant and severity, without merged ones: kept by `page-counts.ts` and triggers. */
  incident_day: {
    day: number;
    tenant_key: number;
    severity_folded: string;
    opened: number;
    resolved: number;
    /** Of the resolved ones, those whose beginning is known, and the sum of what resolving them took. */
    timed: number;
    resolve_ms: number;
  };
  /** What the numbers in blocks stand for. `named`: JSON list of texts; `kinds`: see `facts-legend.ts`. */
  facts_legend: { id: number; format: string; named: string; kinds: Uint8Array };
  /** What lists filter by, of so many rows, as it was when the block was written: see `kept-facts.ts`. Gone with the first of its rows that comes or goes. */
  facts_block: { block: number; legend: number; facts: Uint8Array };
  /** Rows of blocks that were written since. */
  facts_changed: { id: number };
  /** Incidents that are not in `incident_text` and `sighting` as they are now. */
  search_pending: { incident_key: number };
  /** A value seen in incidents, whichever tenant's. Gone with its last sighting. */
  entity: { id: Generated<number>; kind: string; value_folded: string };
  /** `seen_at`: when the incident was created. */
  sighting: { entity_key: number; tenant_key: number; incident_key: number; seen_at: number | null };
  /** Sources, categories, techniques and tags there are, each in the spelling it was met in first. */
  facet: { kind: string; value_folded: string; value: string };
  /** `content`: JSON of a QueryContent. */
  hunting_query: { query_id: string; content: string; updated_at: number };
  /** Incidents that were told of on the desktop, and in which state. Empty: in some state before it was closed, which a trigger notes. */
  told_incident: { incident_key: number; state: string; told_at: number };
  store_setting: { name: string; value: string };
  /** `facts`: JSON of a WriteItem. */
  kept_write: { id: Generated<number>; write_id: string; tenant_key: number; facts: string };
  /** `facts`: JSON of a WriteResult. */
  write_result: { id: Generated<number>; write_id: string; batch_id: string; tenant_key: number; facts: string };
  /** `body`: JSON of a schedule or a past run. */
  hunting_record: { kind: string; id: string; at: number; body: string };
  /** Digests of the rows a schedule found last, one after the other. */
  hunting_seen: { schedule_id: string; tenant_key: number; digests: Buffer };
  /** What keeping incidents no longer than was set has removed. */
  removal: { id: Generated<number>; tenant_key: number; at: number; older_than: number; incidents: number; unresolved: number };
}

export type TenantRow = Selectable<Schema['tenant']>;
