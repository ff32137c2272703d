import type { Surface } from '../../contract/permissions';

/** One API of a cloud, as a token is asked for it. */
export interface ResourceAccess {
  /** Scope asked for, ending in `/.default`. */
  scope: string;
  /** Accepted `aud` values; empty: not checked. */
  audiences: readonly string[];
}

/** A cloud is a record: hosts, issuers and audiences in one row, never mixed. The sandbox and a cloud from a file are rows like any other. */
export interface CloudEnvironment {
  id: string;
  name: string;
  kind: 'microsoft' | 'sandbox' | 'custom';
  /** Entra's login service, without a trailing slash. http only on loopback. */
  loginBase: string;
  /** Defender XDR API. */
  apiBase: string;
  /** Microsoft Graph. */
  graphBase: string;
  /** Defender portal, null where there is none to link to. */
  portalBase: string | null;
  /** Accepted `iss` values, `{tenantid}` standing for the tenant. */
  issuers: readonly string[];
  /** What a token of each API is asked for by, and recognised by. */
  resources: Readonly<Record<Surface, ResourceAccess>>;
  /** Key vaults of the cloud are below this domain; null: not checked. */
  vaultDomain: string | null;
  /** Redirect URI of the registration, where a consent ends. */
  redirectUri: string;
  /** `cloud_instance_name` values in OpenID metadata of tenants in this cloud; empty: not checked. */
  instanceNames: readonly string[];
}
