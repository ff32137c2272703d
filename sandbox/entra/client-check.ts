import { timingSafeEqual } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Tenant } from '../directory/tenants';
import type { World } from '../world';
import type { StsError } from './sts-error';
import { stsErrors } from './sts-errors';

/** How a client said who it is: from the form, or from an HTTP Basic header. */
export interface ClientClaim {
  clientId: string;
  secret: string | null;
  assertion: string | null;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Entra allows clocks to be off by five minutes. */
const CLOCK_SKEW_SECONDS = 300;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads both forms of client authentication (RFC 6749, section 2.3.1; RFC 7523). */
export function clientClaim(form: URLSearchParams, authorization: string | null): ClientClaim {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    const plain = (text: string) => new URLSearchParams(`v=${text}`).get('v') ?? '';
    return { clientId: plain(id), secret: plain(secret.join(':')), assertion: null };
  }
  const assertion = form.get('client_assertion_type') === ASSERTION_TYPE ? form.get('client_assertion') : null;
  return { clientId: form.get('client_id') ?? '', secret: form.get('client_secret'), assertion };
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function checkSecret(world: World, tenant: Tenant, claim: ClientClaim & { secret: string }): StsError | null {
  const { partner } = world;
  const expiredApp = claim.clientId.toLowerCase() === partner.expiredApp.clientId;
  const { clientSecret: expected } = expiredApp ? partner.expiredApp : world.isWriteApp(claim.clientId) ? partner.writeApp : partner;
  if (world.credential === 'wrong' || !same(claim.secret, expected)) return stsErrors.secretWrong(claim.clientId);
  const expired = expiredApp || world.credential === 'expired' || tenant.state === 'secretExpired';
  return expired ? stsErrors.secretExpired(claim.clientId) : null;
}

/** Audiences an assertion may name: the token endpoint it is sent to, in either version, with the tenant's name or GUID. */
function audiences(world: World, tenant: Tenant): string[] {
  return [world.url, ...world.addresses].flatMap((base) =>
    [tenant.tenantId, tenant.domain, tenant.initialDomain].flatMap((name) => [
      `${base}/${name}/oauth2/v2.0/token`,
      `${base}/${name}/oauth2/token`,
      `${base}/${name}/v2.0`,
    ]),
  );
}

async function checkAssertion(world: World, tenant: Tenant, claim: ClientClaim & { assertion: string }): Promise<StsError | null> {
  try {
    const header = decodeProtectedHeader(claim.assertion);
    const thumbprint = header['x5t#S256'] ?? header.x5t;
    const key = typeof thumbprint === 'string' ? world.certificates.find(thumbprint) : undefined;
    if (!key) return stsErrors.assertionRejected('The key was not found.');
    await jwtVerify(claim.assertion, key, {
      algorithms: ['PS256', 'RS256'],
      issuer: claim.clientId,
      subject: claim.clientId,
      audience: audiences(world, tenant),
      requiredClaims: ['exp', 'jti'],
      // Clocks differ; a client rounds its seconds up.
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
    return null;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return stsErrors.assertionExpired();
    if (error instanceof errors.JWTClaimValidationFailed) {
      if (error.claim === 'aud') return stsErrors.assertionAudience(String(error.payload.aud));
      if (error.claim === 'nbf') return stsErrors.assertionExpired();
    }
    return stsErrors.assertionRejected('The signature or a claim does not verify.');
  }
}

/**
 * Whether the client is who it says and may have a token in this tenant; null when it may.
 * Order as far as seen: application, credential, then the tenant's own refusals.
 */
export async function checkClient(world: World, tenant: Tenant, claim: ClientClaim): Promise<StsError | null> {
  const { clientId, secret, assertion } = claim;
  if (clientId === '') return stsErrors.missing('client_id');
  if (!GUID.test(clientId)) return stsErrors.clientIdShape(clientId);
  const registration = world.registrations.find(clientId);
  const writes = world.isWriteApp(clientId);
  if (!registration || (tenant.state === 'notConsentedOld' && !writes)) return stsErrors.appNotFound(clientId, tenant.displayName);
  const credential =
    assertion !== null
      ? await checkAssertion(world, tenant, { ...claim, assertion })
      : secret !== null && secret !== ''
        ? checkSecret(world, tenant, { ...claim, secret })
        : stsErrors.noCredential();
  if (credential) return credential;
  if (!registration.multitenant && tenant.tenantId !== world.partner.homeTenantId) return stsErrors.singleTenant(clientId);
  if (writes) return world.writeConsents.has(tenant.tenantId) ? null : stsErrors.servicePrincipalMissing(clientId, tenant.tenantId);
  switch (tenant.state) {
    case 'notConsented':
      return stsErrors.servicePrincipalMissing(clientId, tenant.tenantId);
    case 'appDisabled':
      return stsErrors.appDisabled(clientId, tenant.displayName);
    case 'conditionalAccess':
      return stsErrors.conditionalAccess(tenant.tenantId);
    default:
      return null;
  }
}
