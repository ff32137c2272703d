import { createHash } from 'node:crypto';

/** What is needed of the system's clipboard. Promises from Electron 45 on. */
export interface ClipboardPort {
  writeText(text: string): void | Promise<void>;
  readText(): string | Promise<string>;
  clear(): void | Promise<void>;
}

/** How long a secret stays on the clipboard (ms). */
const KEEP_MS = 60_000;

/** The clipboard did not take the text. */
export class ClipboardUnavailable extends Error {
  constructor() {
    super('The clipboard of this computer did not take the text');
    this.name = 'ClipboardUnavailable';
  }
}

/** Puts a secret on the clipboard and takes it off again after a minute, unless something else was copied meanwhile. Remembers its digest only. */
export class SecretClipboard {
  #digest: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly clipboard: ClipboardPort) {}

  /** Answers with when it will be taken off (ms from now). Throws ClipboardUnavailable. */
  async put(secret: string): Promise<number> {
    try {
      await this.clipboard.writeText(secret);
      if ((await this.clipboard.readText()) !== secret) throw new ClipboardUnavailable();
    } catch {
      throw new ClipboardUnavailable();
    }
    this.#digest = digestOf(secret);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.clear(), KEEP_MS);
    return KEEP_MS;
  }

  /** Takes the secret off, if it is still there. Also when the application ends. */
  async clear(): Promise<void> {
    const digest = this.#digest;
    this.#digest = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (digest === null) return;
    try {
      if (digestOf(await this.clipboard.readText()) === digest) await this.clipboard.clear();
    } catch {
      // A clipboard that cannot be read cannot be cleared either.
    }
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
