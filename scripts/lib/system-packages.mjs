import { spawnSync } from 'node:child_process';
import { findProgram, isRoot, mustRun, output, PlainError, say } from './process.mjs';

/** Debian and Ubuntu packages by what they are for. Several names: the first one this system's archive has (Ubuntu 24.04 renamed some). */
const RUN = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['xdg-utils'],
];
const HEADLESS = [
  ['xvfb'],
  ['xauth'],
  ['dbus'],
  ['dbus-x11'],
  ['gnome-keyring'],
  ['fonts-open-sans', 'fonts-liberation'],
  ['libnss3-tools'],
  // Snippets for these are run in tests, which would be skipped without them.
  ['curl'],
  ['python3'],
  ['procps'],
  ['util-linux'],
];
const COMPILE = [['python3'], ['make'], ['g++'], ['patch'], ['binutils']];
const PACKAGE = [['dpkg'], ['desktop-file-utils']];

/** Another apt may be at work, on a fresh machine often by itself. */
const LOCK_WAIT_S = 300;

/**
 * Installs the Debian packages that are missing, on Linux with apt only; elsewhere, and when nothing is missing, it does nothing.
 * @param {{headless?: boolean, compile?: boolean, package?: boolean}} [needs] headless: an X server and a keyring of our own;
 *   compile: the store's native part must be built; package: .deb files are built
 * @throws {PlainError} with the command to type when this user may not install
 */
export async function ensureSystemPackages(needs = {}) {
  if (process.platform !== 'linux' || !findProgram('apt-get') || !findProgram('dpkg-query')) return;
  const wanted = [...RUN, ...(needs.headless ? HEADLESS : []), ...(needs.compile ? COMPILE : []), ...(needs.package ? PACKAGE : [])];
  const installed = installedPackages();
  const missing = wanted.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;

  const sudo = isRoot() ? [] : ['sudo', '-n'];
  if (!isRoot() && !maySudo()) {
    const names = missing.map(available).join(' ');
    throw new PlainError(
      `System packages are missing, and this user may not install them. Please run:\n\n  sudo apt-get install --no-install-recommends ${names}\n`,
    );
  }
  const apt = async (...args) => {
    const [command, ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-o',
      `DPkg::Lock::Timeout=${LOCK_WAIT_S}`,
      ...args,
    ];
    await mustRun(`apt-get ${args[0]}`, command, rest, { stdio: ['ignore', 2, 2] });
  };
  if (missing.some((names) => !names.some(isAvailable))) await apt('update', '-qq');
  const names = missing.map(available);
  say(`Installing system packages: ${names.join(' ')}`);
  await apt('install', '-qq', '-y', '--no-install-recommends', ...names).catch(async () => {
    // Package lists older than the archive name files that are gone.
    await apt('update', '-qq');
    await apt('install', '-qq', '-y', '--no-install-recommends', ...names);
  });
}

/** Names, without architecture, of the packages that are fully installed. */
function installedPackages() {
  const list = output('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n']) ?? '';
  return new Set(list.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice('installed '.length)] : [])));
}

/** A package that apt has a version of: a name that is only mentioned by others has none. */
const isAvailable = (name) => (output('apt-cache', ['show', '--no-all-versions', name]) ?? '') !== '';

const available = (names) => names.find(isAvailable) ?? names.at(-1);

const maySudo = () => findProgram('sudo') !== undefined && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
