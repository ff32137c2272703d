import type { Problem } from '../../../contract/problem';
import type { CloudEnvironment } from '../../cloud/environment';
import { ENTRA_CATALOGUE } from '../../cloud/entra-catalogue';
import { foreignText } from '../../cloud/foreign-text';
import type { FetchPort } from '../../cloud/fetch-port';
import { textOf } from '../../cloud/read-body';
import { createTransport, type TransportLimits } from '../../cloud/transport';

const PAGE_LIMITS: TransportLimits = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 4 * 1024 * 1024 };
const LONGEST_TEXT = 600;

/** What the consent page objected to. `null`: it opened without an objection. `noAnswer`: there was no page to read. */
export type PageVerdict = { objection: Problem | null } | { noAnswer: Problem };

export interface PageQuestion {
  /** A tenant ID, or `organizations` for whoever signs in. */
  tenant: string;
  clientId: string;
  /** Scope whose permissions the page would ask for. */
  scope: string;
  redirectUri: string;
}

/**
 * Opens the admin-consent page as a browser would, answers nothing, and reads whether it objects to the registration. Nobody signs in, so an
 * objection Entra only raises after the sign-in is not seen: an objection is proof, the lack of one is not. Entra writes it as `AADSTS` and a
 * number somewhere in the page, which may also be part of a script.
 */
export async function openConsentPage(
  question: PageQuestion,
  parts: { environment: CloudEnvironment; fetch: FetchPort; now(): number },
): Promise<PageVerdict> {
  const { tenant, clientId, scope, redirectUri } = question;
  const query = new URLSearchParams({ client_id: clientId, scope, redirect_uri: redirectUri });
  const result = await createTransport(parts.fetch, parts.now, PAGE_LIMITS).send({
    url: `${parts.environment.loginBase}/${tenant}/v2.0/adminconsent?${query.toString()}`,
    method: 'GET',
    headers: { accept: 'text/html' },
  });
  if (!result.ok) return { noAnswer: result.problem };
  const { status, bytes } = result.answer;
  const objection = objectionIn(textOf(bytes), parts.now());
  if (objection) return { objection };
  if (status === 200) return { objection: null };
  return { noAnswer: { code: status >= 500 ? 'serviceError' : 'unreadable', at: parts.now(), httpStatus: status } };
}

/** The first error of Entra named in a page. */
export function objectionIn(page: string, at: number): Problem | null {
  const found = /AADSTS(\d{4,8})\b:?([^<\r\n]*)/.exec(page);
  if (!found) return null;
  const aadsts = Number(found[1]);
  const text = foreignText(`AADSTS${aadsts}: ${plain(found[2] ?? '')}`).replace(/ ?Trace ID:.*$/, '');
  return { code: ENTRA_CATALOGUE.get(aadsts) ?? 'unknownEntra', at, aadsts, detail: foreignText(text, LONGEST_TEXT) };
}

/** Undoes the few entities Entra writes, and ends at the end of a script's string. */
function plain(text: string): string {
  const ended = text.split('","')[0] ?? '';
  return ended.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim();
}
