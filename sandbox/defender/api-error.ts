import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal of the Defender XDR API, thrown where it is found and answered in one place. */
export class ApiError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    /** Tracking ID for support; the tenant where calls are counted per tenant. */
    readonly target: string = randomUUID(),
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  respond(c: Context): Response {
    return c.json({ error: { code: this.code, message: this.message, target: this.target } }, this.status, { ...this.headers });
  }
}

export const badQuery = (detail: string) => new ApiError(400, 'ODataError', `Invalid OData URI query ${detail}`);
export const badBody = (detail: string) => new ApiError(400, 'InvalidRequestBody', `Request body is incorrect: ${detail}`);
