import type { ExportAsked } from './export-port';

/** What a file says of the view it is of. Tenants it is not about are not in it, not even by their ID: it may be sent to one of the others. */
export function toldQuery({ query, tenants }: Pick<ExportAsked, 'query' | 'tenants'>): object {
  const { tenantIds, similarTo, ...others } = query;
  const isOfView = (tenantId: string) => tenants.some((tenant) => tenant.tenantId === tenantId);
  return {
    ...others,
    ...(tenantIds ? { tenantIds: tenantIds.filter(isOfView) } : {}),
    ...(similarTo ? { similarTo: isOfView(similarTo.tenantId) ? similarTo : 'an incident of a tenant that this view leaves out' } : {}),
  };
}

/** Said in every file of a view that was narrowed down by a search that is still being filled. */
export const NOT_SEARCHED = 'Some stored incidents are not in the search yet, which this view is narrowed down with: they may be missing.';
