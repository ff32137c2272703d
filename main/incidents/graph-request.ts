import type { Problem } from '../../contract/problem';
import { apiProblem } from '../cloud/api-errors';
import { looksLikeHtml, textOf } from '../cloud/read-body';
import type { Transport } from '../cloud/transport';
import { giveBack } from '../utility/give-back';
import { asInstant } from './lenient';
import { nextAddress } from './next-link';
import type { PageRequest } from './provider';
import { readEnvelope } from './xdr-page';

export interface GraphRequestParts {
  transport: Transport;
  readRoles: readonly string[];
  now(): number;
}

export interface GraphBody {
  /** The body as UTF-8 text, as it came. */
  text: string;
  items: unknown[];
  next: string | null;
  /** The service's own clock when it answered, where it said so (ms since 1970). */
  servedAt: number | null;
}

export type GraphAnswer =
  | { ok: true; body: GraphBody }
  | { ok: false; problem: Problem /** The answer was larger than is accepted. */; tooLarge?: boolean };

/**
 * Asks for one page of a list of Graph, or for `one` incident, which becomes a page of one. `Prefer: include-unknown-enum-members` brings the members of enums that came later instead of
 * `unknownFutureValue` ("Handling future members in evolvable enumerations", Microsoft Graph best practices).
 */
export async function graphRequest(
  { transport, readRoles, now }: GraphRequestParts,
  { url, accessToken, signal, room, one = false }: Pick<PageRequest, 'accessToken' | 'signal' | 'room'> & { url: string; one?: boolean },
): Promise<GraphAnswer> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json', prefer: 'include-unknown-enum-members' };
  const result = await transport.send({ url, method: 'GET', headers, signal, ...(room ? { room } : {}) });
  if (!result.ok) return result;
  const { status, bytes, gzip, headers: answered } = result.answer;
  if (status < 200 || status >= 300) return { ok: false, problem: apiProblem(result.answer, readRoles, now()) };
  const unreadable = (detail: string): GraphAnswer => ({ ok: false, problem: { code: 'unreadable', at: now(), detail } });
  const sent = textOf(bytes);
  if (gzip) giveBack(bytes);
  // Kept in the form of a page, which is what stored incidents are read from.
  const text = one ? `{"value":[${sent}]}` : sent;
  const envelope = readEnvelope(text);
  if (!envelope)
    return unreadable(looksLikeHtml(sent) ? 'A web page came back instead of incidents.' : 'The answer is not a page of incidents.');
  const link = nextAddress(envelope.nextLink, url);
  if ('foreign' in link) return unreadable(`The next page is said to be at another host (${link.foreign}). It was not asked for.`);
  if (link.next === url) return unreadable('The next page is said to be the same page.');
  return { ok: true, body: { text, items: envelope.items, next: link.next, servedAt: asInstant(Date.parse(answered.get('date') ?? '')) } };
}
