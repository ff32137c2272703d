/**
 * `npm run test:recorded -- DIR`: sends every *.json of a folder through the app's own provider, reading process, store and queries in
 * Electron, and says what was lost against the files (nothing may be). The folder may lie anywhere. Exit code 1 on a loss or crash.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundlePrograms } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronDist } from './lib/electron-dist.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, PlainError, run } from './lib/process.mjs';
import { bindingMustBeBuilt, sqliteBinding } from './lib/sqlite-binding.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

const OUT = inRepo('out/recorded');

main(async () => {
  const [given] = process.argv.slice(2);
  if (!given) throw new PlainError('Name the folder: npm run test:recorded -- DIR');
  // npm runs scripts in the repository; a relative path is meant from where the person stands.
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new PlainError(`${folder} is not a folder.`);

  await ensureDependencies();
  const electron = await electronDist();
  await ensureSystemPackages({ compile: bindingMustBeBuilt(electron.nodeApi) });
  const binding = await sqliteBinding(electron.nodeApi);
  // All in one folder: the processes are looked for beside the script that starts them.
  await bundlePrograms(OUT, {
    main: inRepo('test/recorded/main.ts'),
    'store-process': inRepo('main/app/store-process.ts'),
    'sync-process': inRepo('main/incidents/sync-process.ts'),
  });

  // No page and no window: Chromium needs no display, and its sandbox has nothing to keep in.
  const windowless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', '--no-sandbox'] : [];
  const env = { ...process.env, TENANTRY_RECORDED_DIR: folder, ...(binding ? { TENANTRY_SQLITE_BINDING: binding } : {}) };
  return run(electron.executable, [...windowless, path.join(OUT, 'main.cjs')], { env });
});
