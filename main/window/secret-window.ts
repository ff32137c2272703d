import { join } from 'node:path';
import { i18n } from '@lingui/core';
import { BrowserWindow, session } from 'electron';
import { APP_ORIGIN, serveApp } from './app-protocol';
import { guardSession } from './guards';

/** What is typed: a client secret, the password of a file with a private key, or the sign-in at a proxy. */
export type PromptPurpose = { kind: 'clientSecret' } | { kind: 'password'; file: string } | ProxyPurpose;
export interface ProxyPurpose {
  kind: 'proxy';
  proxy: string;
  realm: string;
  /** What was signed in with before was not taken. */
  refused: boolean;
  /** There is a keychain to keep it in. */
  keychain: boolean;
}

interface PromptPage {
  title: string;
  height: number;
  /** The page and its query, under the app's origin. */
  path: string;
}

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
    void serveApp(own, pageFolder);
    guardSession(own);
    served = true;
  }
  const page = pageOf(purpose);
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 520,
    height: page.height,
    resizable: false,
    minimizable: false,
    maximizable: false,
    show: false,
    title: page.title,
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
  void window.loadURL(`${APP_ORIGIN}/${page.path}${page.path.includes('?') ? '&' : '?'}lang=${i18n.locale}`);
  return window;
}

function pageOf(purpose: PromptPurpose): PromptPage {
  switch (purpose.kind) {
    case 'clientSecret':
      return { title: i18n.t('Client secret'), height: 372, path: 'secret-prompt/index.html' };
    case 'password':
      return { title: i18n.t('Password'), height: 372, path: `secret-prompt/index.html?file=${encodeURIComponent(purpose.file)}` };
    case 'proxy': {
      const { proxy, realm, refused, keychain } = purpose;
      const query = new URLSearchParams({ proxy, realm, refused: String(refused), keychain: String(keychain) });
      return { title: i18n.t('Sign in at the proxy'), height: 424, path: `proxy-prompt/index.html?${query.toString()}` };
    }
  }
}
