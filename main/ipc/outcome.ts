import type { CallName, ErrorOf, Output } from '../../contract/ipc';
import type { Problem } from '../../contract/problem';

/** What a handler answers: a value, or one of the codes its call declares. Bugs are thrown and become `internal`. */
export type Outcome<N extends CallName> = { ok: true; value: Output<N> } | Failure<ErrorOf<N>>;

export interface Failure<Code> {
  ok: false;
  code: Code;
  /** For the log and bug reports. */
  message: string;
  problem?: Problem;
}

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<const Code>(code: Code, message: string, problem?: Problem): Failure<Code> {
  return { ok: false, code, message, problem };
}
