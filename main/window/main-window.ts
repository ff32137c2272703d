import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { Language } from '../../contract/display';
import { APP_ORIGIN, serveApp } from './app-protocol';
import { guardSession } from './guards';

/** Colours painted before the page is: no white flash in a dark room. Fluent's neutral background 3. */
const BACKGROUND = { light: '#f5f5f5', dark: '#1f1f1f' };

/** The page's own session has no network. Main's requests use the default session, with the system's proxy and certificates. */
const PAGE_SESSION = 'persist:page';

/** Opens the one application window: sandboxed, context-isolated, without Node. Electron security checklist 2, 3 and 4. `begun`: its page has its script. */
export function openMainWindow(
  preloadFolder: string,
  pageFolder: string,
  language: Language,
): { window: BrowserWindow; begun: Promise<void> } {
  const own = session.fromPartition(PAGE_SESSION);
  const scripted = serveApp(own, pageFolder);
  guardSession(own);
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(width, 1440),
    height: Math.min(height, 900),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Tenantry',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(preloadFolder, 'index.cjs'),
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // Scripts compiled at one start are there for the next, not only from the third on.
      v8CacheOptions: 'bypassHeatCheck',
      devTools: !app.isPackaged,
      webviewTag: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  const loaded = window.loadURL(`${APP_ORIGIN}/index.html?lang=${language}`).catch(() => undefined);
  return { window, begun: Promise.race([scripted, loaded]) };
}
