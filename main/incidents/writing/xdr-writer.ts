import { rolesFor } from '../../../contract/permissions';
import type { Problem } from '../../../contract/problem';
import { createTransport } from '../../cloud/transport';
import type { PageResult } from '../provider';
import { xdrColumns } from '../xdr-columns';
import { readEnvelope } from '../xdr-page';
import type { XdrProviderParts } from '../xdr-provider';
import type { IncidentWriter, UpdateRequest } from './incident-writer';
import { type SendParts, sendJson } from './send-json';
import { xdrBody, xdrBodyOtherwise } from './spelled-update';

/** Changes incidents over Defender XDR: one `PATCH /api/incidents/{id}`, comment and tags in it ("Update incidents API", Microsoft Learn). */
export class XdrWriter implements IncidentWriter {
  readonly surface = 'xdr';
  readonly #send: SendParts;

  constructor(private readonly parts: XdrProviderParts) {
    const transport = createTransport(parts.fetch, parts.now, parts.limits);
    this.#send = { transport, roles: rolesFor('updateIncidents', 'xdr'), now: parts.now };
  }

  async update({ accessToken, incidentId, update, meter }: UpdateRequest): Promise<PageResult> {
    const url = `${this.parts.environment.apiBase}/api/incidents/${encodeURIComponent(incidentId)}`;
    const patch = (body: unknown) => sendJson(this.#send, { url, method: 'PATCH', accessToken, body });
    const first = await patch(xdrBody(update));
    const otherwise = xdrBodyOtherwise(update);
    if (first.ok || !otherwise || !mayBeSpelling(first.problem)) return first.ok ? asPage(first.text) : first;
    const late = meter();
    if (late) return { ok: false, problem: late };
    const second = await patch(otherwise);
    return second.ok ? asPage(second.text) : second;
  }
}

/** Microsoft's pages contradict each other on some names: a 400 is answered with the other one, once. */
function mayBeSpelling({ httpStatus, refusal }: Problem): boolean {
  return httpStatus === 400 && refusal === 'queryRefused';
}

/** The answer is the incident. One that cannot be read as that was taken all the same: it is then read again. */
function asPage(text: string): PageResult {
  const body = `{"value":[${text}]}`;
  const rows = (readEnvelope(body)?.items ?? []).map(xdrColumns);
  return { ok: true, page: { bytes: Buffer.from(body, 'utf8'), rows, next: null } };
}
