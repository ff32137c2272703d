/**
 * `npm run bench -- NAME [option…]`: bundles test/bench/NAME.ts and the processes it may start, and runs it in Node. The last line is JSON.
 * A bench with parts in Electron (test/bench/processes/NAME-app.ts) is given what starts one. Wants a quiet machine.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { bundlePrograms } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronDist } from './lib/electron-dist.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, PlainError, run } from './lib/process.mjs';
import { appRuntime } from './lib/runtime.mjs';
import { startDisplay, withSessions } from './lib/session.mjs';
import { ownNodeApi, sqliteBinding } from './lib/sqlite-binding.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

const PROCESSES = inRepo('test/bench/processes');

main(async () => {
  const [name = '', ...options] = process.argv.slice(2);
  if (!/^[a-z-]+$/.test(name) || !existsSync(inRepo(`test/bench/${name}.ts`))) {
    throw new PlainError('Name a bench of test/bench: npm run bench -- store');
  }
  await ensureDependencies();
  const inElectron = existsSync(path.join(PROCESSES, `${name}-app.ts`));
  const script = await bundle(name, inElectron);
  // What is made once for many runs lies there.
  const cache = { TENANTRY_BENCH_CACHE: inRepo('.cache/bench') };
  const start = (env, root) =>
    run(process.execPath, ['--expose-gc', path.join(root, script), ...options], { env: { ...process.env, ...cache, ...env } });
  const binding = await sqliteBinding(ownNodeApi);
  const own = binding ? { TENANTRY_SQLITE_BINDING: binding } : {};
  return inElectron ? withElectron((env, root) => start({ ...own, ...env }, root)) : start(own, inRepo());
});

/** @returns {Promise<string>} the bundle of the bench, inside the clone; its processes lie beside it */
async function bundle(name, withProcesses) {
  const outDir = `out/bench/${name}`;
  const processes = withProcesses
    ? readdirSync(PROCESSES)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.join(PROCESSES, file))
    : [];
  const entries = [inRepo(`test/bench/${name}.ts`), ...processes];
  await bundlePrograms(
    inRepo(outDir),
    Object.fromEntries(entries.map((file) => [path.basename(file, '.ts'), file])),
    'chunks/[name]-[hash].cjs',
  );
  await bundlePage(name, `${outDir}/page`);
  return path.join(outDir, `${name}.cjs`);
}

/** The page a bench shows beside the app's, if it has one. */
async function bundlePage(name, outDir) {
  const root = inRepo('test/bench/pages', name);
  if (!existsSync(root)) return;
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    base: './',
    build: { target: 'chrome130', outDir: inRepo(outDir), emptyOutDir: true },
  });
}

/** With a runtime for the app and, on Linux, a display of its own. */
async function withElectron(start) {
  const electron = await electronDist();
  await ensureBuild();
  await ensureSystemPackages({ headless: true });
  const runtime = await appRuntime(electron);
  try {
    return await withSessions(process.platform === 'linux' ? [startDisplay()] : [], (session) =>
      start({ ...runtime.env, ...session }, runtime.root),
    );
  } finally {
    await runtime.dispose();
  }
}
