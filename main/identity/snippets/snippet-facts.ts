import type { Surface } from '../../../contract/permissions';
import type { CloudEnvironment } from '../../cloud/environment';

/** What a snippet is made of. Nothing in it is secret. */
export interface SnippetFacts {
  /** For a comment: one line, whatever the tenant is called. */
  title: string;
  tokenUrl: string;
  clientId: string;
  scope: string;
  /** A page of five incidents. */
  incidentsUrl: string;
}

export interface SnippetSubject {
  environment: CloudEnvironment;
  resource: Surface;
  tenantId: string;
  tenantName: string;
  clientId: string;
}

/** Line ends of any of the languages, and characters that turn the direction of a line. */
const NOT_IN_A_COMMENT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Endpoint and scope of version 2.0, for exactly this tenant and API ("OAuth 2.0 client credentials flow", Microsoft Learn). */
export function snippetFacts({ environment, resource, tenantId, tenantName, clientId }: SnippetSubject): SnippetFacts {
  const incidents = resource === 'xdr' ? `${environment.apiBase}/api/incidents` : `${environment.graphBase}/v1.0/security/incidents`;
  return {
    title: `${tenantName.replaceAll(NOT_IN_A_COMMENT, ' ')} (${tenantId})`,
    tokenUrl: `${environment.loginBase}/${tenantId}/oauth2/v2.0/token`,
    clientId,
    scope: environment.resources[resource].scope,
    incidentsUrl: `${incidents}?$top=5`,
  };
}
