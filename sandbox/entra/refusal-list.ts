import type { StsError } from './sts-error';

/**
 * Refusals that no state of a tenant brings about, by number: OAuth error and text in the manner of the service. One a line, so that the list can be read.
 * Sources: "Microsoft Entra authentication and authorization error codes" (Microsoft Learn), field reports for 7000229, 650051, 501051 and 900023.
 */
const LIST = `
16000 interaction_required Either multiple user identities are available for the current request or the selected account is not supported for the scenario.
28002 invalid_scope Provided value for the input parameter scope is not valid when requesting an access token.
28003 invalid_scope Provided value for the input parameter scope cannot be empty when requesting an access token using the provided authorization code.
50000 server_error There was an error issuing a token or an issue with our sign-in service.
50001 invalid_resource The resource is disabled or the resource named was not found in the tenant.
50002 access_denied Sign-in failed because of restricted proxy access on the tenant.
50005 interaction_required User tried to log in to a device from a platform that is currently not supported through Conditional Access policy.
50011 invalid_request The redirect URI specified in the request does not match the redirect URIs configured for the application.
50012 invalid_client Authentication failed: the subject name of the signing certificate is not authorized or the token is not valid.
50013 invalid_grant Assertion is not within its valid time range or its signature is not valid.
50020 access_denied User account from identity provider does not exist in tenant and cannot access the application in that tenant.
50033 temporarily_unavailable A transient error has occurred. Please try again.
50034 access_denied The user account does not exist in the directory. To sign into this application, the account must be added to the directory.
50048 invalid_client SubjectMismatchesIssuer - Subject mismatches Issuer claim in the client assertion.
50049 invalid_request Unknown or invalid instance.
50059 invalid_request No tenant-identifying information found in either the request or implied by any provided credentials.
50074 interaction_required Strong authentication is required and the user did not pass the MFA challenge.
50076 interaction_required Due to a configuration change made by your administrator, you must use multi-factor authentication to access the resource.
50079 interaction_required Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.
50105 access_denied The signed in user is not assigned to a role for the application.
50128 invalid_request Invalid domain name - No tenant-identifying information found in either the request or implied by any provided credentials.
50131 interaction_required ConditionalAccessFailed - for example the request was suspicious or denied based on access policy.
50158 interaction_required External security challenge was not satisfied.
50194 invalid_request Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps.
50196 invalid_grant The server terminated an operation because it encountered a client request loop. Please contact your app vendor.
51004 access_denied The user account does not exist in the directory.
53000 interaction_required Device is not in required device state: Conditional Access policy requires a compliant device.
53001 interaction_required Device is not domain joined, and Conditional Access policy requires a domain joined device.
53002 interaction_required The application used is not an approved application for Conditional Access.
53003 invalid_grant Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.
53004 interaction_required ProofUpBlockedDueToRisk - User needs to complete the multi-factor authentication registration process before accessing this content.
53011 access_denied User blocked due to risk on home tenant.
65001 invalid_grant The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.
65004 consent_required The resource owner or authorization server denied the request.
70001 unauthorized_client The application is disabled.
70003 unsupported_grant_type The app returned an unsupported grant type.
70011 invalid_scope The provided value for the input parameter 'scope' is not valid.
90002 invalid_request Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.
90006 temporarily_unavailable The service is temporarily unavailable. Please retry later.
90012 temporarily_unavailable RequestTimeout - The request has timed out.
90013 invalid_request Invalid input received from the user.
90014 invalid_request A required field for this protocol message was missing from the request.
90019 invalid_request No tenant-identifying information found in either the request or implied by any provided credentials.
90023 invalid_request The authentication service request is not valid.
90024 temporarily_unavailable A transient error has occurred while the request budget was exceeded. Please try again.
90033 temporarily_unavailable A transient error has occurred. Please try again.
90038 invalid_request The tenant belongs to another national cloud. The current cloud instance does not federate with it.
90051 invalid_request The national cloud ID in the request is not valid.
90055 temporarily_unavailable The server is too busy to handle the request: too many requests were made for this tenant.
90090 temporarily_unavailable GraphRetryableError - The service is temporarily unavailable.
90094 access_denied Admin consent is required for the permissions requested by this application.
90095 access_denied Admin consent is required: the user requested it and the request waits for approval.
90099 unauthorized_client The application has not been authorized in the tenant. Applications must be authorized to access the customer tenant before partner delegated administrators can use them.
90100 invalid_request InvalidRequestParameter - The parameter is empty or not valid.
90112 unauthorized_client Application identifier is expected to be a GUID.
500011 invalid_resource The resource principal was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant.
500014 invalid_resource The service principal for the resource is disabled. This indicates that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application.
500021 access_denied Access to the tenant is denied by tenant restrictions.
500022 access_denied Access to the tenant is denied by tenant restrictions: the header is not valid.
500133 invalid_client Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion.
500207 access_denied The account type can't be used for the resource you're trying to access.
500208 access_denied The domain is not a valid login domain for the account type.
500212 access_denied The user's administrator has set an outbound access policy that does not allow access to the resource tenant.
500213 access_denied The resource tenant's cross-tenant access policy does not allow this user to access this tenant.
501051 invalid_grant Application is not assigned to a role for the application.
530032 interaction_required Blocked by security policy: the device must be compliant.
530034 access_denied DelegatedAdminBlockedDueToSuspiciousActivity - A delegated administrator was blocked from accessing the tenant due to account risk in their home tenant.
530035 access_denied Access has been blocked by security defaults.
650051 invalid_request The application's service principal name is already present for the tenant.
650052 invalid_client The app needs access to a service that your organization has not subscribed to or enabled.
650054 invalid_resource The application asked for permissions to access a resource that has been removed or is no longer available.
650056 unauthorized_client Misconfigured application: the client has not listed any permissions for the resource in the requested permissions in the client's application registration.
650057 invalid_resource Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.
650059 unauthorized_client The application is not configured as a multi-tenant application.
700011 unauthorized_client Application with the identifier was not found in the directory.
700016 unauthorized_client Application with the identifier was not found in the directory. You may have sent your authentication request to the wrong tenant.
700022 invalid_scope Invalid value for the input parameter scope: the scope has more than one resource.
700023 invalid_client Client assertion audience claim does not match Realm issuer.
700024 invalid_client Client assertion is not within its valid time range.
700025 invalid_client Client is public so neither 'client_assertion' nor 'client_secret' should be presented.
700027 invalid_client The certificate with identifier used to sign the client assertion is not registered on application.
700030 invalid_client Invalid certificate: subject name in certificate is not authorized.
900023 invalid_request Specified tenant identifier 'undefined' is neither a valid DNS name, nor a valid external domain.
900144 invalid_request The request body must contain the following parameter: 'grant_type'.
900382 invalid_request Confidential Client is not supported in Cross Cloud request.
900432 invalid_request Confidential Client is not supported in Cross Cloud request.
900561 invalid_request The endpoint only accepts POST requests. Received a GET request.
901002 invalid_request The 'resource' request parameter is not supported.
1000031 unauthorized_client Application cannot be accessed at this time. Contact your administrator.
1002012 invalid_scope The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed.
5000224 invalid_request We are sorry, this resource is not available. If you are seeing this message by mistake, contact support.
7000112 unauthorized_client Application is disabled.
7000215 invalid_client Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.
7000218 invalid_client The request body must contain the following parameter: 'client_assertion' or 'client_secret'.
7000222 invalid_client The provided client secret keys for the app are expired.
7000229 invalid_client The client application is missing service principal in the tenant.
9001023 invalid_request The grant type is not supported over the /common or /consumers endpoints.
9002313 invalid_request Invalid request. Request is malformed or invalid.
`;

const REFUSALS = new Map(
  LIST.trim()
    .split('\n')
    .map((line): [number, StsError] => {
      const [, code = '', error = '', text = ''] = /^(\d+) (\w+) (.*)$/.exec(line) ?? [];
      return [Number(code), { code: Number(code), error, text, status: error === 'invalid_client' ? 401 : 400 }];
    }),
);

/** A refusal with this number; one that is not in the list is made up, as new ones appear in the service. */
export function refusalWith(code: number): StsError {
  return REFUSALS.get(code) ?? { code, error: 'invalid_request', text: 'Something the list of codes does not explain.', status: 400 };
}
