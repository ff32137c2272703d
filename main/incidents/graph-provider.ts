import { rolesFor } from '../../contract/permissions';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { createTransport, type TransportLimits } from '../cloud/transport';
import { type AlertSearch, beginAlertSearch, type GraphAsk, incidentAddress, joined, searchAlerts } from './graph-alerts';
import { graphColumns } from './graph-columns';
import { graphContent } from './graph-content';
import { type GraphPlace, graphCursor, graphPlace, lighterPlace, PAGE_SIZE, withoutAlerts } from './graph-place';
import { type GraphAnswer, type GraphBody, graphRequest, type GraphRequestParts } from './graph-request';
import { indentedPart } from './json-text';
import { isByLink, isSkipRefused, onlyByLink, placeAfter } from './list-place';
import { isTooMuch, SMALLEST_PAGE } from './page-size';
import type { IncidentContent, IncidentProvider, PageRange, PageRequest, PageResult } from './provider';
import { itemAt, readEnvelope } from './xdr-page';

export interface GraphProviderParts {
  environment: Pick<CloudEnvironment, 'graphBase'>;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

/**
 * Incidents of Microsoft Graph (`/v1.0/security/incidents`), page by page (`list-place.ts`). Alerts come by `$expand`. A page that is too large or
 * takes too long is asked for with fewer rows, and so is the rest of that list. Where that does not mend it while the list without alerts works, as on
 * big tenants, the rest of the read takes them from `alerts_v2` in a second step.
 */
export class GraphProvider implements IncidentProvider {
  readonly surface = 'graph';
  readonly readRoles = rolesFor('readIncidents', 'graph');
  readonly #requests: GraphRequestParts;
  /** Second steps that were stopped, by what was asked for. A token is renewed in the middle of a long one. */
  readonly #searches = new Map<string, AlertSearch>();
  #refusesSkip = false;

  constructor(private readonly parts: GraphProviderParts) {
    const transport = createTransport(parts.fetch, parts.now, parts.limits);
    this.#requests = { transport, readRoles: this.readRoles, now: parts.now };
  }

  async readPage(request: PageRequest): Promise<PageResult> {
    const { tenantId, range, cursor, signal, lighter = 0 } = request;
    let place = lighterPlace(graphPlace(cursor), lighter);
    if (this.#refusesSkip) place = onlyByLink(place);
    const ask = this.#asker(request);
    const key = `${tenantId} ${JSON.stringify(range)} ${cursor ?? ''}`;
    const stopped = this.#searches.get(key);
    if (stopped) return this.#secondStep(key, stopped, place, ask, signal);

    // A link comes out of a body; even one kept since the last run is followed to Graph only.
    if (place.link !== null && !this.#isOwn(place.link)) return this.#unreadable('The place to go on from is not at Graph.');
    let first = await this.#askAt(place, range, ask);
    if (place.link !== null && !first.ok && isSkipRefused(first.problem)) {
      this.#refusesSkip = true;
      place = onlyByLink(place);
      first = await this.#askAt(place, range, ask);
    }
    if (first.ok) return place.expand ? page(first.body, place) : this.#secondStep(key, this.#begin(first.body), place, ask, signal);
    const tooMuch = isTooMuch(first) && !isSmallest(place);
    // Fewer rows cost less than a second step. Each page that takes too long costs its time, though: with alerts that is tried twice.
    const lessRows = tooMuch && (!place.expand || lighter === 0 || first.tooLarge === true);
    if (lessRows || !place.expand || signal.aborted || !expandFailed(first)) return { ok: false, problem: first.problem, tooMuch };

    const plain = withoutAlerts(place, Math.max(0, lighter - (first.tooLarge ? 2 : 1)));
    const second = await ask(this.#address(range, plain));
    // The service is ill as a whole: the page is asked for again as it was.
    if (!second.ok && second.problem.code === 'throttled') return second;
    if (!second.ok) return { ok: false, problem: first.problem, tooMuch: tooMuch || (isTooMuch(second) && !isSmallest(plain)) };
    return this.#secondStep(key, this.#begin(second.body), plain, ask, signal);
  }

  /** One incident with its alerts; where it cannot be given with them, by the second step. */
  async readIncident(request: Parameters<NonNullable<IncidentProvider['readIncident']>>[0]): Promise<PageResult> {
    const { tenantId, incidentId, signal } = request;
    const ask = this.#asker(request);
    const key = `${tenantId} incident ${incidentId}`;
    const stopped = this.#searches.get(key);
    if (stopped) return this.#secondStep(key, stopped, SINGLE, ask, signal);
    const whole = incidentAddress(this.parts.environment.graphBase, incidentId);
    const first = await ask(whole, true);
    if (first.ok) return page(first.body, SINGLE);
    if (first.problem.httpStatus === 404) return page(NO_INCIDENT, SINGLE);
    if (signal.aborted || !expandFailed(first)) return first;
    const plain = await ask(whole.replace('?$expand=alerts', ''), true);
    if (!plain.ok) return plain.problem.code === 'throttled' ? plain : first;
    return this.#secondStep(key, this.#begin(plain.body), SINGLE, ask, signal);
  }

  contentAt(body: string, rawIndex: number): IncidentContent {
    return graphContent(readEnvelope(body)?.items[rawIndex]);
  }

  rawAt(body: string, rawIndex: number): string {
    return indentedPart(body, (whole) => itemAt(whole, rawIndex));
  }

  /** Every call but the first, which who asks for the page has counted, is counted before it is made. */
  #asker({ meter, ...access }: Pick<PageRequest, 'accessToken' | 'signal' | 'meter' | 'room'>): GraphAsk {
    let first = true;
    return async (url, one = false) => {
      const late = first ? null : (meter?.() ?? null);
      first = false;
      return late ? { ok: false, problem: late } : graphRequest(this.#requests, { ...access, url, one });
    };
  }

  #askAt(place: GraphPlace, range: PageRange, ask: GraphAsk): Promise<GraphAnswer> {
    return ask(place.link !== null && isByLink(place) ? place.link : this.#address(range, place));
  }

  #begin(body: GraphBody): AlertSearch {
    return beginAlertSearch(this.parts.environment.graphBase, body, body.items.map(graphColumns));
  }

  async #secondStep(key: string, search: AlertSearch, place: GraphPlace, ask: GraphAsk, signal: AbortSignal): Promise<PageResult> {
    this.#searches.set(key, search);
    try {
      const problem = await searchAlerts(search, this.parts.environment.graphBase, ask, signal);
      if (problem) return { ok: false, problem };
      this.#searches.delete(key);
      if (signal.aborted) return this.#unreadable('The read was ended.');
      const text = joined(search);
      return page({ ...search.page, text, items: readEnvelope(text)?.items ?? [] }, { ...place, expand: false });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#searches.delete(key);
      return this.#unreadable('An alert is nested too deeply to be read.');
    }
  }

  #address({ createdSince, updatedSince }: PageRange, { skip, expand, top = PAGE_SIZE }: GraphPlace): string {
    const since = (property: string, at: number | null): string[] => (at === null ? [] : [`${property}+ge+${new Date(at).toISOString()}`]);
    const conditions = [...since('lastUpdateDateTime', updatedSince), ...since('createdDateTime', createdSince)];
    const query = [
      ...(conditions.length === 0 ? [] : [`$filter=${conditions.join('+and+')}`]),
      `$top=${top}`,
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

const isSmallest = ({ top = PAGE_SIZE }: GraphPlace): boolean => top <= SMALLEST_PAGE;
const SINGLE: GraphPlace = { link: null, skip: 0, expand: false };
const NO_INCIDENT: GraphBody = { text: '{"value":[]}', items: [], next: null, servedAt: null };

function page({ text, items, next, servedAt }: GraphBody, place: GraphPlace): PageResult {
  const rows = items.map(graphColumns);
  const after = placeAfter(place, rows, { link: next, more: next !== null, most: PAGE_SIZE });
  return { ok: true, page: { bytes: Buffer.from(text, 'utf8'), rows, next: after && graphCursor(after), servedAt } };
}

/** A failure that the alerts may be the cause of. A service that says when to come back is believed instead. */
function expandFailed({ problem, tooLarge = false }: Extract<GraphAnswer, { ok: false }>): boolean {
  const { code, retryAt, httpStatus, detail = '' } = problem;
  if (tooLarge) return true;
  if (retryAt !== undefined) return false;
  if (code === 'serviceError' || code === 'timeout') return true;
  return httpStatus === 400 && /expand/i.test(detail);
}
