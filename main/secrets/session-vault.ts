import type { SecretStorage } from '../../contract/app-status';
import { KeychainError, type SecretVault } from './secret-vault';

/** Secrets in this process's memory only, gone when Tenantry closes. */
export class SessionVault implements SecretVault {
  readonly storage: SecretStorage;
  readonly #secrets = new Map<string, Uint8Array>();
  #closed = false;

  constructor(why: Pick<SecretStorage, 'reason' | 'detail'>) {
    this.storage = { mode: 'session', backend: 'Memory, for this session only', ...why };
  }

  async get(account: string): Promise<Uint8Array | null> {
    return this.#secrets.get(account)?.slice() ?? null;
  }

  async set(account: string, secret: Uint8Array): Promise<void> {
    if (this.#closed) throw new KeychainError('unavailable', 'The session is over');
    this.#secrets.set(account, secret.slice());
  }

  async delete(account: string): Promise<boolean> {
    this.#secrets.get(account)?.fill(0);
    return this.#secrets.delete(account);
  }

  close(): void {
    this.#closed = true;
    for (const secret of this.#secrets.values()) secret.fill(0);
    this.#secrets.clear();
  }
}

/** What takes the keychain's place after it refused. */
export function sessionVaultAfter(error: KeychainError): SessionVault {
  // A keychain that stays silent is most likely waiting behind a prompt nobody answered.
  const reason = error.kind === 'locked' || error.kind === 'timeout' ? 'locked' : 'unavailable';
  return new SessionVault({ reason, detail: error.message });
}
