import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { duplicate } from './cache.mjs';
import { inRepo, ROOT } from './paths.mjs';
import { isRoot, PlainError } from './process.mjs';

/** The account that every Linux has and that owns nothing: the app runs as it when the scripts run as root. */
export const UNPRIVILEGED_UID = 65534;

/** What the built app consists of, unpackaged: its bundles and the two native packages that stay outside them. */
const APP_PARTS = [
  'package.json',
  'out',
  'node_modules/better-sqlite3-multiple-ciphers/package.json',
  'node_modules/better-sqlite3-multiple-ciphers/lib',
  `node_modules/better-sqlite3-multiple-ciphers/prebuilds`,
  'node_modules/@napi-rs',
];

/** True when the unprivileged user can read the file: every folder on the way must let it pass. @param {string} file */
export function readableUnprivileged(file) {
  const result = spawnSync('test', ['-r', file], { uid: UNPRIVILEGED_UID, gid: UNPRIVILEGED_UID, cwd: '/' });
  return result.status === 0;
}

/**
 * A new folder of the unprivileged user (of this user when not root) in the temporary folder.
 * @param {string} purpose part of its name
 */
export function temporaryHome(purpose) {
  const home = mkdtempSync(path.join(tmpdir(), `tenantry-${purpose}-`));
  if (isRoot()) chownSync(home, UNPRIVILEGED_UID, UNPRIVILEGED_UID);
  return home;
}

/** The home folder that the app keeps between starts as root: one per clone, outside it, as the clone may be unreadable. */
export function persistentHome() {
  const home = `/var/tmp/tenantry-home-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`;
  if (!existsSync(home)) {
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, UNPRIVILEGED_UID, UNPRIVILEGED_UID);
  }
  // /var/tmp is everyone's: somebody else may have made a folder of this name first.
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== UNPRIVILEGED_UID || (found.mode & 0o077) !== 0) {
    throw new PlainError(`${home} exists and is not the app's own folder. Please look at it and remove it.`);
  }
  return home;
}

/**
 * Copies the built app, the runtime and the store's binding to a folder that everyone may read.
 * @param {{dist: string, binding?: string}} runtime
 * @returns {Promise<{folder: string, app: string, dist: string, binding?: string}>} `folder` is what to delete afterwards
 */
export async function stage({ dist, binding }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenantry-stage-'));
  chmodSync(folder, 0o755);
  const app = path.join(folder, 'app');
  for (const part of APP_PARTS) {
    if (existsSync(inRepo(part))) cpSync(inRepo(part), path.join(app, part), { recursive: true, verbatimSymlinks: true });
  }
  const staged = { folder, app, dist: path.join(folder, 'electron') };
  await duplicate(dist, staged.dist);
  if (!binding) return staged;
  staged.binding = path.join(folder, path.basename(binding));
  await duplicate(binding, staged.binding);
  return staged;
}
