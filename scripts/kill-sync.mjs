/**
 * `npm run test:kill [-- KILLS [SEED]]`: reads from the sandbox in a process that is killed (SIGKILL) at random moments, fifty times, and checks after
 * each kill that nothing is lost or doubled and that reading goes on where it stopped. The last line is JSON. Exit code 1 when it is not so.
 */
import { bundlePrograms } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, PlainError, run } from './lib/process.mjs';
import { ownNodeApi, sqliteBinding } from './lib/sqlite-binding.mjs';

const OUT = inRepo('out/kill');

main(async () => {
  const numbers = process.argv.slice(2);
  if (numbers.some((word) => !/^\d+$/.test(word))) throw new PlainError('Only numbers: npm run test:kill -- KILLS SEED');
  const [kills = '50', seed = '1'] = numbers;
  await ensureDependencies();
  const binding = await sqliteBinding(ownNodeApi);
  await bundlePrograms(OUT, { main: inRepo('test/kill/main.ts'), 'reader-child': inRepo('test/support/histories/reader-child.ts') });
  const env = { ...process.env, ...(binding ? { TENANTRY_SQLITE_BINDING: binding } : {}) };
  return run(process.execPath, [`${OUT}/main.cjs`, kills, seed, `${OUT}/reader-child.cjs`], { env });
});
