import { cpSync, existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cached, isCached } from './cache.mjs';
import { inRepo, ROOT } from './paths.mjs';
import { findProgram, mustRun, output, PlainError, run, say } from './process.mjs';

const PACKAGE = 'better-sqlite3-multiple-ciphers';
const PATCH = inRepo('tools/sqlite-napi9/node-api-9.patch');

/** The store's shipped binary needs Node-API 10; on an older host it loads and then crashes. */
const SHIPPED_NODE_API = 10;

/** Node-API version of the Node that runs the scripts and the unit tests. */
export const ownNodeApi = Number(process.versions.napi);

/** True when the store's native part must be built here: a compiler is needed. @param {number} nodeApi */
export const bindingMustBeBuilt = (nodeApi) => nodeApi < SHIPPED_NODE_API && !isCached(fileName());

/**
 * The native part of the encrypted store for a host of this Node-API version.
 * @param {number} nodeApi what the host offers
 * @returns {Promise<string | undefined>} a .node file to hand over in TENANTRY_SQLITE_BINDING; undefined when the shipped one will do
 */
export async function sqliteBinding(nodeApi) {
  return nodeApi < SHIPPED_NODE_API ? cached(fileName(), build) : undefined;
}

function fileName() {
  const { version } = createRequire(path.join(ROOT, 'package.json'))(`${PACKAGE}/package.json`);
  return `${PACKAGE}-${version}-napi9-${process.platform}-${process.arch}.node`;
}

async function build(target) {
  say(`Building ${PACKAGE} for Node-API 9 (once, two to three minutes)…`);
  const work = await mkdtemp(path.join(tmpdir(), 'tenantry-sqlite-'));
  try {
    const sources = path.join(work, 'node_modules', PACKAGE);
    for (const name of [PACKAGE, 'node-addon-api'])
      cpSync(inRepo('node_modules', name), path.join(work, 'node_modules', name), { recursive: true });
    const log = path.join(work, 'build.log');
    const quietly = (what, command, args) => mustRunQuietly(what, command, args, sources, log);
    await quietly('Patching the SQLite binding', 'patch', ['-p1', '-i', PATCH]);
    const headers = nodeHeaders();
    const flags = ['rebuild', '--release', '--force_build=1', '-j', '2', ...(headers ? [`--nodedir=${headers}`] : [])];
    await quietly('Building the SQLite binding', process.execPath, [nodeGyp(), ...flags]);
    const built = path.join(sources, 'build/Release/better_sqlite3.node');
    if (findProgram('strip')) await mustRun('Stripping the SQLite binding', 'strip', ['-x', built]);
    await copyFile(built, target);
    await chmod(target, 0o755);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A compiler's output is long, and of interest only when it fails: then its last lines say why. */
async function mustRunQuietly(what, command, args, cwd, log) {
  const handle = await open(log, 'w');
  try {
    const code = await run(command, args, { cwd, stdio: ['ignore', handle.fd, handle.fd] });
    if (code === 0) return;
  } finally {
    await handle.close();
  }
  const tail = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-30).join('\n');
  throw new PlainError(`${what} failed:\n${tail}`);
}

/** The folder whose include/node holds this Node's headers; without it node-gyp downloads them. */
function nodeHeaders() {
  const prefix = path.resolve(process.execPath, '../..');
  return existsSync(path.join(prefix, 'include/node/node_api.h')) ? prefix : undefined;
}

/** npm brings node-gyp along, in a place of its own. */
function nodeGyp() {
  const npmFolders = [
    process.env.npm_execpath && path.resolve(process.env.npm_execpath, '../..'),
    path.resolve(process.execPath, '../../lib/node_modules/npm'),
    path.join(output('npm', ['root', '-g']) ?? '', 'npm'),
  ];
  const found = npmFolders.filter(Boolean).map((npm) => path.join(npm, 'node_modules/node-gyp/bin/node-gyp.js'));
  const file = found.find((candidate) => existsSync(candidate));
  if (!file)
    throw new PlainError(
      'node-gyp was not found in npm’s own folder. Node 22.14 or newer needs no build: its Node-API loads the shipped binary.',
    );
  return file;
}
