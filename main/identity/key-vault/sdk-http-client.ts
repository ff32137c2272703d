import { createHttpHeaders, type HttpClient, type PipelineResponse, RestError } from '@azure/core-rest-pipeline';
import type { Problem } from '../../../contract/problem';
import { textOf } from '../../cloud/read-body';
import type { Transport } from '../../cloud/transport';

/** The Azure SDK's way to the network, over our transport: system proxy and certificate store, no redirects, limits. `onProblem` hears what the network did. */
export function sdkHttpClient(transport: Transport, onProblem: (problem: Problem) => void): HttpClient {
  return {
    async sendRequest(request): Promise<PipelineResponse> {
      if (request.method !== 'GET' && request.method !== 'POST') throw new RestError(`Not sent: ${request.method}`, { request });
      const { url, method, body, abortSignal } = request;
      const result = await transport.send({
        url,
        method,
        headers: request.headers.toJSON(),
        ...(typeof body === 'string' ? { body } : {}),
        ...(abortSignal ? { signal: signalOf(abortSignal) } : {}),
      });
      if (!result.ok) {
        onProblem(result.problem);
        throw new RestError(result.problem.detail ?? result.problem.code, { code: RestError.REQUEST_SEND_ERROR, request });
      }
      const { status, headers, bytes } = result.answer;
      return { request, status, headers: createHttpHeaders(Object.fromEntries(headers)), bodyAsText: textOf(bytes) };
    },
  };
}

/** The SDK has a signal type of its own. */
function signalOf(theirs: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void }): AbortSignal {
  const ours = new AbortController();
  if (theirs.aborted) ours.abort();
  else theirs.addEventListener('abort', () => ours.abort());
  return ours.signal;
}
