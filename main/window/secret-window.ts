import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import { APP_ORIGIN, serveApp } from './app-protocol';
import { guardSession } from './guards';

/** What is typed: a client secret, or the password of a file with a private key. */
export type PromptPurpose = { kind: 'clientSecret' } | { kind: 'password'; file: string };

/** In memory only: no `persist:`. A partition of its own gives the prompt a process of its own, which ends with it. */
const PARTITION = 'secret-prompt';
let served = false;

/**
 * Opens the window a secret is typed into. Its process lives only as long as the window, loads one page without any library,
 * and shares nothing with the application page, which therefore never holds a secret.
 */
export function openSecretWindow(parent: BrowserWindow, preloadFolder: string, pageFolder: string, purpose: PromptPurpose): BrowserWindow {
  const own = session.fromPartition(PARTITION, { cache: false });
  if (!served) {
    serveApp(own, pageFolder);
    guardSession(own);
    served = true;
  }
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 520,
    height: 372,
    resizable: false,
    minimizable: false,
    maximizable: false,
    show: false,
    title: purpose.kind === 'password' ? 'Password' : 'Client secret',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(preloadFolder, 'secret-prompt.cjs'),
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
    },
  });
  window.setMenu(null);
  window.once('ready-to-show', () => window.show());
  const query = purpose.kind === 'password' ? `?file=${encodeURIComponent(purpose.file)}` : '';
  void window.loadURL(`${APP_ORIGIN}/secret-prompt/index.html${query}`);
  return window;
}
