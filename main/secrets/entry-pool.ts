import { AsyncEntry } from '@napi-rs/keyring';

/** Each entry holds a connection to the session bus until it is collected, so there are never many. */
const MAX_ENTRIES = 16;

/** Without this, Linux without a Secret Service silently gets the kernel's keyring, which forgets at reboot. */
const OPTIONS = { linux: { store: 'secret-service' } } as const;

/** Open entries of the OS keychain, the least recently used dropped first. */
export class EntryPool {
  readonly #entries = new Map<string, AsyncEntry>();

  /** The entry of an account. Throws when the keychain cannot be reached. */
  entry(service: string, account: string): AsyncEntry {
    const name = JSON.stringify([service, account]);
    const entry = this.#entries.get(name) ?? new AsyncEntry(service, account, OPTIONS);
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    if (this.#entries.size > MAX_ENTRIES) {
      const [oldest = name] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    return entry;
  }

  /** Forgets all entries: after a failure new ones are made, which reach a restarted daemon. */
  clear(): void {
    this.#entries.clear();
  }
}
