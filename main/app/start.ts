import { app } from 'electron';
import { forkAhead } from '../utility/fork-utility';
import { STORE_PROCESS } from '../utility/programs';
import { registerAppScheme } from '../window/app-protocol';
import { guardAllContents, keepTlsChecks } from '../window/guards';
import { openMainWindow } from '../window/main-window';
import type { Application } from './application';
import { parseStartArguments } from './arguments';
import { couldNotStart } from './could-not-start';
import { appPaths } from './paths';
import { readSettings } from './settings';
import { languageOf, showTheme } from './window-look';

/** Electron's own arguments end after the executable, in development after the app's folder. */
const ownArguments = () => process.argv.slice(app.isPackaged ? 1 : 2);

/** Starts Tenantry: what must happen before Electron is ready, then the window, then the application behind it. One instance per user. */
export function start(): void {
  registerAppScheme();
  keepTlsChecks();
  guardAllContents();
  if (!app.requestSingleInstanceLock()) {
    process.stdout.write('Tenantry is already open: its window was brought to the front.\n');
    app.exit(0);
    return;
  }
  let application: Application | null = null;
  let quitting = false;
  app.on('second-instance', () => application?.focus());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    quitting = true;
    if (!application || application.isClosed()) return;
    event.preventDefault();
    void application.close().finally(() => app.quit());
  });
  // Not awaited at top level: a packaged app would never become ready.
  void app
    .whenReady()
    .then(async () => {
      application = await openApplication();
      await application.open();
    })
    .catch((error: unknown) => {
      // A window that is closed before there is an application behind it ends the start.
      if (quitting) return;
      // No words of another language are there yet.
      couldNotStart('Tenantry could not start', error);
    });
}

/**
 * The window first: its page loads in a process of its own, that of the store starts beside it, and meanwhile the larger part of this one is
 * read. The page's calls wait until all of them are there.
 */
async function openApplication(): Promise<Application> {
  const given = parseStartArguments(ownArguments(), process.cwd());
  forkAhead(STORE_PROCESS);
  const paths = appPaths();
  const settings = await readSettings(paths.settingsFile);
  showTheme(settings.theme);
  const { window, begun } = openMainWindow(paths.preload, paths.page, languageOf(settings.language));
  // What follows holds this process up: the page is given its first file before.
  await begun;
  // While the page's process starts: its first call comes later than the door that is opened here.
  const { Application: Made } = await import('./application');
  return new Made(given, window, settings);
}
