import { rolesFor } from '../../../contract/permissions';
import { createTransport } from '../../cloud/transport';
import type { GraphProviderParts } from '../graph-provider';
import type { PageResult } from '../provider';
import type { IncidentWriter, UpdateRequest } from './incident-writer';
import { type SendParts, sendJson } from './send-json';
import { graphBody } from './spelled-update';

/**
 * Changes incidents over Microsoft Graph: `PATCH /security/incidents/{id}` for its properties, then `POST …/comments` for a comment ("Update incident",
 * "Create comment for incident"). Answers come without alerts, so they are no page to be stored.
 */
export class GraphWriter implements IncidentWriter {
  readonly surface = 'graph';
  readonly #send: SendParts;

  constructor(private readonly parts: GraphProviderParts) {
    const transport = createTransport(parts.fetch, parts.now, parts.limits);
    this.#send = { transport, roles: rolesFor('updateIncidents', 'graph'), now: parts.now };
  }

  async update({ accessToken, incidentId, update, meter, taken }: UpdateRequest): Promise<PageResult> {
    const url = `${this.parts.environment.graphBase}/v1.0/security/incidents/${encodeURIComponent(incidentId)}`;
    const body = taken.fields ? null : graphBody(update);
    if (body) {
      const patched = await sendJson(this.#send, { url, method: 'PATCH', accessToken, body });
      if (!patched.ok) return patched;
      taken.fields = true;
    }
    if (update.comment === undefined) return TAKEN;
    // Who asks has counted the first call of each attempt.
    const late = body ? meter() : null;
    if (late) return { ok: false, problem: late };
    const comment = { '@odata.type': 'microsoft.graph.security.alertComment', comment: update.comment };
    const commented = await sendJson(this.#send, { url: `${url}/comments`, method: 'POST', accessToken, body: comment });
    return commented.ok ? TAKEN : commented;
  }
}

const TAKEN: PageResult = { ok: true, page: { bytes: new Uint8Array(), rows: [], next: null } };
