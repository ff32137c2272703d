import type { WireError } from '../utility/wire-error';

/** `overtaken`: a page goes on from a place that is not the tenant's any more. */
export type StoreErrorKind = 'unknownTenant' | 'unknownApp' | 'overtaken' | 'damaged' | 'diskFull' | 'closed' | 'failed';

/** The store refused or could not do what was asked. Nothing of the call was stored. */
export class StoreError extends Error {
  constructor(
    readonly kind: StoreErrorKind,
    message: string,
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

const KINDS: readonly StoreErrorKind[] = ['unknownTenant', 'unknownApp', 'overtaken', 'damaged', 'diskFull', 'closed', 'failed'];

/** A StoreError that crossed a port, as one again. */
export function reviveStoreError({ name, kind, message }: WireError): StoreError | null {
  const known = KINDS.find((one) => one === kind);
  return name === 'StoreError' && known ? new StoreError(known, message) : null;
}

/** What the engine threw, as a StoreError where its code is one of weather (https://sqlite.org/rescode.html); bugs come back as they are. */
export function storeErrorOf(thrown: unknown): unknown {
  if (thrown instanceof StoreError || !(thrown instanceof Error)) return thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new StoreError('damaged', thrown.message);
  if (code === 'SQLITE_FULL') return new StoreError('diskFull', thrown.message);
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|BUSY|NOMEM)/.test(code)) return new StoreError('failed', thrown.message);
  return thrown;
}
