import type { BrowserWindow } from 'electron';
import { type PromptDoor, serveSecretPrompt } from '../ipc/secret-prompt-door';
import { openSecretWindow, type PromptPurpose } from '../window/secret-window';
import type { AppPaths } from './paths';

/** The open secret window. */
export interface SecretPrompt {
  /** False: closed without a secret. */
  answer: Promise<boolean>;
  /** Closes it, whatever was typed. */
  close(): void;
}

/** Shows the secret window, and gives what is typed through the door until it is taken. */
export function openSecretPrompt<T>(parent: BrowserWindow, paths: AppPaths, purpose: PromptPurpose, door: PromptDoor<T>): SecretPrompt {
  const window = openSecretWindow(parent, paths.preload, paths.page, purpose);
  return { answer: serveSecretPrompt(window, door), close: () => window.destroy() };
}
