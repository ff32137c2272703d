import { existsSync, readFileSync } from 'node:fs';
import { inRepo } from './paths.mjs';
import { mustRun, npmCommand, say } from './process.mjs';

/** Runs `npm ci` when node_modules is missing or does not hold what package-lock.json names. Silent when there is nothing to do. */
export async function ensureDependencies() {
  const reason = whyInstall();
  if (!reason) return;
  say(`Installing npm packages (${reason})…`);
  const [npm, ...args] = npmCommand();
  // EBADENGINE is expected on Node 20: Electron asks for 22, its files run on both (docs/decisions/0006-toolchain.md).
  await mustRun('npm ci', npm, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
}

function whyInstall() {
  const installedList = inRepo('node_modules/.package-lock.json');
  if (!existsSync(installedList)) return 'none are installed yet';
  const wanted = readPackages(inRepo('package-lock.json'));
  const installed = readPackages(installedList);
  const missing = Object.entries(wanted).find(
    ([folder, entry]) => isRequired(folder, entry) && installed[folder]?.version !== entry.version,
  );
  return missing && `${missing[0].replace(/^.*node_modules\//, '')} differs from package-lock.json`;
}

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Optional packages may be absent: most of them are for other platforms. The entry named '' is this project. */
const isRequired = (folder, entry) => folder !== '' && !entry.optional && !entry.devOptional && !entry.link;
