import { rm } from 'node:fs/promises';
import path from 'node:path';
import { electronDist } from './electron-dist.mjs';
import { inRepo, ROOT } from './paths.mjs';
import { isRoot, say } from './process.mjs';
import { sqliteBinding } from './sqlite-binding.mjs';
import { readableUnprivileged, stage, UNPRIVILEGED_UID } from './unprivileged.mjs';

/**
 * Everything needed to start the built app here, as environment variables that `npm start`, the tour and the end-to-end tests share:
 * TENANTRY_LAUNCHER (program to start), TENANTRY_APP_DIR (its first argument), TENANTRY_ELECTRON (the Electron behind the launcher),
 * TENANTRY_SQLITE_BINDING (the store's native part, where the shipped one does not load) and, as root, TENANTRY_APP_UID.
 * The build must be there already. Whoever starts the launcher sets TENANTRY_APP_HOME to a folder of that uid.
 * @param {import('./electron-dist.mjs').ElectronDist} electron
 * @returns {Promise<{env: Record<string, string>, dispose: () => Promise<void>}>}
 */
export async function appRuntime(electron) {
  const binding = await sqliteBinding(electron.nodeApi);
  if (!isRoot()) return { env: variables({ launcher: electron.executable, app: ROOT, executable: electron.executable, binding }), dispose };

  const launcher = inRepo('scripts/electron-unprivileged.sh');
  const asRoot = { TENANTRY_APP_UID: String(UNPRIVILEGED_UID) };
  if ([inRepo('package.json'), electron.executable, binding ?? ROOT].every(readableUnprivileged)) {
    return { env: { ...variables({ launcher, app: ROOT, executable: electron.executable, binding }), ...asRoot }, dispose };
  }
  say('The app runs as an unprivileged user, who cannot read this folder: using a copy of the build in the temporary folder.');
  const staged = await stage({ dist: electron.dist, binding });
  const executable = path.join(staged.dist, path.relative(electron.dist, electron.executable));
  return {
    env: { ...variables({ launcher, app: staged.app, executable, binding: staged.binding }), ...asRoot },
    dispose: () => rm(staged.folder, { recursive: true, force: true }),
  };
}

async function dispose() {}

function variables({ launcher, app, executable, binding }) {
  return {
    TENANTRY_LAUNCHER: launcher,
    TENANTRY_APP_DIR: app,
    TENANTRY_ELECTRON: executable,
    ...(binding ? { TENANTRY_SQLITE_BINDING: binding } : {}),
  };
}
