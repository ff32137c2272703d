import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepo, ROOT } from './paths.mjs';
import { isRoot, mustRun, PlainError } from './process.mjs';

/** The account that every Linux has and that owns nothing: the app runs as it when the scripts run as root. */
export const UNPRIVILEGED_UID = 65534;

/** What no run needs a copy of. */
const NOT_MIRRORED = new Set(['.git', 'test-results', 'screenshots']);

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
 * A copy of this clone, with its packages, caches and build, that everyone may read: by hard links where the file system allows it.
 * @returns {Promise<string>} its folder; the caller removes it
 */
export async function mirrorClone() {
  const mirror = mkdtempSync(path.join(tmpdir(), 'tenantry-mirror-'));
  const parts = readdirSync(ROOT).filter((name) => !NOT_MIRRORED.has(name));
  // Linked files keep their permissions: a clone made with a strict umask has to be copied instead.
  const linkable = (statSync(inRepo('package.json')).mode & 0o004) !== 0;
  if (!linkable || !linkInto(mirror, parts)) {
    await mustRun('Copying the clone', 'cp', ['-a', '--reflink=auto', ...parts, mirror]);
    await mustRun('Opening the copy', 'chmod', ['-R', 'a+rX', mirror]);
  }
  chmodSync(mirror, 0o755);
  return mirror;
}

/** False when the temporary folder is on another file system; what was linked until then is overwritten by the copy. */
function linkInto(mirror, parts) {
  return spawnSync('cp', ['-al', ...parts, mirror], { cwd: ROOT, stdio: 'ignore' }).status === 0;
}
