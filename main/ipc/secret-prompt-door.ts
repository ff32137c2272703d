import type { BrowserWindow } from 'electron';
import { SECRET_CANCEL_CHANNEL, SECRET_SUBMIT_CHANNEL, type SecretRefusal } from '../../contract/channels';
import { APP_ORIGIN } from '../window/app-protocol';

/** Looks at what was typed and does with it what it was asked for. Null: done. */
export type TakeSecret = (secret: string) => Promise<SecretRefusal | null>;

/** One of the small windows something secret is typed into. */
export interface PromptDoor<T> {
  /** The page's folder. */
  page: 'secret-prompt' | 'proxy-prompt';
  /** Null: not of the agreed form. */
  parse(typed: unknown): T | null;
  take(typed: T): Promise<SecretRefusal | null>;
}

export function secretDoor(take: TakeSecret): PromptDoor<string> {
  return { page: 'secret-prompt', parse: (typed) => (typeof typed === 'string' && typed.length <= 4096 ? typed : null), take };
}

/**
 * Serves the secret window: two channels on that window's own contents, nothing of the application's contract.
 * Resolves true when a secret was taken, false when the window was closed without one.
 */
export function serveSecretPrompt<T>(window: BrowserWindow, { page, parse, take }: PromptDoor<T>): Promise<boolean> {
  return new Promise((resolve) => {
    let taken = false;
    const own = (url: string | undefined) => url?.split('?')[0] === `${APP_ORIGIN}/${page}/index.html`;
    window.webContents.ipc.handle(SECRET_SUBMIT_CHANNEL, async (event, typed: unknown) => {
      const parsed = own(event.senderFrame?.url) ? parse(typed) : null;
      if (parsed === null) return 'failed';
      const refusal = await take(parsed);
      if (refusal === null) {
        taken = true;
        if (!window.isDestroyed()) window.close();
      }
      return refusal;
    });
    window.webContents.ipc.handle(SECRET_CANCEL_CHANNEL, (event) => {
      if (own(event.senderFrame?.url)) window.close();
    });
    window.once('closed', () => resolve(taken));
  });
}
