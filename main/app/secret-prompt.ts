import type { BrowserWindow } from 'electron';
import { serveSecretPrompt, type TakeSecret } from '../ipc/secret-prompt-door';
import { openSecretWindow, type PromptPurpose } from '../window/secret-window';
import type { AppPaths } from './paths';

/** The open secret window. */
export interface SecretPrompt {
  /** False: closed without a secret. */
  answer: Promise<boolean>;
  /** Closes it, whatever was typed. */
  close(): void;
}

/** Shows the secret window, and gives what is typed to `take` until that takes it. */
export function openSecretPrompt(parent: BrowserWindow, paths: AppPaths, purpose: PromptPurpose, take: TakeSecret): SecretPrompt {
  const window = openSecretWindow(parent, paths.preload, paths.page, purpose);
  return { answer: serveSecretPrompt(window, take), close: () => window.destroy() };
}
