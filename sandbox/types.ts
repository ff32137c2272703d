/**
 * What a customer tenant of the imitated cloud does when the partner app asks for a token or for incidents. All but the last three grant roles of
 * Defender XDR only.
 */
export const TENANT_STATES = [
  'consented',
  'notConsented',
  'notConsentedOld',
  'partial',
  'noRoles',
  'readOnly',
  'notLicensed',
  'resourceMissing',
  'appDisabled',
  'secretExpired',
  'conditionalAccess',
  'unknownTenant',
  'tenantBlocked',
  'bothSurfaces',
  'graphOnly',
  'graphExpandFails',
] as const;
export type TenantState = (typeof TENANT_STATES)[number];

export interface SandboxOptions {
  /** Same seed, same tenants, ids and incidents. Default 1. */
  seed?: number;
  /** Customer tenants, 1 to 5,000. Default 12. */
  tenants?: number;
  /** Most incidents a tenant has; tenants have between a tenth of it and all of it. Default 240. */
  incidents?: number;
  /** Every tenant has as many as the most. Default false. */
  sameSize?: boolean;
  /** Time every answer waits, in milliseconds. Default 0. */
  latencyMs?: number;
  /** Loopback port; 0 takes any, and one in use gives way to the next free one. Default 0. */
  port?: number;
  /** The moment incidents are dated back from. Default: the current hour. Tokens always use the real clock. */
  now?: Date;
  /** File in which tenant states, and so consents, survive a restart. */
  stateFile?: string;
  /** Default 3599. */
  tokenLifetimeSeconds?: number;
}

export interface SandboxTenant {
  tenantId: string;
  domain: string;
  displayName: string;
  state: TenantState;
  /** How many incidents its list holds. */
  incidents: number;
}

/** An incident as served: JSON, deliberately without a narrower shape, since tests may put anything in it. */
export type SandboxIncident = Record<string, unknown>;

export interface FaultRule {
  /** `token`, `metadata`, `incidents` (Defender XDR), `graph` and `hunting` (both surfaces) are the kinds of request an app makes; `*` is every request but the control's. */
  match: 'token' | 'metadata' | 'incidents' | 'graph' | 'hunting' | '*';
  /** Only requests of this tenant. */
  tenantId?: string;
  /** How many requests it hits. Default: all, until cleared. */
  times?: number;
  /** How many matching requests pass before it starts. */
  skip?: number;
  /** Answer with this status instead of the real answer. */
  status?: number;
  headers?: Record<string, string>;
  /** Body of that answer; text is sent as it is, anything else as JSON. */
  body?: unknown;
  contentType?: string;
  /** Wait this long first. */
  delayMs?: number;
  /** Never answer. */
  hang?: boolean;
  /** Cut the connection before the answer. */
  reset?: boolean;
  /** Send this many bytes of the real answer, announced in full, then cut the connection. */
  truncate?: number;
  /** Send this many bytes of the real answer, announced in full, then nothing more until the faults are cleared. */
  stall?: number;
}

export interface ThrottleRule {
  limitPerMinute: number;
  /** Only calls of this surface. Default: each surface by itself. */
  surface?: 'xdr' | 'graph';
  /** Where Defender XDR tells the wait: the body's text (as documented), a `Retry-After` header, or both. Graph always sends the header. */
  style: 'body' | 'header' | 'both';
  /** Length of the "minute", so that a test need not wait one. Default 60. */
  windowSeconds?: number;
}

/** What hunting in a tenant meets. */
export interface HuntingRule {
  /** Tables that are not there. */
  unlicensed?: string[];
  /** The most rows an answer has. Default 100,000; more are left out without a word, as the service does. */
  rowLimit?: number;
  /** The largest answer. Default 50 MB; a larger one is refused. */
  resultBytes?: number;
  /** Queries the tenant's processing time is enough for; its cycle is 900 seconds unless said otherwise. */
  cpu?: { queries: number; windowSeconds?: number };
  /** How long each query takes. */
  takesMs?: number;
  /** Every query fails so. */
  fail?: 'timeout' | 'tooHeavy' | 'tooLarge' | 'queryTooBig' | 'unexpected';
}

/** `schema`: as Graph's metadata says. `samples`: as some samples of its documentation print it, with PascalCase enums and other names in comments. */
export type GraphSpelling = 'schema' | 'samples';

/** One answered request. Never holds a secret or a token. */
export interface RequestRecord {
  method: string;
  path: string;
  /** Query of API requests, decoded; empty for the others, whose query can carry what must not be kept. */
  query: string;
  tenantId?: string;
  /** 0 when the connection was cut instead. */
  status: number;
  at: string;
}

/** How one of the partner's apps is registered. */
export interface SandboxRegistration {
  /** False: AADSTS650059 and 50194 everywhere but in the partner's own tenant. */
  multitenant: boolean;
  /** Application roles asked for, by value. A consent grants exactly these; consents given before stay as they were, and so have drifted. */
  permissions: string[];
  /** Redirect URIs, to the letter; null: those the sandbox starts with. Another one is AADSTS50011. */
  redirectUris: string[] | null;
}

export interface SandboxControl {
  setTenantState(tenantId: string, state: TenantState): void;
  /** Changes how one of the partner's apps is registered; what is left out stays. */
  setRegistration(clientId: string, patch: Partial<SandboxRegistration>): void;
  /** What the partner app's secret is worth from now on, in every tenant. */
  setCredential(state: 'valid' | 'expired' | 'wrong'): void;
  /**
   * Answers with an AADSTS number, whatever else would be answered: at the token endpoint, or at the end of the consent page after Accept. Any number
   * will do; null ends it.
   */
  refuse(tenantId: string, place: 'token' | 'consent', code: number | null): void;
  /** Registers a certificate (PEM) for client assertions of the partner app. */
  addCertificate(pem: string): void;
  /** A further base address the cloud is reached at, such as a proxy's: client assertions may be made out to it. */
  addAddress(base: string): void;
  fault(rule: FaultRule): void;
  clearFaults(): void;
  setLatency(milliseconds: number): void;
  /** Sets the clock of the incidents, which both APIs also tell in `Date`. Tokens always use the real one. */
  setClock(milliseconds: number): void;
  /** Seconds new tokens live. */
  setTokenLifetime(seconds: number): void;
  /** Limits a tenant's API calls; null lifts the limit. */
  throttle(tenantId: string, rule: ThrottleRule | null): void;
  /** Whether pages carry `@odata.nextLink`. Off by default, as documented. */
  setNextLink(on: boolean): void;
  /** How Graph spells its answers, and how many reads after a change still show what was before (default 0). */
  setGraph(manners: { spelling?: GraphSpelling; settleReads?: number }): void;
  /** What hunting meets in a tenant, or (null) in all that have no rule of their own; a null rule ends it. */
  setHunting(tenantId: string | null, rule: HuntingRule | null): void;
  /** Events a day in the busiest table of every tenant; null: as usual. */
  setTelemetry(perDay: number | null): void;
  /** One more event in a table, at a time (milliseconds since 1970). */
  addEvent(tenantId: string, table: string, at: number, values: Record<string, string | number | boolean | null>): void;
  /** Tokens asked of `tenantId` will carry the other tenant's `tid`; null ends it. */
  issueTokenFor(tenantId: string, otherTenantId: string | null): void;
  /** Moves a tenant to another cloud (`microsoftonline.us`), or back with null. */
  setTenantCloud(tenantId: string, instanceName: string | null): void;
  /** Overwrites keys of the incident at `index` of the served list; a key set to undefined is left out. */
  tamperIncident(tenantId: string, index: number, patch: SandboxIncident): SandboxIncident;
  /** A new incident, created now. */
  addIncident(tenantId: string, patch?: SandboxIncident): SandboxIncident;
  /** Takes the incident at `index` of the served list away, as the service does with old ones. */
  removeIncident(tenantId: string, index: number): SandboxIncident;
  /** All incidents of a tenant as the API would serve them now, newest first. */
  truth(tenantId: string): SandboxIncident[];
  requests(): RequestRecord[];
  clearRequests(): void;
}

export interface CloudDefinition {
  id: string;
  name: string;
  loginBase: string;
  apiBase: string;
  graphBase: string;
  portalBase: string | null;
  issuer: string[];
  scope: string;
  redirectUri: string;
}

export interface SandboxPartner {
  clientId: string;
  homeTenantId: string;
  clientSecret: string;
  /** The secret's ID: the GUID beside the value in the portal that people paste by mistake. */
  secretId: string;
  /** A second registration, for changing incidents: consented to by nobody but the home tenant at first. */
  writeApp: { clientId: string; clientSecret: string };
  /** A registration whose only secret has expired. */
  expiredApp: { clientId: string; clientSecret: string };
}

export interface Sandbox {
  url: string;
  port: number;
  partner: SandboxPartner;
  /** Customer tenants with their present state. The partner's own tenant is not among them. */
  readonly tenants: SandboxTenant[];
  /** A tenant of the US government cloud, reachable here by its metadata only. */
  foreign: { tenantId: string; domain: string };
  /** Bearer key of the control under `/__sandbox`. */
  controlKey: string;
  cloudDefinition(): CloudDefinition;
  control: SandboxControl;
  close(): Promise<void>;
}
