/**
 * `npm run lockfile`: names in package-lock.json the platform packages that the registry in reach did not serve.
 *
 * npm leaves an optional package out of the lock file when it cannot read it, and then refuses `npm ci`, since the lock file is
 * incomplete. Their versions are written in the package that wants them, their platform is in their name; only the checksum is missing,
 * which npm then takes from the registry of whoever installs on that platform.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatformPackages } from './lib/lockfile.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, PlainError, say } from './lib/process.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT = /^\d+\.\d+\.\d+$/;

main(async () => {
  const file = inRepo('package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPlatformPackages(lock);
  for (const { name, range, wantedBy } of missing) {
    if (!EXACT.test(range)) throw new PlainError(`${name} ${range}: not an exact version, so this script cannot know which one is meant.`);
    lock.packages[`node_modules/${name}`] = { version: range, ...platform(name), ...(wantedBy.dev ? { dev: true } : {}), optional: true };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${missing.length} packages added to package-lock.json.`);
});

/** Reads '@scope/binding-linux-arm64-musl' as npm's own os, cpu and libc fields. */
function platform(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (!os || !cpu) throw new PlainError(`${name}: its platform cannot be read from its name.`);
  const musl = words.some((word) => word.startsWith('musl'));
  const gnu = words.some((word) => word.startsWith('gnu'));
  const libc = os === 'linux' && (musl || gnu) ? { libc: [musl ? 'musl' : 'glibc'] } : {};
  return { cpu: [cpu], ...libc, os: [os] };
}
