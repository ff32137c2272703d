import { z } from 'zod';
import type { TenantId } from '../../contract/ids';
import type { Problem, ProblemCode } from '../../contract/problem';
import type { ResolvedTenant } from '../../contract/tenant';
import { entraProblem } from '../cloud/entra-errors';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { textOf } from '../cloud/read-body';
import { createTransport, type TransportLimits } from '../cloud/transport';
import { readTenantQuery } from './tenant-query';

export type ResolveAnswer = { ok: true; tenant: ResolvedTenant } | { ok: false; problem: Problem };

export interface ResolveParts {
  environment: CloudEnvironment;
  /** The partner's own tenant: a cloud from a file does not name itself, but this tenant's metadata does. */
  homeTenantId: TenantId;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

const METADATA_LIMITS: TransportLimits = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 1024 * 1024 };
/** Weather: says nothing about the tenant. */
const NOT_THE_TENANTS: ReadonlySet<ProblemCode> = new Set([
  'unreachable',
  'proxySignIn',
  'timeout',
  'tlsFailed',
  'unreadable',
  'serviceError',
  'throttled',
]);

const text = z.string().optional().catch(undefined);
const metadata = z.looseObject({ issuer: text, token_endpoint: text, tenant_region_scope: text, cloud_instance_name: text });

/**
 * Turns what a person typed into a tenant ID, through the OpenID metadata of the cloud's login host
 * ("OpenID Connect on the Microsoft identity platform": the tenant in the path may be a GUID or a verified domain).
 * A typed GUID is accepted unverified while Entra cannot be asked.
 */
export async function resolveTenant(typed: string, parts: ResolveParts): Promise<ResolveAnswer> {
  const at = parts.now();
  const query = readTenantQuery(typed);
  if (query === null)
    return { ok: false, problem: { code: 'tenantNotFound', at, detail: 'This is neither a tenant ID nor a domain such as contoso.com.' } };
  const answer = await askMetadata(query.kind === 'id' ? query.tenantId : query.domain, parts);
  if (!answer.ok) {
    if (query.kind === 'id' && NOT_THE_TENANTS.has(answer.problem.code))
      return { ok: true, tenant: { tenantId: query.tenantId, verified: false } };
    return answer;
  }
  const tenantId = tenantIdIn(answer.metadata);
  if (!tenantId || (query.kind === 'id' && tenantId !== query.tenantId)) {
    return {
      ok: false,
      problem: { code: 'unreadable', at, detail: 'The OpenID metadata names no tenant ID, or another one than asked for.' },
    };
  }
  const instance = answer.metadata.cloud_instance_name;
  if (instance !== undefined && !(await isOfThisCloud(instance.toLowerCase(), parts))) {
    return { ok: false, problem: { code: 'otherCloud', at, detail: instance } };
  }
  const region = answer.metadata.tenant_region_scope;
  return {
    ok: true,
    tenant: {
      tenantId,
      verified: true,
      ...(query.kind === 'domain' ? { domain: query.domain } : {}),
      ...(region === undefined ? {} : { region }),
    },
  };
}

/** By the names the cloud is known under, else by the name the partner's own tenant is in. Where neither is known, nothing is said. */
async function isOfThisCloud(instance: string, parts: ResolveParts): Promise<boolean> {
  const { instanceNames } = parts.environment;
  if (instanceNames.length > 0) return instanceNames.includes(instance);
  const home = await askMetadata(parts.homeTenantId, parts);
  const own = home.ok ? home.metadata.cloud_instance_name?.toLowerCase() : undefined;
  return own === undefined || own === instance;
}

type MetadataAnswer = { ok: true; metadata: z.infer<typeof metadata> } | { ok: false; problem: Problem };

async function askMetadata(tenant: string, { environment, fetch, now, limits }: ResolveParts): Promise<MetadataAnswer> {
  const result = await createTransport(fetch, now, limits ?? METADATA_LIMITS).send({
    url: `${environment.loginBase}/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration`,
    method: 'GET',
    headers: { accept: 'application/json' },
  });
  if (!result.ok) return result;
  if (result.answer.status === 404) return { ok: false, problem: { ...entraProblem(result.answer, now()), code: 'tenantNotFound' } };
  if (result.answer.status !== 200) return { ok: false, problem: entraProblem(result.answer, now()) };
  try {
    return { ok: true, metadata: metadata.parse(JSON.parse(textOf(result.answer.bytes))) };
  } catch {
    return { ok: false, problem: entraProblem(result.answer, now()) };
  }
}

function tenantIdIn({ issuer, token_endpoint }: z.infer<typeof metadata>): string | undefined {
  const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
  return (guid.exec(issuer ?? '') ?? guid.exec(token_endpoint ?? ''))?.[0].toLowerCase();
}
