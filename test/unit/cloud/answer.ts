import type { Answer } from '../../../main/cloud/transport';

/** An answer as the transport hands it on. */
export function answerOf(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: new Headers(headers), bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) };
}
