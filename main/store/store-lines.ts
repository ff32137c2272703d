import type { OpenRequest } from './open-database';
import type { StoreOpenFailure } from './store-port';

/** Served on the first line to the store process. The key travels over it: never in arguments, the environment or a file. */
export interface StoreOpener {
  open(request: OpenRequest): Promise<{ ok: true } | { ok: false; failure: StoreOpenFailure; detail: string }>;
}

/** Says what a line is for, in the message its port comes with. */
export const OPENER_LINE = { line: 'opener' } as const;
export const STORE_LINE = { line: 'store' } as const;

export function isOpenerLine(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'line' in message && message.line === OPENER_LINE.line;
}
