import { rolesFor } from '../../contract/permissions';
import { apiProblem } from '../cloud/api-errors';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { looksLikeHtml, textOf } from '../cloud/read-body';
import { createTransport, type Transport, type TransportLimits } from '../cloud/transport';
import { indentedPart } from './json-text';
import { isRecord } from './lenient';
import type { IncidentContent, IncidentProvider, PageResult } from './provider';
import { xdrColumns } from './xdr-columns';
import { xdrContent } from './xdr-content';
import { readEnvelope } from './xdr-page';

/** The most the service gives at once ("List incidents API": `$top` max 100). */
export const PAGE_SIZE = 100;

export interface XdrProviderParts {
  environment: Pick<CloudEnvironment, 'apiBase'>;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

/** Incidents of the Defender XDR API (`/api/incidents`): pages by `$top`/`$skip`, or by `@odata.nextLink` where one is sent. */
export class XdrProvider implements IncidentProvider {
  readonly surface = 'xdr';
  readonly readRoles = rolesFor('readIncidents', 'xdr');
  readonly #transport: Transport;

  constructor(private readonly parts: XdrProviderParts) {
    this.#transport = createTransport(parts.fetch, parts.now, parts.limits);
  }

  async readPage({
    accessToken,
    cursor,
    signal,
  }: {
    accessToken: string;
    cursor: string | null;
    signal: AbortSignal;
  }): Promise<PageResult> {
    const { apiBase } = this.parts.environment;
    const place = placeOf(cursor);
    const url = place.link ?? `${apiBase}/api/incidents?$top=${PAGE_SIZE}&$skip=${place.skip}`;
    const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
    const result = await this.#transport.send({ url, method: 'GET', headers, signal });
    if (!result.ok) return result;
    const { status, bytes } = result.answer;
    if (status < 200 || status >= 300) return { ok: false, problem: apiProblem(result.answer, this.readRoles, this.parts.now()) };

    const body = textOf(bytes);
    const envelope = readEnvelope(body);
    if (!envelope)
      return this.#unreadable(
        looksLikeHtml(body) ? 'A web page came back instead of incidents.' : 'The answer is not a page of incidents.',
      );
    const { items } = envelope;
    const nextLink = envelope.nextLink && absolute(envelope.nextLink, url);
    // The token goes only where it belongs.
    if (nextLink !== null && !sameOrigin(nextLink, apiBase)) {
      return this.#unreadable(`The next page is said to be at another host (${hostOf(nextLink)}). It was not asked for.`);
    }
    const full = place.link === null && items.length >= PAGE_SIZE;
    const next = nextLink ?? (full ? `skip:${place.skip + items.length}` : null);
    return { ok: true, page: { bytes: asUtf8(bytes, body), rows: items.map(xdrColumns), next } };
  }

  contentAt(body: string, rawIndex: number): IncidentContent {
    return xdrContent(readEnvelope(body)?.items[rawIndex]);
  }

  rawAt(body: string, rawIndex: number): string {
    return indentedPart(body, (page) =>
      isRecord(page) && Array.isArray(page['value']) ? (page['value'] as unknown[])[rawIndex] : undefined,
    );
  }

  #unreadable(detail: string): PageResult {
    return { ok: false, problem: { code: 'unreadable', at: this.parts.now(), detail } };
  }
}

function placeOf(cursor: string | null): { link: string | null; skip: number } {
  const skip = /^skip:(\d+)$/.exec(cursor ?? 'skip:0')?.[1];
  return skip === undefined ? { link: cursor, skip: 0 } : { link: null, skip: Number(skip) };
}

/** OData allows links relative to the address asked for (OData JSON Format 4.01 §4.5.1). One that cannot be read stays as it is. */
function absolute(link: string, asked: string): string {
  return URL.canParse(link, asked) ? new URL(link, asked).href : link;
}

function sameOrigin(link: string, apiBase: string): boolean {
  return URL.canParse(link) && new URL(link).origin === new URL(apiBase).origin;
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : 'no address';
}

/** What is stored must read as UTF-8; a body that came as UTF-16 is stored in UTF-8. */
function asUtf8(bytes: Uint8Array, text: string): Uint8Array {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 ? Buffer.from(text, 'utf8') : bytes;
}
