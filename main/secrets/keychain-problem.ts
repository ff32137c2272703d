import type { Problem } from '../../contract/problem';
import { KeychainError } from './secret-vault';

/** What the keychain refused, as a problem for people; null when the error is another one. */
export function keychainProblem(error: unknown, at: number): Problem | null {
  if (!(error instanceof KeychainError)) return null;
  const locked = error.kind === 'locked' || error.kind === 'timeout';
  return { code: locked ? 'keychainLocked' : 'keychainUnavailable', at, detail: error.message };
}
