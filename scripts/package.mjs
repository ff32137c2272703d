/**
 * `npm run package [-- target…]`: builds packages into release/. Without targets: what this machine can make.
 * `--release` insists on the `electron` package's own runtime. Nothing is ever published from here.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronDist } from './lib/electron-dist.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, mustRun, PlainError, say } from './lib/process.mjs';
import { bindingMustBeBuilt, sqliteBinding } from './lib/sqlite-binding.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

const PLATFORM = { linux: '--linux', win32: '--win', darwin: '--mac' }[process.platform];
/** What needs no tool that electron-builder would have to download. */
const OFFLINE_TARGETS = ['dir', 'deb'];
const ARCHIVES = ['tar.gz', 'tar.xz', 'zip', '7z'];

main(async () => {
  const words = process.argv.slice(2);
  const named = words.filter((word) => !word.startsWith('--'));
  await ensureDependencies();
  const electron = await electronDist({ strict: words.includes('--release') });
  await ensureSystemPackages({ compile: bindingMustBeBuilt(electron.nodeApi), package: true });
  await build();

  const local = electron.source === 'fallback';
  const targets = named.length > 0 ? named : local ? OFFLINE_TARGETS : [];
  const impossible = local ? targets.filter((target) => !OFFLINE_TARGETS.includes(target)) : [];
  if (impossible.length > 0)
    throw new PlainError(
      `Not with the fallback Electron: ${impossible.join(', ')} (docs/building.md). It makes: ${OFFLINE_TARGETS.join(', ')}.`,
    );

  const config = local ? await localConfig(electron) : {};
  // A .deb leaves a note in the app's folder about how it was installed; archives of the same run would carry it along.
  const archives = targets.filter((target) => ARCHIVES.includes(target));
  const others = targets.filter((target) => !ARCHIVES.includes(target));
  if (archives.length > 0) await electronBuilder(archives, config, local);
  if (others.length > 0 || targets.length === 0) await electronBuilder(others, config, local);
  say(`The packages are in ${inRepo('release')}.`);
});

/** How packages made with the fallback runtime differ: they carry its store binding and say `-local` in their names. */
async function localConfig(electron) {
  say('These packages contain the fallback Electron: for trying out on this machine, not for giving away.');
  const binding = await sqliteBinding(electron.nodeApi);
  return {
    electronDist: electron.dist,
    electronVersion: electron.version,
    artifactName: '${name}-${version}-local-${arch}.${ext}',
    ...(binding ? { extraResources: [{ from: binding, to: 'sqlite/better_sqlite3.node' }] } : {}),
  };
}

async function electronBuilder(targets, overrides, local) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenantry-package-'));
  const config = path.join(folder, 'electron-builder.json');
  try {
    await writeFile(config, JSON.stringify({ extends: inRepo('electron-builder.yml'), ...overrides }));
    const env = { ...process.env, ...(local ? { CUSTOM_FPM_PATH: inRepo('scripts/fpm-on-dpkg.mjs') } : {}) };
    const args = [inRepo('node_modules/electron-builder/cli.js'), PLATFORM, ...targets, '--config', config, '--publish', 'never'];
    // One line of 20,000 characters about packages that are bundled and not packed.
    const keepLine = (line) => !line.includes('duplicate dependency references');
    await mustRun('electron-builder', process.execPath, args, { env, keepLine });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
