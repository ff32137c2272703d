import { rolesFor } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { createTransport, type TransportLimits } from '../cloud/transport';
import { type AlertSearch, beginAlertSearch, type GraphAsk, incidentAddress, joined, searchAlerts } from './graph-alerts';
import { graphColumns } from './graph-columns';
import { graphContent } from './graph-content';
import { type GraphPlace, graphCursor, graphPlace } from './graph-place';
import { type GraphBody, graphRequest, type GraphRequestParts } from './graph-request';
import { indentedPart } from './json-text';
import { isRecord } from './lenient';
import type { IncidentContent, IncidentProvider, PageRange, PageRequest, PageResult } from './provider';
import { readEnvelope } from './xdr-page';

/** The most the service gives at once (400 "The limit of '50' for Top query has been exceeded."). */
const PAGE_SIZE = 50;

export interface GraphProviderParts {
  environment: Pick<CloudEnvironment, 'graphBase'>;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

/**
 * Incidents of Microsoft Graph (`/v1.0/security/incidents`), page by page by `@odata.nextLink`. Alerts come by `$expand`. Where that fails while
 * the list without them works, as on big tenants, the rest of the read takes them from `alerts_v2` in a second step.
 */
export class GraphProvider implements IncidentProvider {
  readonly surface = 'graph';
  readonly readRoles = rolesFor('readIncidents', 'graph');
  readonly #requests: GraphRequestParts;
  /** Second steps that were stopped, by what they were asked with. */
  readonly #searches = new Map<string, AlertSearch>();

  constructor(private readonly parts: GraphProviderParts) {
    const transport = createTransport(parts.fetch, parts.now, parts.limits);
    this.#requests = { transport, readRoles: this.readRoles, now: parts.now };
  }

  async readPage({ accessToken, range, cursor, signal, meter }: PageRequest): Promise<PageResult> {
    const place = graphPlace(cursor);
    const ask = this.#asker({ accessToken, signal, meter });
    const key = `${accessToken} ${cursor ?? ''}`;
    const stopped = this.#searches.get(key);
    if (stopped) return this.#secondStep(key, stopped, place, ask, signal);

    // A link comes out of a body; even one kept since the last run is followed to Graph only.
    if (place.link !== null && !this.#isOwn(place.link)) return this.#unreadable('The place to go on from is not at Graph.');
    const first = await ask(place.link ?? this.#address(range, place));
    if (first.ok) return place.expand ? page(first.body, place) : this.#secondStep(key, this.#begin(first.body), place, ask, signal);
    if (!place.expand || signal.aborted || !expandFailed(first.problem)) return first;

    const plain: GraphPlace = { ...place, link: null, expand: false };
    const second = await ask(this.#address(range, plain));
    // The service is ill as a whole: the page is asked for again as it was.
    if (!second.ok) return second.problem.code === 'throttled' ? second : first;
    return this.#secondStep(key, this.#begin(second.body), plain, ask, signal);
  }

  /** One incident with its alerts; where it cannot be given with them, by the second step. */
  async readIncident({
    accessToken,
    incidentId,
    signal,
    meter,
  }: Parameters<NonNullable<IncidentProvider['readIncident']>>[0]): Promise<PageResult> {
    const ask = this.#asker({ accessToken, signal, meter });
    const key = `${accessToken} incident ${incidentId}`;
    const stopped = this.#searches.get(key);
    if (stopped) return this.#secondStep(key, stopped, SINGLE, ask, signal);
    const whole = incidentAddress(this.parts.environment.graphBase, incidentId);
    const first = await ask(whole, true);
    if (first.ok) return page(first.body, SINGLE);
    if (first.problem.httpStatus === 404) return page(NO_INCIDENT, SINGLE);
    if (signal.aborted || !expandFailed(first.problem)) return first;
    const plain = await ask(whole.replace('?$expand=alerts', ''), true);
    if (!plain.ok) return plain.problem.code === 'throttled' ? plain : first;
    return this.#secondStep(key, this.#begin(plain.body), SINGLE, ask, signal);
  }

  contentAt(body: string, rawIndex: number): IncidentContent {
    return graphContent(readEnvelope(body)?.items[rawIndex]);
  }

  rawAt(body: string, rawIndex: number): string {
    return indentedPart(body, (whole) =>
      isRecord(whole) && Array.isArray(whole['value']) ? (whole['value'] as unknown[])[rawIndex] : undefined,
    );
  }

  /** Every call but the first, which who asks for the page has counted, is counted before it is made. */
  #asker({ accessToken, signal, meter }: Pick<PageRequest, 'accessToken' | 'signal' | 'meter'>): GraphAsk {
    let first = true;
    return async (url, one = false) => {
      const late = first ? null : (meter?.() ?? null);
      first = false;
      return late ? { ok: false, problem: late } : graphRequest(this.#requests, { url, accessToken, signal, one });
    };
  }

  #begin(body: GraphBody): AlertSearch {
    return beginAlertSearch(this.parts.environment.graphBase, body, body.items.map(graphColumns));
  }

  async #secondStep(key: string, search: AlertSearch, place: GraphPlace, ask: GraphAsk, signal: AbortSignal): Promise<PageResult> {
    this.#searches.set(key, search);
    const problem = await searchAlerts(search, this.parts.environment.graphBase, ask, signal);
    if (problem) return { ok: false, problem };
    this.#searches.delete(key);
    if (signal.aborted) return this.#unreadable('The read was ended.');
    const text = joined(search);
    return page({ ...search.page, text, items: readEnvelope(text)?.items ?? [] }, { ...place, expand: false });
  }

  #address({ createdSince, updatedSince }: PageRange, { skip, expand }: GraphPlace): string {
    const since = (property: string, at: number | null): string[] => (at === null ? [] : [`${property}+ge+${new Date(at).toISOString()}`]);
    const conditions = [...since('lastUpdateDateTime', updatedSince), ...since('createdDateTime', createdSince)];
    const query = [
      ...(conditions.length === 0 ? [] : [`$filter=${conditions.join('+and+')}`]),
      `$top=${PAGE_SIZE}`,
      ...(skip === 0 ? [] : [`$skip=${skip}`]),
      ...(expand ? ['$expand=alerts'] : []),
    ];
    return `${this.parts.environment.graphBase}/v1.0/security/incidents?${query.join('&')}`;
  }

  #isOwn(link: string): boolean {
    return URL.canParse(link) && new URL(link).origin === new URL(this.parts.environment.graphBase).origin;
  }

  #unreadable(detail: string): PageResult {
    return { ok: false, problem: { code: 'unreadable', at: this.parts.now(), detail } };
  }
}

const SINGLE: GraphPlace = { link: null, skip: 0, expand: false };
const NO_INCIDENT: GraphBody = { text: '{"value":[]}', items: [], next: null, servedAt: null };

function page({ text, items, next, servedAt }: GraphBody, place: GraphPlace): PageResult {
  const after = next === null ? null : graphCursor({ ...place, link: next, skip: place.skip + items.length });
  return { ok: true, page: { bytes: Buffer.from(text, 'utf8'), rows: items.map(graphColumns), next: after, servedAt } };
}

/** A failure that the alerts may be the cause of. A service that says when to come back is believed instead. */
function expandFailed({ code, retryAt, httpStatus, detail = '' }: Problem): boolean {
  if (retryAt !== undefined) return false;
  if (code === 'serviceError' || code === 'timeout') return true;
  return httpStatus === 400 && /expand/i.test(detail);
}
