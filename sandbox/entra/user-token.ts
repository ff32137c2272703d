import { randomBytes } from 'node:crypto';
import { GRAPH } from '../directory/resources';
import type { World } from '../world';
import type { SignIn } from './authorization-codes';

/** Tokens a person's sign-in ends with: one for the API in the shape of version 1.0, and one that tells the app who signed in. */
export async function userTokens(world: World, signIn: SignIn): Promise<Record<string, unknown>> {
  const { tenantId, clientId, analyst, audience, nonce } = signIn;
  const issuedAt = Math.floor(Date.now() / 1_000);
  const lifetime = world.tokenLifetimeSeconds;
  const times = { iat: issuedAt, nbf: issuedAt, exp: issuedAt + lifetime };
  const who = { oid: analyst.objectId, sub: randomBytes(24).toString('base64url'), tid: world.swappedTokens.get(tenantId) ?? tenantId };
  const scopes = scopesOf(world, signIn);
  const accessToken = await world.signingKey.sign({
    aud: audience,
    iss: `${world.url}/${tenantId}/`,
    ...times,
    acr: '1',
    amr: ['pwd', 'mfa'],
    appid: clientId,
    appidacr: '0',
    name: analyst.name,
    ...who,
    ...(scopes.length > 0 ? { scp: scopes.join(' ') } : {}),
    unique_name: analyst.userName,
    upn: analyst.userName,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
  });
  const idToken = await world.signingKey.sign({
    aud: clientId,
    iss: `${world.url}/${tenantId}/v2.0`,
    ...times,
    name: analyst.name,
    preferred_username: analyst.userName,
    ...(nonce === null ? {} : { nonce }),
    ...who,
    ver: '2.0',
  });
  return {
    token_type: 'Bearer',
    scope: scopes.map((scope) => `${audience}/${scope}`).join(' '),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
    id_token: idToken,
    client_info: Buffer.from(JSON.stringify({ uid: analyst.objectId, utid: tenantId })).toString('base64url'),
  };
}

/** The delegated counterpart of what the registration asks for. Defender XDR's have no "All" at the end, Graph's are called alike. */
function scopesOf(world: World, { clientId, resource }: SignIn): string[] {
  const asked = world.registrations.rolesAskedBy(clientId).filter((role) => role.resource === resource);
  return asked.map(({ value }) => (resource === GRAPH ? value : value.replace(/\.All$/, '')));
}
