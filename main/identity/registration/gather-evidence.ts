import type { TenantId } from '../../../contract/ids';
import type { Surface } from '../../../contract/permissions';
import type { FetchPort } from '../../cloud/fetch-port';
import type { PartnerConnection } from '../partner-connection';
import { openConsentPage, type PageQuestion } from './consent-page-probe';
import type { Evidence } from './evidence';
import { isSingleTenant } from './entra-numbers';

/** Customers asked at most: one token is proof enough. */
const MOST_CUSTOMERS = 3;

export interface ProbeParts {
  connection: Pick<PartnerConnection, 'app' | 'environment' | 'broker'>;
  /** Customers linked to the app. */
  customers: readonly TenantId[];
  redirectUris: readonly string[];
  fetch: FetchPort;
  now(): number;
}

/** Asks Entra all that a check needs, one request after the other: about as many as a person opening the pages by hand. */
export async function gatherEvidence({ connection, customers, redirectUris, fetch, now }: ProbeParts): Promise<Evidence> {
  const { app, environment, broker } = connection;
  const { clientId, homeTenantId, purpose } = app;
  const surfaces = [...new Set(purpose.surfaces)];
  const [main] = surfaces;
  const open = (question: Omit<PageQuestion, 'clientId'>) => openConsentPage({ clientId, ...question }, { environment, fetch, now });
  const scopeOf = (resource: Surface) => environment.resources[resource].scope;
  const [firstAddress = environment.redirectUri] = redirectUris;
  const firstScope = scopeOf(main ?? 'xdr');

  const homeTokens: Evidence['homeTokens'][number][] = [];
  for (const resource of surfaces) homeTokens.push({ resource, answer: await broker.acquire(homeTenantId, { resource, fresh: true }) });

  const anyOrganisation = await open({ tenant: 'organizations', scope: firstScope, redirectUri: firstAddress });
  const addresses: Evidence['addresses'][number][] = [];
  for (const address of redirectUris) {
    addresses.push({ address, verdict: await open({ tenant: homeTenantId, scope: firstScope, redirectUri: address }) });
  }
  const scopes: Evidence['scopes'][number][] = [];
  for (const resource of surfaces) {
    // The first address was tried with the first API's scope.
    const seen = resource === main ? addresses[0]?.verdict : undefined;
    const scope = scopeOf(resource);
    scopes.push({ resource, verdict: seen ?? (await open({ tenant: homeTenantId, scope, redirectUri: firstAddress })) });
  }

  const customerTokens: Evidence['customerTokens'][number][] = [];
  for (const tenantId of customers.filter((one) => one !== homeTenantId).slice(0, MOST_CUSTOMERS)) {
    const answer = await broker.acquire(tenantId, { resource: main ?? 'xdr', fresh: true });
    customerTokens.push({ tenantId, answer });
    if (answer.ok || isSingleTenant(answer.problem)) break;
  }
  return { clientId, homeTenantId, purpose, homeTokens, customerTokens, anyOrganisation, addresses, scopes };
}
