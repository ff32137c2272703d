import type { Context, Hono } from 'hono';
import { findResource, THREAT_PROTECTION } from '../directory/resources';
import type { World } from '../world';
import { accessToken } from './access-token';
import { checkClient, clientClaim } from './client-check';
import { resourceOfScope, resourceOfV1 } from './requested-resource';
import { correlationOf, type StsError, stsErrorBody } from './sts-error';
import { stsErrors } from './sts-errors';
import { userTokens } from './user-token';
import { lookUp, SHARED_TENANTS } from './tenant-lookup';

const GRANTS = new Set(['client_credentials', 'authorization_code']);

type Version = 'v1' | 'v2';
type Answer = { refused: StsError } | { body: Record<string, unknown> };

const refused = (error: StsError): Answer => ({ refused: error });

/** v2.0 answers with numbers, v1.0 with text and a few fields more. */
function grant(
  version: Version,
  resource: string,
  lifetime: number,
  made: { token: string; notBefore: number; expiresOn: number },
): Answer {
  if (version === 'v2') {
    return { body: { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: made.token } };
  }
  return {
    body: {
      token_type: 'Bearer',
      expires_in: String(lifetime),
      ext_expires_in: String(lifetime),
      expires_on: String(made.expiresOn),
      not_before: String(made.notBefore),
      resource,
      access_token: made.token,
    },
  };
}

async function answer(world: World, request: Request, name: string, version: Version): Promise<Answer> {
  if (request.method !== 'POST') return refused(stsErrors.verb(request.method));
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '');
  const form = new URLSearchParams(isForm ? await request.text() : '');
  const grantType = form.get('grant_type');
  if (!grantType) return refused(stsErrors.missing('grant_type'));
  if (!GRANTS.has(grantType)) return refused(stsErrors.grantType(grantType));
  if (SHARED_TENANTS.has(name)) return refused(stsErrors.commonTenant(name));
  const found = lookUp(world, name, 'invalid_request');
  if ('refused' in found) return found;
  const { tenant } = found;
  const set = world.refusalAt('token', tenant);
  if (set) return refused(set);
  if (tenant.foreignCloud) return refused(stsErrors.otherCloud(name, tenant.foreignCloud));
  if (tenant.state === 'tenantBlocked') return refused(stsErrors.tenantBlocked());
  if (grantType === 'authorization_code') {
    const redeemed = world.authorizationCodes.redeem(form, tenant.tenantId);
    return 'refused' in redeemed ? redeemed : { body: await userTokens(world, redeemed.signIn) };
  }
  const requested = version === 'v2' ? resourceOfScope(form) : resourceOfV1(form);
  if ('refused' in requested) return requested;
  const claim = clientClaim(form, request.headers.get('authorization'));
  const clientRefused = await checkClient(world, tenant, claim);
  if (clientRefused) return refused(clientRefused);
  const resource = findResource(requested.resource);
  if (!resource || (resource === THREAT_PROTECTION && tenant.state === 'resourceMissing')) {
    return refused(stsErrors.resourceMissing(requested.resource, tenant.displayName));
  }
  const credential = claim.assertion === null ? '1' : '2';
  const made = await accessToken(world, { tenant, clientId: claim.clientId, audience: requested.resource, resource, credential });
  return grant(version, requested.resource, world.tokenLifetimeSeconds, made);
}

async function respond(c: Context, world: World, name: string, version: Version): Promise<Response> {
  const correlationId = correlationOf(c.req.raw);
  const result = await answer(world, c.req.raw, name, version);
  c.header('Cache-Control', 'no-store, no-cache');
  c.header('Pragma', 'no-cache');
  c.header('client-request-id', correlationId);
  if ('refused' in result) return c.json(stsErrorBody(result.refused, correlationId, world.url), result.refused.status);
  return c.json(result.body);
}

/** Token endpoints of both versions: for an app by itself, and for an analyst who signed in. */
export function tokenRoutes(app: Hono, world: World): void {
  app.all('/:tenant/oauth2/v2.0/token', (c) => respond(c, world, c.req.param('tenant'), 'v2'));
  app.all('/:tenant/oauth2/token', (c) => respond(c, world, c.req.param('tenant'), 'v1'));
}
