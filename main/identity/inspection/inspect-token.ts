import type { Instant, TenantId } from '../../../contract/ids';
import type { AppPurpose } from '../../../contract/partner-app';
import { APP_ROLES, type AppRole, feature, type Surface } from '../../../contract/permissions';
import type { FeatureGrant, TokenFinding, TokenInspection } from '../../../contract/token-inspection';
import type { CloudEnvironment } from '../../cloud/environment';
import { type DecodedToken, entriesOf, instantOf } from './decode-token';
import { recogniseAudience } from './recognise-audience';

/** Clocks differ; Microsoft's guidance for checking tokens allows five minutes. */
const SKEW_MS = 5 * 60_000;
const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

export interface InspectionContext {
  now: Instant;
  /** It was refused when it came, and is not held any more. */
  dropped: boolean;
  clouds: readonly CloudEnvironment[];
  /** The tenant a held token was asked for; absent for a pasted one. */
  askedTenantId?: TenantId;
  /** How the tenant is called in the list. */
  nameOf(tenantId: TenantId): string | undefined;
  /** The partner apps of this profile with a client ID. */
  appsOf(clientId: string): readonly { name: string; purpose: AppPurpose }[];
  /** Whether the app is the one the token was asked with; absent for a pasted one. */
  askedClientId?: string;
}

/** Says what stands in a token and what it comes to. Claims: "Access token claims reference" (Microsoft Learn). */
export function inspectToken(token: DecodedToken, context: InspectionContext): TokenInspection {
  const { claims } = token;
  const audiences = listOf(claims['aud']);
  const resource = recogniseAudience(audiences, context.clouds);
  const tenantId = tenantOf(claims);
  const clientId = textIn(claims, 'appid') ?? textIn(claims, 'azp');
  const apps = clientId === undefined ? [] : context.appsOf(clientId.toLowerCase());
  const caller = callerOf(claims);
  const permissions = caller === 'user' ? scopesOf(claims) : listOf(claims['roles']);
  const surface = resource === 'xdr' || resource === 'graph' ? resource : null;
  const features = surface ? grantsOn(surface, { permissions, caller, purposes: apps.map(({ purpose }) => purpose) }) : [];
  const useful = new Set(features.flatMap(({ anyOf }) => anyOf));
  return {
    inspectedAt: context.now,
    header: entriesOf(token.header),
    claims: entriesOf(claims),
    tenantId,
    tenantName: tenantId === undefined ? undefined : context.nameOf(tenantId),
    clientId,
    appName: apps[0]?.name,
    audiences,
    resource,
    caller,
    issuedAt: instantOf(claims['iat']),
    notBefore: instantOf(claims['nbf']),
    expiresAt: instantOf(claims['exp']),
    features,
    otherPermissions: permissions.filter((one) => !useful.has(one)),
    dropped: context.dropped,
    findings: findingsOf(token, { tenantId, clientId, permissions, audiences }, context),
  };
}

/** Whether an issuer is one these clouds name for a tenant. */
export function issuerKnown(issuer: string, tenantId: string, { issuers }: CloudEnvironment): boolean {
  const plain = (value: string) => value.toLowerCase().replace(/\/+$/, '');
  return issuers.some((pattern) => plain(pattern).replaceAll('{tenantid}', tenantId) === plain(issuer));
}

interface Read {
  tenantId?: string;
  clientId?: string;
  permissions: readonly string[];
  audiences: readonly string[];
}

function findingsOf({ claims, header, signature }: DecodedToken, read: Read, context: InspectionContext): TokenFinding[] {
  const { now, clouds, askedTenantId, askedClientId } = context;
  const { tenantId, clientId, permissions, audiences } = read;
  const issuer = textIn(claims, 'iss');
  const issuerTenant = GUID.exec(issuer ?? '')?.[0].toLowerCase();
  const [expiresAt, notBefore] = [instantOf(claims['exp']), instantOf(claims['nbf'])];
  const checked = clouds.some(({ issuers }) => issuers.length > 0);
  const found: [TokenFinding, boolean][] = [
    ['wrongTenant', askedTenantId !== undefined && tenantId !== undefined && tenantId !== askedTenantId],
    ['issuerOfOtherTenant', issuerTenant !== undefined && tenantId !== undefined && issuerTenant !== tenantId],
    ['issuerUnknown', checked && (issuer === undefined || !clouds.some((cloud) => issuerKnown(issuer, tenantId ?? '', cloud)))],
    ['expired', expiresAt !== undefined && expiresAt <= now],
    ['notYetValid', notBefore !== undefined && notBefore > now + SKEW_MS],
    ['unsigned', signature === 'absent' || String(header['alg']).toLowerCase() === 'none'],
    ['signatureCutOff', signature === 'cutOff'],
    // An ID token is for the app itself, to greet the person who signed in.
    ['idToken', audiences.some((audience) => GUID.test(audience) && context.appsOf(audience.toLowerCase()).length > 0)],
    ['otherApp', askedClientId !== undefined && clientId !== undefined && clientId.toLowerCase() !== askedClientId],
    ['noPermissions', permissions.length === 0],
  ];
  return found.filter(([, so]) => so).map(([finding]) => finding);
}

interface Granted {
  permissions: readonly string[];
  caller: TokenInspection['caller'];
  purposes: readonly AppPurpose[];
}

/** Per thing Tenantry does: the permission that allows it, or those of which one is missing. */
function grantsOn(surface: Surface, { permissions, caller, purposes }: Granted): FeatureGrant[] {
  const nameOf = (role: AppRole) => (caller === 'user' ? role.scope : role.role);
  return feature.options.map((one) => {
    const anyOf = APP_ROLES.filter(({ resource, features }) => resource === surface && features.includes(one)).map(nameOf);
    const needed = purposes.some(({ features, surfaces }) => surfaces.includes(surface) && features.includes(one));
    return {
      feature: one,
      anyOf,
      grantedBy: anyOf.find((name) => permissions.includes(name)) ?? null,
      needed: purposes.length === 0 ? null : needed,
    };
  });
}

function callerOf(claims: Record<string, unknown>): TokenInspection['caller'] {
  if (claims['idtyp'] === 'app') return 'app';
  if (claims['idtyp'] === 'user' || scopesOf(claims).length > 0) return 'user';
  return claims['roles'] === undefined ? 'unknown' : 'app';
}

function tenantOf(claims: Record<string, unknown>): string | undefined {
  return (textIn(claims, 'tid') ?? GUID.exec(textIn(claims, 'iss') ?? '')?.[0])?.toLowerCase();
}

function textIn(claims: Record<string, unknown>, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function scopesOf(claims: Record<string, unknown>): string[] {
  return (textIn(claims, 'scp') ?? '').split(/\s+/).filter((one) => one !== '');
}

function listOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one !== '');
}
