import { z } from 'zod';
import type { TenantId } from '../../contract/ids';
import type { AppPurpose } from '../../contract/partner-app';
import { type Feature, rolesFor, type Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { TokenFacts } from '../../contract/token-facts';
import type { CloudEnvironment } from '../cloud/environment';

/** Entra dates tokens five minutes back; what lies further off comes from a wrong clock. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

const text = z.string().optional().catch(undefined);
/** What a date can hold; anything else is as good as absent. */
const seconds = z.coerce.number().min(1).max(8.64e12).optional().catch(undefined);
const claims = z.looseObject({
  tid: text,
  iss: text,
  appid: text,
  azp: text,
  ver: text,
  aud: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  roles: z.union([z.array(z.string()), z.string().transform((one) => one.split(/\s+/))]).catch([]),
  nbf: seconds,
  iat: seconds,
});
type Claims = z.infer<typeof claims>;

export interface TokenContext {
  /** The tenant the token was asked for. */
  tenantId: TenantId;
  /** The API it was asked for. */
  resource: Surface;
  environment: CloudEnvironment;
  clientId: string;
  purpose: AppPurpose;
  expiresAt: number;
  obtainedAt: number;
}

/** Payload of a JWT, or null when the token is not one: by Microsoft's rule a client may not count on it. */
export function decodeClaims(accessToken: string): Claims | null {
  const part = accessToken.split('.')[1];
  if (!part) return null;
  try {
    const parsed = claims.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Describes a token without keeping it. A readable token of another tenant, or for another API, gets a problem and must not
 * be used; everything else that looks odd is a warning. Claims: "Access token claims reference" (Microsoft Learn).
 */
export function readTokenFacts(accessToken: string, context: TokenContext): TokenFacts {
  const { tenantId, resource, environment, clientId, purpose, expiresAt, obtainedAt } = context;
  const held = { tenantId, resource, expiresAt, obtainedAt, fromCache: false };
  const token = decodeClaims(accessToken);
  if (!token) return { ...held, roles: [], missingRoles: [], lacking: [], warnings: ['undecodable'] };

  const audiences = token.aud === undefined ? [] : [token.aud].flat();
  const tokenTenantId = token.tid ?? tenantOfIssuer(token.iss);
  const appId = token.appid ?? token.azp;
  const readRoles = rolesFor('readIncidents', resource);
  const canRead = token.roles.some((role) => readRoles.includes(role));
  const warnings: TokenFacts['warnings'] = [];
  if (!issuerFits(token.iss, environment.issuers, tenantId)) warnings.push('issuerUnexpected');
  if (appId !== undefined && appId.toLowerCase() !== clientId.toLowerCase()) warnings.push('appUnexpected');
  if (skewed(token.nbf ?? token.iat, obtainedAt)) warnings.push('clockSkew');
  if (token.roles.length === 0) warnings.push('noRoles');
  return {
    ...held,
    tokenTenantId,
    audience: audiences.join(', ') || undefined,
    issuer: token.iss,
    appId,
    version: token.ver,
    roles: token.roles,
    missingRoles: canRead ? [] : readRoles,
    lacking: lackingFeatures(token.roles, purpose, resource),
    notBefore: token.nbf === undefined ? undefined : Math.round(token.nbf * 1000),
    warnings,
    problem:
      tenantProblem(tokenTenantId, tenantId, obtainedAt) ??
      audienceProblem(audiences, environment.resources[resource].audiences, obtainedAt),
  };
}

/** What the app is for on this API and the token does not allow. */
function lackingFeatures(roles: readonly string[], { features, surfaces }: AppPurpose, resource: Surface): Feature[] {
  if (!surfaces.includes(resource)) return [];
  return features.filter((feature) => !rolesFor(feature, resource).some((role) => roles.includes(role)));
}

function tenantProblem(tokenTenantId: string | undefined, tenantId: TenantId, at: number): Problem | undefined {
  if (tokenTenantId === undefined || tokenTenantId.toLowerCase() === tenantId) return undefined;
  return { code: 'wrongTenantToken', at, detail: `The token is of tenant ${tokenTenantId}, asked for was ${tenantId}.` };
}

function audienceProblem(audiences: string[], accepted: readonly string[], at: number): Problem | undefined {
  if (audiences.length === 0 || accepted.length === 0) return undefined;
  const plain = (audience: string): string => audience.toLowerCase().replace(/\/+$/, '');
  const known = new Set(accepted.map(plain));
  if (audiences.some((audience) => known.has(plain(audience)))) return undefined;
  return { code: 'wrongAudience', at, detail: `The token is for ${audiences.join(', ')}.` };
}

function tenantOfIssuer(issuer: string | undefined): string | undefined {
  return /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(issuer ?? '')?.[0];
}

function issuerFits(issuer: string | undefined, accepted: readonly string[], tenantId: TenantId): boolean {
  if (issuer === undefined) return false;
  const plain = (value: string): string => value.toLowerCase().replace(/\/+$/, '');
  return accepted.length === 0 || accepted.some((pattern) => plain(pattern).replaceAll('{tenantid}', tenantId) === plain(issuer));
}

function skewed(startSeconds: number | undefined, now: number): boolean {
  return startSeconds !== undefined && Math.abs(startSeconds * 1000 - now) > CLOCK_TOLERANCE_MS;
}
