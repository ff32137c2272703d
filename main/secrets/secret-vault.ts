import type { SecretStorage } from '../../contract/app-status';

export type KeychainErrorKind = 'locked' | 'unavailable' | 'timeout' | 'other';

/** The keychain refused or did not answer. Never carries a secret. */
export class KeychainError extends Error {
  constructor(
    readonly kind: KeychainErrorKind,
    message: string,
  ) {
    super(message);
    this.name = 'KeychainError';
  }
}

/** Where secrets live: the OS keychain, or only this process's memory. keytar's words: a service (fixed per vault) and accounts. */
export interface SecretVault {
  readonly storage: SecretStorage;
  /** The secret's bytes, or null when the keychain is open and has none. Throws KeychainError when it cannot tell. */
  get(account: string): Promise<Uint8Array | null>;
  set(account: string, secret: Uint8Array): Promise<void>;
  /** False when there was none. */
  delete(account: string): Promise<boolean>;
  /** Ends the keychain process, also while a call hangs. */
  close(): void;
}
