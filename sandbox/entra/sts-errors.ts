import { Random } from '../random/random';
import type { StsError } from './sts-error';

const refuse = (code: number, error: string, text: string): StsError => ({
  code,
  error,
  text,
  status: error === 'invalid_client' ? 401 : 400,
});

/** Refusals by what is wrong. Numbers, `error` values and wording follow the service as far as they are documented or were seen. */
export const stsErrors = {
  tenantNotFound: (name: string, error: 'invalid_tenant' | 'invalid_request') =>
    refuse(
      90002,
      error,
      `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    ),
  tenantMalformed: (name: string) =>
    refuse(900023, 'invalid_request', `Specified tenant identifier '${name}' is neither a valid DNS name, nor a valid external domain.`),
  otherCloud: (name: string, cloud: string) =>
    refuse(
      90038,
      'invalid_request',
      `The tenant '${name}' belongs to the national cloud '${cloud}'. The current cloud instance does not federate with it.`,
    ),
  tenantBlocked: () =>
    refuse(
      5000224,
      'invalid_request',
      'We are sorry, this resource is not available. If you are seeing this message by mistake, contact support.',
    ),
  commonTenant: (name: string) => refuse(9001023, 'invalid_request', `The grant type is not supported over the /${name} endpoint.`),
  missing: (parameter: string) =>
    refuse(900144, 'invalid_request', `The request body must contain the following parameter: '${parameter}'.`),
  grantType: (given: string) => refuse(70003, 'unsupported_grant_type', `The app requested an unsupported grant type '${given}'.`),
  verb: (given: string) => refuse(900561, 'invalid_request', `The endpoint only accepts POST requests. Received a ${given} request.`),
  resourceOnV2: () =>
    refuse(901002, 'invalid_request', "The 'resource' request parameter is not supported. Use 'scope' with the v2.0 endpoint."),
  codeUnknown: () => refuse(9002313, 'invalid_grant', 'Invalid request. Request is malformed or invalid.'),
  codeExpired: () => refuse(70008, 'invalid_grant', 'The provided authorization code or refresh token has expired due to inactivity.'),
  codeRedeemed: () =>
    refuse(
      54005,
      'invalid_grant',
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
  codeElsewhere: () =>
    refuse(500112, 'invalid_client', 'The reply address does not match the reply address provided when requesting Authorization code.'),
  codeVerifier: () =>
    refuse(501481, 'invalid_grant', 'The Code_Verifier does not match the code_challenge supplied in the authorization request.'),
  challengeMethod: () => refuse(901006, 'invalid_request', 'The code_challenge_method is not supported.'),
  publicClientWithSecret: () =>
    refuse(700025, 'invalid_client', "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."),
  scopeForm: (scope: string) =>
    refuse(
      1002012,
      'invalid_scope',
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    ),
  scopeInvalid: (scope: string) =>
    refuse(70011, 'invalid_scope', `The provided value for the input parameter 'scope' is not valid. The scope '${scope}' is not valid.`),
  severalResources: (scope: string) =>
    refuse(
      28002,
      'invalid_scope',
      `Provided value for the input parameter scope '${scope}' is not valid when requesting an access token: it asks for more than one resource.`,
    ),
  resourceMissing: (resource: string, tenant: string) =>
    refuse(
      500011,
      'invalid_resource',
      `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    ),
  clientIdShape: (given: string) => refuse(90112, 'unauthorized_client', `Application identifier '${given}' is expected to be a GUID.`),
  appNotFound: (clientId: string, tenant: string) =>
    refuse(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    ),
  servicePrincipalMissing: (clientId: string, tenantId: string) =>
    refuse(
      7000229,
      'invalid_client',
      `The client application ${clientId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    ),
  appDisabled: (clientId: string, name: string) =>
    refuse(7000112, 'unauthorized_client', `Application '${clientId}'(${name}) is disabled.`),
  noCredential: () =>
    refuse(7000218, 'invalid_client', "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
  secretWrong: (clientId: string) =>
    refuse(
      7000215,
      'invalid_client',
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  secretExpired: (clientId: string) =>
    refuse(
      7000222,
      'invalid_client',
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    ),
  assertionRejected: (reason: string) =>
    refuse(
      700027,
      'invalid_client',
      `The certificate with identifier used to sign the client assertion is not registered on application, or the signature does not verify. [Reason - ${reason}]`,
    ),
  assertionExpired: () => refuse(700024, 'invalid_client', 'Client assertion is not within its valid time range.'),
  assertionAudience: (audience: string) =>
    refuse(
      700023,
      'invalid_client',
      `Client assertion audience claim does not match Realm issuer. Review the audience claim '${audience}'.`,
    ),
  conditionalAccess: (tenantId: string): StsError => ({
    ...refuse(
      53003,
      'invalid_grant',
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    ),
    suberror: 'message_only',
    claims: JSON.stringify({ access_token: { capolids: { essential: true, values: [new Random(`policy:${tenantId}`).guid()] } } }),
  }),
  notSubscribed: (tenant: string) =>
    refuse(
      650052,
      'invalid_client',
      `The app needs access to a service ('Microsoft Threat Protection') that your organization '${tenant}' has not subscribed to or enabled. Contact your IT Admin to review the configuration of your service subscriptions.`,
    ),
  consentDeclined: () => refuse(65004, 'consent_required', 'The resource owner or authorization server denied the request.'),
  /** On a link or a token for one other tenant. */
  singleTenant: (clientId: string) =>
    refuse(
      650059,
      'unauthorized_client',
      `The application '${clientId}' is not configured as a multi-tenant application. It can only be used in the tenant it is registered in.`,
    ),
  /** On a link for any tenant. */
  sharedTenantOfSingle: (clientId: string) =>
    refuse(
      50194,
      'invalid_request',
      `Application '${clientId}' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    ),
  nothingRequested: () =>
    refuse(
      650056,
      'invalid_client',
      "Misconfigured application. The client has not listed any permissions in the requested permissions in the client's application registration.",
    ),
  resourceNotRequested: (scope: string, clientId: string) =>
    refuse(
      650057,
      'invalid_resource',
      `Invalid resource. The client '${clientId}' has requested access to a resource which is not listed in the requested permissions in the client's application registration. Resource value from request: ${scope}.`,
    ),
  redirectUri: (uri: string, clientId: string) =>
    refuse(
      50011,
      'invalid_request',
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    ),
} as const;
