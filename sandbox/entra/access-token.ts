import { randomBytes } from 'node:crypto';
import type { Resource } from '../directory/resources';
import { ROLES, rolesOf, WRITE_APP_ROLES } from '../directory/roles';
import type { Tenant } from '../directory/tenants';
import type { World } from '../world';

export interface TokenRequest {
  tenant: Tenant;
  clientId: string;
  /** The resource as the client wrote it: it becomes the audience word for word. */
  audience: string;
  resource: Resource;
  /** 1: secret, 2: certificate. */
  credential: '1' | '2';
}

/**
 * Signs an app-only token in the shape of version 1.0, which the Defender API's registration decides, not the endpoint.
 * It carries what was granted on its own resource: a token for one on which nothing is granted has no `roles`.
 */
export async function accessToken(world: World, request: TokenRequest): Promise<{ token: string; notBefore: number; expiresOn: number }> {
  const tenant = world.directory.find(world.swappedTokens.get(request.tenant.tenantId) ?? '') ?? request.tenant;
  const granted = grantedRoles(world, request);
  const roles = ROLES.filter(({ value, resource }) => resource === request.resource && granted.includes(value)).map(({ value }) => value);
  const issuedAt = Math.floor(Date.now() / 1_000);
  const expiresOn = issuedAt + world.tokenLifetimeSeconds;
  const issuer = `${world.url}/${tenant.tenantId}/`;
  const token = await world.signingKey.sign({
    aud: request.audience,
    iss: issuer,
    iat: issuedAt,
    nbf: issuedAt,
    exp: expiresOn,
    aio: randomBytes(24).toString('base64'),
    appid: request.clientId.toLowerCase(),
    appidacr: request.credential,
    idp: issuer,
    idtyp: 'app',
    oid: tenant.servicePrincipalId,
    rh: `0.${randomBytes(20).toString('base64url')}.`,
    ...(roles.length > 0 ? { roles } : {}),
    sub: tenant.servicePrincipalId,
    tid: tenant.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
  });
  return { token, notBefore: issuedAt, expiresOn };
}

/** What the tenant granted when it consented; without a consent on record, what follows from its state. The partner's own tenant grants what is asked for. */
function grantedRoles(world: World, { tenant, clientId }: TokenRequest): readonly string[] {
  if (tenant.tenantId === world.partner.homeTenantId && tenant.state === 'consented')
    return world.registrations.find(clientId)?.permissions ?? [];
  const granted = world.registrations.grantedTo(clientId, tenant.tenantId);
  if (granted) return granted;
  return world.isWriteApp(clientId) ? WRITE_APP_ROLES.map(({ value }) => value) : rolesOf(tenant.state);
}
