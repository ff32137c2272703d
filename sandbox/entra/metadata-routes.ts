import type { Context, Hono } from 'hono';
import type { Tenant } from '../directory/tenants';
import type { World } from '../world';
import { correlationOf, type StsError, stsErrorBody } from './sts-error';
import { lookUp, SHARED_TENANTS } from './tenant-lookup';

const FOREIGN_HOSTS: Readonly<Record<string, string>> = { 'microsoftonline.us': 'graph.microsoft.us' };

/** OpenID metadata. `name` is the tenant as asked for, which the endpoints keep; the issuer always has the GUID. */
function metadata(world: World, name: string, tenant: Tenant | null, version: 'v1' | 'v2'): Record<string, unknown> {
  const base = `${world.url}/${name}`;
  const v2 = version === 'v2';
  const cloud = tenant?.foreignCloud ?? 'microsoftonline.com';
  const issuer = `${world.url}/${tenant?.tenantId ?? '{tenantid}'}/`;
  return {
    token_endpoint: `${base}/oauth2${v2 ? '/v2.0' : ''}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery${v2 ? '/v2.0' : ''}/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid'],
    issuer: v2 ? `${issuer}v2.0` : issuer,
    authorization_endpoint: `${base}/oauth2${v2 ? '/v2.0' : ''}/authorize`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'tid', 'ver'],
    tenant_region_scope: tenant?.foreignCloud ? 'USGov' : 'WW',
    cloud_instance_name: cloud,
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: FOREIGN_HOSTS[cloud] ?? 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}

function refuse(c: Context, world: World, error: StsError): Response {
  return c.json(stsErrorBody(error, correlationOf(c.req.raw), world.url), error.status);
}

function answer(c: Context, world: World, name: string, version: 'v1' | 'v2'): Response {
  c.header('Cache-Control', 'max-age=86400, private');
  if (SHARED_TENANTS.has(name)) return c.json(metadata(world, name, null, version));
  const found = lookUp(world, name, 'invalid_tenant');
  return 'refused' in found ? refuse(c, world, found.refused) : c.json(metadata(world, name, found.tenant, version));
}

/** Keys: the list of all tenants says per key which issuers it may sign for. */
function keys(c: Context, world: World, name: string): Response {
  if (SHARED_TENANTS.has(name)) return c.json({ keys: [{ ...world.signingKey.jwk, issuer: `${world.url}/{tenantid}/v2.0` }] });
  const found = lookUp(world, name, 'invalid_tenant');
  if ('refused' in found) return refuse(c, world, found.refused);
  return c.json({ keys: [{ ...world.signingKey.jwk, issuer: `${world.url}/${found.tenant.tenantId}/v2.0` }] });
}

/** What an identity library asks to learn which hosts are one cloud. */
function instances(c: Context, world: World): Response {
  const host = new URL(world.url).host;
  return c.json({
    tenant_discovery_endpoint: `${world.url}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}

/** OpenID metadata, signing keys and instance discovery. */
export function metadataRoutes(app: Hono, world: World): void {
  app.get('/common/discovery/instance', (c) => instances(c, world));
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) => answer(c, world, c.req.param('tenant'), 'v2'));
  app.get('/:tenant/.well-known/openid-configuration', (c) => answer(c, world, c.req.param('tenant'), 'v1'));
  app.get('/:tenant/discovery/v2.0/keys', (c) => keys(c, world, c.req.param('tenant')));
  app.get('/:tenant/discovery/keys', (c) => keys(c, world, c.req.param('tenant')));
}
