import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import { APP_ORIGIN, serveApp } from './app-protocol';
import { guardSession } from './guards';

/** In memory only: no `persist:`. A partition of its own gives the prompt a process of its own, which ends with it. */
const PARTITION = 'secret-prompt';
let served = false;

/**
 * Opens the window a secret is typed into. Its process lives only as long as the window, loads one page without any library,
 * and shares nothing with the application page, which therefore never holds a secret.
 */
export function openSecretWindow(parent: BrowserWindow, preloadFolder: string, pageFolder: string): BrowserWindow {
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
    title: 'Client secret',
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
  void window.loadURL(`${APP_ORIGIN}/secret-prompt/index.html`);
  return window;
}
