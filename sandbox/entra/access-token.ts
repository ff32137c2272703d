import { randomBytes } from 'node:crypto';
import { GRAPH, type Resource, THREAT_PROTECTION } from '../directory/resources';
import { graphRolesOf, rolesOf, WRITE_APP_ROLES } from '../directory/roles';
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

/** Permissions are granted on Defender XDR and, to the first app, on Graph; a token for another resource has no `roles`. */
function rolesOn(resource: Resource, { state }: Tenant, isWriteApp: boolean): string[] {
  if (resource === THREAT_PROTECTION) return isWriteApp ? WRITE_APP_ROLES.map(({ value }) => value) : rolesOf(state);
  return resource === GRAPH && !isWriteApp ? graphRolesOf(state) : [];
}

/**
 * Signs an app-only token in the shape of version 1.0, which the Defender API's registration decides, not the endpoint.
 * It has no `roles` where nothing is granted.
 */
export async function accessToken(world: World, request: TokenRequest): Promise<{ token: string; notBefore: number; expiresOn: number }> {
  const tenant = world.directory.find(world.swappedTokens.get(request.tenant.tenantId) ?? '') ?? request.tenant;
  const roles = rolesOn(request.resource, request.tenant, world.isWriteApp(request.clientId));
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
