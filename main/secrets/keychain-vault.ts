import type { SecretStorage } from '../../contract/app-status';
import { backendName } from './backend-name';
import type { KeychainCalls } from './keychain';
import type { KeychainHost } from './keychain-line';
import { KeychainError, type SecretVault } from './secret-vault';

export interface KeychainVaultParts {
  service: string;
  /** Starts a keychain process: when the first call needs one, and again after it ended. */
  start(): KeychainHost;
  /** A call that takes longer is given up and its process ended. Long enough to type a password into an unlock prompt. */
  limitMs?: number;
  /** The process is ended after this long without a call. */
  idleMs?: number;
}

/** Secrets in the OS keychain, reached through a process that lives only while it is needed. */
export class KeychainVault implements SecretVault {
  readonly storage: SecretStorage = { mode: 'keychain', backend: backendName(process.platform) };
  #host: KeychainHost | null = null;
  #underWay = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly parts: KeychainVaultParts) {}

  get(account: string): Promise<Uint8Array | null> {
    return this.#call((keychain) => keychain.get(this.parts.service, account));
  }

  set(account: string, secret: Uint8Array): Promise<void> {
    return this.#call((keychain) => keychain.set(this.parts.service, account, secret));
  }

  delete(account: string): Promise<boolean> {
    return this.#call((keychain) => keychain.delete(this.parts.service, account));
  }

  close(): void {
    this.#closed = true;
    this.#stop(new KeychainError('unavailable', 'The keychain was closed'));
  }

  async #call<T>(work: (keychain: KeychainCalls) => Promise<T>): Promise<T> {
    if (this.#closed) throw new KeychainError('unavailable', 'The keychain was closed');
    clearTimeout(this.#idle);
    this.#underWay++;
    const limit = setTimeout(
      () => this.#stop(new KeychainError('timeout', 'The keychain did not answer in time')),
      this.parts.limitMs ?? 60_000,
    );
    const host = this.#started();
    try {
      return await work(host.calls);
    } catch (error) {
      // The next call gets a process that looks for the session bus anew.
      if (host === this.#host && error instanceof KeychainError && error.kind === 'unavailable') this.#stop(error);
      throw error;
    } finally {
      clearTimeout(limit);
      this.#underWay--;
      if (this.#underWay === 0) this.#endWhenIdle();
    }
  }

  #started(): KeychainHost {
    if (this.#host) return this.#host;
    const host = this.parts.start();
    host.onExit(() => {
      if (this.#host === host) this.#host = null;
    });
    this.#host = host;
    return host;
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(
      () => this.#stop(new KeychainError('unavailable', 'The keychain process was idle')),
      this.parts.idleMs ?? 30_000,
    );
    this.#idle.unref();
  }

  #stop(reason: KeychainError): void {
    clearTimeout(this.#idle);
    const host = this.#host;
    this.#host = null;
    host?.stop(reason);
  }
}
