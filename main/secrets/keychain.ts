import { EntryPool } from './entry-pool';
import { kindOfNativeFailure } from './keychain-kinds';
import { chunkAccount, chunkCount, joinChunks, splitSecret } from './secret-chunks';
import { KeychainError } from './secret-vault';

/** What the keychain process answers. keytar's words: a service and accounts in it. */
export interface KeychainCalls {
  get(service: string, account: string): Promise<Uint8Array | null>;
  set(service: string, account: string, secret: Uint8Array): Promise<void>;
  delete(service: string, account: string): Promise<boolean>;
}

/**
 * The OS keychain: Secret Service, Windows Credential Manager or macOS Keychain. One call at a time, as the stores handle parallel writes badly.
 * All methods throw KeychainError; a locked keychain is an error, never "no such secret". Calls may wait for a user's answer for ever: the caller sets the limit.
 */
export class Keychain implements KeychainCalls {
  readonly #pool = new EntryPool();
  #last: Promise<unknown> = Promise.resolve();

  get(service: string, account: string): Promise<Uint8Array | null> {
    return this.#run(async () => {
      const first = await this.#read(service, account);
      if (first === null) return null;
      const chunks: [Uint8Array, ...Uint8Array[]] = [first];
      for (let index = 1; index < chunkCount(first); index++) {
        const chunk = await this.#read(service, chunkAccount(account, index));
        if (chunk === null) throw new KeychainError('other', `Part ${index} of a keychain entry is missing`);
        chunks.push(chunk);
      }
      return joinChunks(chunks);
    });
  }

  /** The first record is written last: until then the earlier secret, if any of one record, stands whole. */
  set(service: string, account: string, secret: Uint8Array): Promise<void> {
    return this.#run(async () => {
      const chunks = splitSecret(secret);
      for (let index = chunks.length - 1; index >= 0; index--) {
        const chunk = chunks[index];
        if (chunk) await this.#pool.entry(service, chunkAccount(account, index)).setSecret(chunk);
      }
    });
  }

  delete(service: string, account: string): Promise<boolean> {
    return this.#run(async () => {
      const first = await this.#read(service, account);
      if (first === null) return false;
      for (let index = chunkCount(first) - 1; index >= 1; index--) {
        await this.#pool.entry(service, chunkAccount(account, index)).deleteCredential();
      }
      return this.#pool.entry(service, account).deleteCredential();
    });
  }

  async #read(service: string, account: string): Promise<Uint8Array | null> {
    const bytes = await this.#pool.entry(service, account).getSecret();
    // The package says null; its older binaries said undefined.
    return bytes ? Uint8Array.from(bytes) : null;
  }

  #run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#attempt(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** All work can be repeated, so a session that ended with its daemon is answered by one more try with new entries. */
  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = this.#failureOf(error);
      if (failure !== 'stale') throw failure;
    }
    try {
      return await work();
    } catch (error) {
      const failure = this.#failureOf(error);
      throw failure === 'stale' ? new KeychainError('unavailable', messageOf(error)) : failure;
    }
  }

  #failureOf(error: unknown): KeychainError | 'stale' {
    if (error instanceof KeychainError) return error;
    this.#pool.clear();
    const kind = kindOfNativeFailure(messageOf(error));
    return kind === 'stale' ? 'stale' : new KeychainError(kind, messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
