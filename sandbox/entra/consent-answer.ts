import { randomBytes, randomUUID } from 'node:crypto';
import { lacksConsent, type Tenant } from '../directory/tenants';
import type { World } from '../world';
import type { ConsentRequest } from './consent-request';
import { withAnswer } from './redirect-target';
import { describe, type StsError } from './sts-error';
import { stsErrors } from './sts-errors';

/** What stands in the way of a consent in this tenant. */
function obstacle(tenant: Tenant, clientId: string): StsError | null {
  switch (tenant.state) {
    case 'resourceMissing':
    case 'notLicensed':
      return stsErrors.notSubscribed(tenant.displayName);
    case 'appDisabled':
      return stsErrors.appDisabled(clientId, tenant.displayName);
    case 'conditionalAccess':
      return stsErrors.conditionalAccess(tenant.tenantId);
    case 'tenantBlocked':
      return stsErrors.tenantBlocked();
    default:
      return null;
  }
}

/** The refusal as parameters; the v2.0 page adds `admin_consent=True` even then. */
function failure(request: ConsentRequest, error: string, description: string): string {
  return withAnswer(request.redirectUri, {
    error,
    error_description: description,
    admin_consent: request.kind === 'adminV2' ? 'True' : null,
    state: request.state,
  });
}

/** Where the browser goes after Cancel: each of the three pages has words of its own. */
export function cancelled(request: ConsentRequest): string {
  switch (request.kind) {
    case 'authorize':
      return failure(request, 'access_denied', 'the user canceled the authentication');
    case 'adminV1':
      return failure(request, 'permission_denied', 'The admin canceled the request');
    case 'adminV2':
      return failure(request, 'consent_required', describe(stsErrors.consentDeclined(), randomUUID(), randomUUID()));
  }
}

/** Grants what the registration asks for and tells where the browser goes after Accept. */
export function accepted(world: World, request: ConsentRequest, tenant: Tenant): string {
  const refused = world.refusalAt('consent', tenant) ?? obstacle(tenant, request.clientId);
  if (refused) return failure(request, refused.error, describe(refused, randomUUID(), randomUUID()));
  if (world.isWriteApp(request.clientId)) world.writeConsents.add(tenant.tenantId);
  else if (lacksConsent(tenant)) tenant.state = 'consented';
  world.registrations.grant(request.clientId, tenant.tenantId);
  world.onStateChange();
  const { state } = request;
  if (request.kind === 'authorize') {
    const code = randomBytes(48).toString('base64url');
    return withAnswer(request.redirectUri, { code, state, session_state: randomUUID(), admin_consent: 'True' });
  }
  return withAnswer(request.redirectUri, {
    admin_consent: 'True',
    tenant: tenant.tenantId,
    state,
    scope: request.kind === 'adminV2' ? request.scope : null,
  });
}
