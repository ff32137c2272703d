import { rolesFor } from '../../contract/permissions';
import { apiProblem } from '../cloud/api-errors';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { looksLikeHtml, textOf } from '../cloud/read-body';
import { type Answer, createTransport, type Transport, type TransportLimits, type TransportResult } from '../cloud/transport';
import { giveBack } from '../utility/give-back';
import { indentedPart } from './json-text';
import { asInstant } from './lenient';
import { isByLink, isSkipRefused, type ListPlace, onlyByLink, placeAfter } from './list-place';
import { nextAddress } from './next-link';
import { isTooMuch, lighterPage, SMALLEST_PAGE } from './page-size';
import type { IncidentContent, IncidentProvider, PageRange, PageRequest, PageResult, ProviderPage } from './provider';
import { xdrContent } from './xdr-content';
import { itemAt, readEnvelope } from './xdr-page';
import { xdrCursor, xdrPlace } from './xdr-place';
import { readRows } from './xdr-rows';

/** The most the service gives at once ("List incidents API": `$top` max 100). */
export const PAGE_SIZE = 100;

export interface XdrProviderParts {
  environment: Pick<CloudEnvironment, 'apiBase'>;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

/**
 * Incidents of the Defender XDR API (`/api/incidents`), page by page (`list-place.ts`). A page says that there is more by being full, or by an
 * `@odata.nextLink`, which is not documented but followed. A page that is not full and names no link is the last: "List incidents API" documents `$top` (at most
 * 100, the page size) and `$skip`, and nothing else that would say so. Asking once more after each page that is neither full nor empty would find out
 * otherwise, and make of the one call a tenant's refresh costs two, of 50 a minute, against a fault no answer has shown.
 */
export class XdrProvider implements IncidentProvider {
  readonly surface = 'xdr';
  readonly readRoles = rolesFor('readIncidents', 'xdr');
  readonly #transport: Transport;

  constructor(private readonly parts: XdrProviderParts) {
    this.#transport = createTransport(parts.fetch, parts.now, parts.limits);
  }

  /** A page that was too much is asked for with fewer rows, and so is the rest of that list. */
  async readPage(request: PageRequest): Promise<PageResult> {
    const { range, cursor, meter, lighter = 0 } = request;
    const place = xdrPlace(cursor);
    const { link } = place;
    const byLink = isByLink(place);
    const top = byLink ? PAGE_SIZE : lighterPage(place.top ?? PAGE_SIZE, lighter);
    const { apiBase } = this.parts.environment;
    const url = byLink && link !== null ? link : `${apiBase}/api/incidents?${filterOf(range)}$top=${top}&$skip=${place.skip}`;
    // Even a link kept since the last run is followed to the service only.
    if ('foreign' in nextAddress(url, apiBase)) return this.#unreadable('The place to go on from is not at the service.');
    const result = await this.#get(url, request);
    if (!result.ok && !byLink && link !== null && isSkipRefused(result.problem)) {
      const late = meter?.();
      return late ? { ok: false, problem: late } : this.readPage({ ...request, cursor: xdrCursor(onlyByLink(place)) });
    }
    if (!result.ok) return { ok: false, problem: result.problem, tooMuch: !byLink && top > SMALLEST_PAGE && isTooMuch(result) };
    const { headers, bytes } = result.answer;

    const read = readRows(bytes);
    if (!read)
      return this.#unreadable(
        looksLikeHtml(textOf(bytes)) ? 'A web page came back instead of incidents.' : 'The answer is not a page of incidents.',
      );
    const { rows } = read;
    const address = nextAddress(read.nextLink, url);
    if ('foreign' in address)
      return this.#unreadable(`The next page is said to be at another host (${address.foreign}). It was not asked for.`);
    if (address.next === url) return this.#unreadable('The next page is said to be the same page.');
    const more = address.next !== null || rows.length >= top;
    const at: ListPlace = top < PAGE_SIZE ? { ...place, top } : place;
    const after = placeAfter(at, rows, { link: address.next, more, most: PAGE_SIZE });
    return {
      ok: true,
      page: { ...kept(result.answer), rows, next: after && xdrCursor(after), servedAt: asInstant(Date.parse(headers.get('date') ?? '')) },
    };
  }

  async readIncident(request: Parameters<NonNullable<IncidentProvider['readIncident']>>[0]): Promise<PageResult> {
    const url = `${this.parts.environment.apiBase}/api/incidents/${encodeURIComponent(request.incidentId)}`;
    const result = await this.#get(url, request);
    if (!result.ok && result.problem.httpStatus === 404) return { ok: true, page: { bytes: EMPTY_PAGE, rows: [], next: null } };
    if (!result.ok) return result;
    // Kept in the form of a page, which is what stored incidents are read from.
    const bytes = Buffer.from(`{"value":[${textOf(result.answer.bytes)}]}`, 'utf8');
    const read = readRows(bytes);
    if (!read) return this.#unreadable('The answer is not an incident.');
    return { ok: true, page: { bytes, rows: read.rows, next: null } };
  }

  contentAt(body: string, rawIndex: number): IncidentContent {
    return xdrContent(readEnvelope(body)?.items[rawIndex]);
  }

  rawAt(body: string, rawIndex: number): string {
    return indentedPart(body, (page) => itemAt(page, rawIndex));
  }

  async #get(url: string, { accessToken, signal, room }: Pick<PageRequest, 'accessToken' | 'signal' | 'room'>): Promise<TransportResult> {
    const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
    const result = await this.#transport.send({ url, method: 'GET', headers, signal, ...(room ? { room } : {}) });
    if (!result.ok) return result;
    const { status } = result.answer;
    return status >= 200 && status < 300 ? result : { ok: false, problem: apiProblem(result.answer, this.readRoles, this.parts.now()) };
  }

  #unreadable(detail: string): PageResult {
    return { ok: false, problem: { code: 'unreadable', at: this.parts.now(), detail } };
  }
}

const EMPTY_PAGE = Buffer.from('{"value":[]}', 'utf8');

/** The filter as the documentation writes it: a space as `+`, the time in UTC and without quotes ("Hello World", step "Get incidents"). */
function filterOf({ createdSince, updatedSince }: PageRange): string {
  const since = (property: string, at: number | null): string[] => (at === null ? [] : [`${property}+ge+${new Date(at).toISOString()}`]);
  const conditions = [...since('lastUpdateTime', updatedSince), ...since('createdTime', createdSince)];
  return conditions.length === 0 ? '' : `$filter=${conditions.join('+and+')}&`;
}

/** What is stored is what came, still packed where it came so; the memory it was unpacked into is given back. It must read as UTF-8: a body that came as UTF-16 is stored in UTF-8. */
function kept({ bytes, gzip }: Answer): Pick<ProviderPage, 'bytes' | 'encoding'> {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { bytes: Buffer.from(textOf(bytes), 'utf8') };
  if (!gzip) return { bytes };
  giveBack(bytes);
  return { bytes: gzip, encoding: 'gzip' };
}
