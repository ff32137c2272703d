import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { entraProblem } from '../cloud/entra-errors';
import { textOf } from '../cloud/read-body';
import type { Transport } from '../cloud/transport';
import { EntraFailure } from './entra-failure';

/**
 * MSAL's way to the network, over our transport. Every answer that is not a token is thrown as an EntraFailure with its
 * problem; `refresh_in` is taken out, because MSAL's own early renewal throws while a valid token is held.
 */
export function createNetworkModule(transport: Transport, now: () => number): INetworkModule {
  const send = async <T>(method: 'GET' | 'POST', url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> => {
    const result = await transport.send({
      url,
      method,
      headers: options?.headers ?? {},
      ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
    });
    if (!result.ok) throw new EntraFailure(result.problem);
    const { answer } = result;
    if (answer.status < 200 || answer.status >= 300) throw new EntraFailure(entraProblem(answer, now()));
    const body = objectOf(textOf(answer.bytes));
    const empty = method === 'POST' && (typeof body?.['access_token'] !== 'string' || body['access_token'] === '');
    // A gateway may hand an error of Entra on with a status of its own.
    if (body === null || (empty && typeof body['error'] === 'string')) throw new EntraFailure(entraProblem(answer, now()));
    if (empty) {
      throw new EntraFailure({
        code: 'unreadable',
        at: now(),
        httpStatus: answer.status,
        detail: 'The login service answered without a token.',
      });
    }
    delete body['refresh_in'];
    // What a JSON object is taken for is MSAL's business; its signature offers no way to say so without a cast.
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: body as T };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
