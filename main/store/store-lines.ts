import type { OpenRequest } from './open-database';
import type { StoreOpenFailure } from './store-port';

/** The path of a store that is never written to disk. */
export const IN_MEMORY = ':memory:';

/** Key null: the store's process has read it itself, or the store is in memory. */
export type StoreRequest = Omit<OpenRequest, 'key'> & { key: Uint8Array | null };

/** Served by the store's process until the store is open. A key travels over it: never in arguments, the environment or a file. */
export interface StoreOpener {
  open(request: StoreRequest): Promise<{ ok: true } | { ok: false; failure: StoreOpenFailure; detail: string }>;
}

/** Says what a line is for, in the message its port comes with. */
export const OPENER_LINE = { line: 'opener' } as const;
export const STORE_LINE = { line: 'store' } as const;

export function isOpenerLine(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'line' in message && message.line === OPENER_LINE.line;
}
