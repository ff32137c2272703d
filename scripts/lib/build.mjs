import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepo, REPO_CACHE } from './paths.mjs';
import { mustRun, say } from './process.mjs';

/** What the bundles are made of. */
const SOURCES = [
  'contract',
  'locales',
  'main',
  'preload',
  'renderer',
  'sandbox',
  'assets',
  'electron.vite.config.ts',
  'scripts/lib/pure-contract.mjs',
  'package-lock.json',
];
const PRODUCTS = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];
/** Written when a build is whole; kept out of out/, which is packaged. */
const STAMP = path.join(REPO_CACHE, 'built');

/** Bundles main, preload and page into out/. */
export async function build() {
  const started = new Date();
  await mustRun('The build', process.execPath, [inRepo('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']);
  mkdirSync(REPO_CACHE, { recursive: true });
  // The start, not the end: a file saved meanwhile belongs to the next build.
  writeFileSync(STAMP, '');
  utimesSync(STAMP, started, started);
}

/** Builds when a source is newer than the last whole build. */
export async function ensureBuild() {
  if (isBuilt()) return;
  say('Building the app…');
  await build();
}

function isBuilt() {
  if (![STAMP, ...PRODUCTS.map((file) => inRepo(file))].every((file) => existsSync(file))) return false;
  const builtAt = statSync(STAMP).mtimeMs;
  return SOURCES.every((name) => !existsSync(inRepo(name)) || newest(inRepo(name)) <= builtAt);
}

/** Modification time, in milliseconds, of the newest file or folder under a path (a folder's own time tells of deletions). */
function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
