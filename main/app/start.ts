import { app } from 'electron';
import { registerAppScheme } from '../window/app-protocol';
import { guardAllContents, keepTlsChecks } from '../window/guards';
import { Application } from './application';
import { parseStartArguments } from './arguments';

/** Electron's own arguments end after the executable, in development after the app's folder. */
const ownArguments = () => process.argv.slice(app.isPackaged ? 1 : 2);

/** Starts Tenantry: what must happen before Electron is ready, then the application itself. One instance per user. */
export function start(): void {
  registerAppScheme();
  keepTlsChecks();
  guardAllContents();
  if (!app.requestSingleInstanceLock()) {
    process.stdout.write('Tenantry is already open: its window was brought to the front.\n');
    app.exit(0);
    return;
  }
  const application = new Application(parseStartArguments(ownArguments(), process.cwd()));
  app.on('second-instance', () => application.focus());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (application.isClosed()) return;
    event.preventDefault();
    void application.close().finally(() => app.quit());
  });
  // Not awaited at top level: a packaged app would never become ready.
  void app.whenReady().then(() => application.open());
}
