import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal of Microsoft Graph, thrown where it is found and answered in one place. Unlike Defender XDR's it has no `target` but an `innerError`. */
export class GraphError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  respond(c: Context): Response {
    const requestId = randomUUID();
    const innerError = {
      date: new Date().toISOString().slice(0, 19),
      'request-id': requestId,
      'client-request-id': c.req.header('client-request-id') ?? requestId,
    };
    return c.json({ error: { code: this.code, message: this.message, innerError } }, this.status, {
      ...this.headers,
      'request-id': requestId,
      'client-request-id': innerError['client-request-id'],
    });
  }
}

export const badRequest = (message: string) => new GraphError(400, 'BadRequest', message);
