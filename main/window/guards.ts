import { app, type Session } from 'electron';
import { isAppUrl } from './app-protocol';

/**
 * What no page may do, for every web contents that will ever exist: leave `app://tenantry`, open windows,
 * attach web views. Electron security checklist 13, 14 and 12.
 */
export function guardAllContents(): void {
  app.on('session-created', denyPermissions);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Schemes that reach no network. */
const LOCAL_SCHEMES = new Set(['data:', 'blob:', 'devtools:']);

/** A session without permissions and without a network: only `app:` loads. Checklist 5. */
export function guardSession(session: Session): void {
  denyPermissions(session);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAppUrl(details.url) && !LOCAL_SCHEMES.has(new URL(details.url).protocol) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Chromium's switches that turn certificate checks off, whoever wrote them on the command line. */
const UNSAFE_SWITCHES = ['ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-insecure-localhost'];

/** Certificates are always checked. Must run before Electron is ready. */
export function keepTlsChecks(): void {
  for (const name of UNSAFE_SWITCHES) app.commandLine.removeSwitch(name);
}
