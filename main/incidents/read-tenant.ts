import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import { withoutSecrets } from '../cloud/without-secrets';
import type { TokenPort } from '../identity/token-port';
import { packBody } from '../store/packed-body';
import type { StorePort } from '../store/store-port';
import type { IncidentProvider, ProviderPage } from './provider';
import { type Attempt, type RetryParts, withRetries } from './retry';

export interface ReadTenantParts extends RetryParts {
  tokens: TokenPort;
  provider: IncidentProvider;
  store: Pick<StorePort, 'saveIncidentPage' | 'recordAttempt'>;
}

export interface TenantRead {
  pages: number;
  incidents: number;
  /** Every page was read and stored. Without this and without a problem, the signal ended it. */
  complete: boolean;
  problem: Problem | null;
}

/**
 * Reads all pages of one tenant, one after the other, and stores each as it comes. Pages shift while incidents arrive, so
 * rows are replaced by id, and a page that brings only what this read has seen already ends it.
 */
export async function readTenant(
  tenantId: TenantId,
  parts: ReadTenantParts,
  signal: AbortSignal,
  onPage: (incidents: number) => void,
): Promise<TenantRead> {
  const read: TenantRead = { pages: 0, incidents: 0, complete: false, problem: null };
  const seen = new Set<string>();
  const token = new TokenOfRead(tenantId, parts);
  let cursor: string | null = null;
  do {
    if (signal.aborted) return read;
    const attempt: Attempt<ProviderPage> = await withRetries(() => token.readPage(cursor, signal), signal, parts);
    if (signal.aborted) return read;
    if (!attempt.ok) return { ...read, problem: attempt.problem };
    const page = attempt.value;
    if (page.rows.length > 0 && page.rows.every(({ incidentId }) => seen.has(incidentId))) {
      return page.next === null
        ? { ...read, complete: true }
        : { ...read, problem: { code: 'unreadable', at: parts.now(), detail: 'The service sends the same page again and again.' } };
    }
    const failure = await savePage(tenantId, page, parts);
    if (failure) return { ...read, problem: failure };
    for (const { incidentId } of page.rows) seen.add(incidentId);
    read.pages += 1;
    read.incidents = seen.size;
    onPage(page.rows.length);
    if (page.next !== null && page.next === cursor)
      return { ...read, problem: { code: 'unreadable', at: parts.now(), detail: 'The next page is said to be the same page.' } };
    cursor = page.next;
  } while (cursor !== null);
  return { ...read, complete: true };
}

async function savePage(tenantId: TenantId, page: ProviderPage, { store, provider, now }: ReadTenantParts): Promise<Problem | null> {
  try {
    await store.saveIncidentPage({
      tenantId,
      surface: provider.surface,
      readAt: now(),
      raw: await packBody(page.bytes),
      rows: page.rows,
    });
    return null;
  } catch (error) {
    return { code: 'storeFailed', at: now(), detail: error instanceof Error ? error.message : 'The store refused the page.' };
  }
}

/** Asks for pages with the tenant's token, and for a new token once when the API refuses the one held. */
class TokenOfRead {
  #renewed = false;

  constructor(
    private readonly tenantId: TenantId,
    private readonly parts: ReadTenantParts,
  ) {}

  async readPage(cursor: string | null, signal: AbortSignal): Promise<Attempt<ProviderPage>> {
    const first = await this.#once(cursor, signal, false);
    if (first.ok || first.problem.code !== 'tokenRefused' || this.#renewed || signal.aborted) return first;
    this.#renewed = true;
    return this.#once(cursor, signal, true);
  }

  async #once(cursor: string | null, signal: AbortSignal, renew: boolean): Promise<Attempt<ProviderPage>> {
    const grant = await this.parts.tokens.getToken(this.tenantId, { resource: this.parts.provider.surface, need: 'readIncidents', renew });
    if (!grant.ok) return grant;
    const result = await this.parts.provider.readPage({ accessToken: grant.accessToken, cursor, signal });
    return result.ok ? { ok: true, value: result.page } : { ok: false, problem: withoutSecrets(result.problem, [grant.accessToken]) };
  }
}
