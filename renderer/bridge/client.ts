import type { Bridge } from '../../contract/channels';
import type { CallName, EventName, EventPayload, Input, Output } from '../../contract/ipc';
import type { Result } from '../../contract/result';

declare global {
  interface Window {
    tenantry: Bridge;
  }
}

/**
 * Asks main for one thing. Never rejects: a refusal is a value, and a call that main could not take at all is `internal`.
 * Main parses both directions against the contract, so the answer's type is a fact and is not parsed a second time here.
 */
export async function call<N extends CallName>(
  name: N,
  ...input: Input<N> extends undefined ? [] : [Input<N>]
): Promise<Result<Output<N>>> {
  try {
    return (await window.tenantry.call(name, input[0])) as Result<Output<N>>;
  } catch (error) {
    return {
      ok: false,
      error: { code: 'internal', message: error instanceof Error ? error.message : String(error), retryable: true, correlationId: '' },
    };
  }
}

/** Listens to one event of main. Returns the function that stops listening. */
export function onEvent<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.tenantry.on((sent, payload) => {
    if (sent === name) listener(payload as EventPayload<N>);
  });
}
