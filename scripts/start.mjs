/**
 * `npm start [-- --sandbox] [-- --cloud=FILE] [-- --dev]`: installs what is missing, builds what is old, and opens Tenantry.
 * On Linux without a display it walks the main job through the real app on an X server of its own instead (scripts/tour.mjs).
 */
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronDist } from './lib/electron-dist.mjs';
import { inRepo } from './lib/paths.mjs';
import { isRoot, main, PlainError, run, say } from './lib/process.mjs';
import { appRuntime } from './lib/runtime.mjs';
import { startDisplay, startKeyring, withSessions } from './lib/session.mjs';
import { bindingMustBeBuilt } from './lib/sqlite-binding.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { persistentHome, readableUnprivileged } from './lib/unprivileged.mjs';

const CLOUD = '--cloud=';

main(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--dev');
  const dev = process.argv.includes('--dev');
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

  await ensureDependencies();
  const electron = await electronDist();
  await ensureSystemPackages({ headless, compile: bindingMustBeBuilt(electron.nodeApi) });
  if (!dev) await ensureBuild();
  const runtime = await appRuntime(electron);
  try {
    if (headless) return await tour(runtime, args);
    return await open(runtime, args, dev);
  } finally {
    await runtime.dispose();
  }
});

/** The app in a window; returns when it is closed. */
async function open(runtime, args, dev) {
  const env = { ...process.env, ...runtime.env };
  const options = { env, cwd: runtime.root, stdio: 'inherit' };
  const appArgs = args.map((arg) =>
    arg.startsWith(CLOUD) ? CLOUD + path.resolve(process.env.INIT_CWD ?? '.', arg.slice(CLOUD.length)) : arg,
  );
  if (isRoot()) {
    env.TENANTRY_APP_HOME = persistentHome();
    say(`Running as root: the app itself runs as an unprivileged user (its files are in ${env.TENANTRY_APP_HOME}).`);
    const unreadable = appArgs.find((arg) => arg.startsWith(CLOUD) && !readableUnprivileged(arg.slice(CLOUD.length)));
    if (unreadable)
      throw new PlainError(`${unreadable.slice(CLOUD.length)} cannot be read by that user. Please put it where everyone may read.`);
  }
  if (!dev) return run(env.TENANTRY_LAUNCHER, [env.TENANTRY_APP_DIR, ...appArgs], options);
  const vite = path.join(runtime.root, 'node_modules/electron-vite/bin/electron-vite.js');
  env.ELECTRON_EXEC_PATH = env.TENANTRY_LAUNCHER;
  return run(process.execPath, [vite, 'dev', '--watch', '--', ...appArgs], options);
}

/** The app without a person: a display and a keyring of our own, driven through its real UI. */
function tour(runtime, args) {
  say('There is no display here: Tenantry runs on a virtual one and walks through its main job by itself.');
  return withSessions([startDisplay(), startKeyring({ unprivileged: true })], (sessionEnv) =>
    run(process.execPath, [path.join(runtime.root, 'scripts/tour.mjs'), ...args], {
      // The copy that the app may run from goes away; the pictures stay here.
      env: { TENANTRY_SCREENSHOTS: inRepo('screenshots'), ...process.env, ...runtime.env, ...sessionEnv },
    }),
  );
}
