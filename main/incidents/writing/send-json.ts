import type { Problem } from '../../../contract/problem';
import { apiProblem } from '../../cloud/api-errors';
import { textOf } from '../../cloud/read-body';
import type { Transport } from '../../cloud/transport';

export interface SendParts {
  transport: Transport;
  /** Roles of which any one allows it. */
  roles: readonly string[];
  now(): number;
}

/** Sends a JSON body with a token. Out: the answer's text, or why there is none. */
export async function sendJson(
  { transport, roles, now }: SendParts,
  { url, method, accessToken, body }: { url: string; method: 'PATCH' | 'POST'; accessToken: string; body: unknown },
): Promise<{ ok: true; text: string } | { ok: false; problem: Problem }> {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json',
    'content-type': 'application/json',
    prefer: 'include-unknown-enum-members',
  };
  const result = await transport.send({ url, method, headers, body: JSON.stringify(body) });
  if (!result.ok) return result;
  const { status, bytes } = result.answer;
  if (status < 200 || status >= 300) return { ok: false, problem: apiProblem(result.answer, roles, now()) };
  return { ok: true, text: textOf(bytes) };
}
