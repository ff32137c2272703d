import { callPort, type PortCaller } from '../utility/port-calls';
import type { AnyPort } from '../utility/ports';
import { reviveStoreError, StoreError } from './store-error';
import type { StorePort } from './store-port';

/** The store at the other end of a line, in whichever process the line was handed to. */
export function storeOverPort(port: AnyPort): PortCaller<StorePort> {
  return callPort<StorePort>(port, { revive: reviveStoreError, closed: storeEnded });
}

export function storeEnded(): StoreError {
  return new StoreError('closed', 'The store process ended');
}
