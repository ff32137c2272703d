import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inRepo, ROOT } from './paths.mjs';
import { isRoot, say } from './process.mjs';
import { sqliteBinding } from './sqlite-binding.mjs';
import { mirrorClone, readableUnprivileged, UNPRIVILEGED_UID } from './unprivileged.mjs';

/**
 * @typedef {object} AppRuntime
 * @property {string} root the clone to run from: this one, or a readable copy of it
 * @property {Record<string, string>} env TENANTRY_LAUNCHER (the program to start), TENANTRY_APP_DIR (its first argument),
 *   TENANTRY_ELECTRON (the Electron behind the launcher), TENANTRY_SQLITE_BINDING (the store's native part, where the shipped one does
 *   not load) and, as root, TENANTRY_APP_UID. Whoever starts the launcher sets TENANTRY_APP_HOME to a folder of that uid.
 * @property {() => Promise<void>} dispose
 */

/**
 * What `npm start`, the tour and the end-to-end tests start the built app with. The build must be there already.
 * @param {import('./electron-dist.mjs').ElectronDist} electron
 * @returns {Promise<AppRuntime>}
 */
export async function appRuntime(electron) {
  const binding = await sqliteBinding(electron.nodeApi);
  if (!isRoot()) return { root: ROOT, env: variables(ROOT, electron.executable, binding, electron.executable), dispose: async () => {} };

  const readable = [inRepo('package.json'), electron.executable].every(readableUnprivileged);
  if (!readable) say('The app runs as an unprivileged user, who cannot read this folder: running from a copy in the temporary folder.');
  const root = readable ? ROOT : await mirrorClone();
  // A path inside the clone (.cache, node_modules) is also inside the copy; one from elsewhere stays as it is.
  const moved = (file) => (file.startsWith(ROOT + path.sep) ? path.join(root, path.relative(ROOT, file)) : file);
  const launcher = path.join(root, 'scripts/electron-unprivileged.sh');
  return {
    root,
    env: {
      ...variables(root, moved(electron.executable), binding && moved(binding), launcher),
      TENANTRY_APP_UID: String(UNPRIVILEGED_UID),
    },
    dispose: async () => {
      if (root !== ROOT) await rm(root, { recursive: true, force: true });
    },
  };
}

function variables(app, executable, binding, launcher) {
  return {
    TENANTRY_LAUNCHER: launcher,
    TENANTRY_APP_DIR: app,
    TENANTRY_ELECTRON: executable,
    ...(binding ? { TENANTRY_SQLITE_BINDING: binding } : {}),
  };
}
