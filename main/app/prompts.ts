import type { BrowserWindow } from 'electron';
import type { PromptDoor } from '../ipc/secret-prompt-door';
import type { PromptPurpose } from '../window/secret-window';
import type { AppPaths } from './paths';
import { openSecretPrompt, type SecretPrompt } from './secret-prompt';

/** The windows that secrets are typed into. One at a time: who asks meanwhile is told that nothing was typed. */
export class Prompts {
  #open: SecretPrompt | null = null;

  constructor(
    private readonly window: () => BrowserWindow | null,
    private readonly paths: AppPaths,
  ) {}

  /** False: closed without. */
  async show<T>(purpose: PromptPurpose, door: PromptDoor<T>): Promise<boolean> {
    const window = this.window();
    if (!window || this.#open) return false;
    this.#open = openSecretPrompt(window, this.paths, purpose, door);
    try {
      return await this.#open.answer;
    } finally {
      this.#open = null;
    }
  }

  /** Settles when none is open. */
  async ended(): Promise<void> {
    await this.#open?.answer;
  }

  /** Closes the open one, whatever was typed. */
  close(): void {
    this.#open?.close();
  }
}
