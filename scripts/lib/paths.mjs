import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is fetched or built once and used from here: inside the repository, since an unprivileged user must be able to read it. */
export const REPO_CACHE = path.join(ROOT, '.cache');

/** Copies kept for the next clone on the same machine. */
export const SHARED_CACHE =
  process.env.TENANTRY_CACHE || path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'tenantry');

/** @param {...string} parts @returns {string} an absolute path inside the repository */
export const inRepo = (...parts) => path.join(ROOT, ...parts);
