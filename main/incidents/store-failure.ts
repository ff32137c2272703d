import type { Problem } from '../../contract/problem';

/** What the store said when it refused, as a problem of the tenant that was read. */
export function storeFailure(error: unknown, at: number): Problem {
  return { code: 'storeFailed', at, detail: error instanceof Error ? error.message : 'The store refused the page.' };
}
