import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, cp, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { REPO_CACHE, SHARED_CACHE } from './paths.mjs';

/**
 * A file or folder in the repository's cache. It comes from there, else from the machine's shared cache, else `make` makes it
 * (and a copy is left in the shared cache for the next clone). Two runs at the same time do not disturb each other: what is made
 * appears under its name only when it is whole.
 * @param {string} name file or folder name; a new recipe needs a new name
 * @param {(target: string) => Promise<void>} make
 * @returns {Promise<string>} its absolute path
 */
export async function cached(name, make) {
  const here = path.join(REPO_CACHE, name);
  if (existsSync(here)) return here;
  const shared = path.join(SHARED_CACHE, name);
  if (existsSync(shared)) {
    await placeWhole(here, (target) => duplicate(shared, target));
    return here;
  }
  await placeWhole(here, make);
  // The shared copy is a favour to the next clone: a read-only home folder must not fail this one.
  await placeWhole(shared, (target) => duplicate(here, target)).catch(() => undefined);
  return here;
}

/** True when `cached` has nothing to make. @param {string} name */
export const isCached = (name) => existsSync(path.join(REPO_CACHE, name)) || existsSync(path.join(SHARED_CACHE, name));

async function placeWhole(target, make) {
  const unfinished = `${target}.${process.pid}`;
  await mkdir(path.dirname(target), { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  try {
    await make(unfinished);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** Copies by hard link where the file system allows it: an Electron is 260 MB. */
export async function duplicate(from, to) {
  const entries = await readdir(from, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return duplicateFile(from, to);
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of entries) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true });
    else await duplicate(source, target);
  }
}

async function duplicateFile(from, to) {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
