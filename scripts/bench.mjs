/**
 * `npm run bench -- NAME [option…]`: bundles test/bench/NAME.ts and runs it in Node. The last line is JSON. Wants a quiet machine.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, PlainError, run } from './lib/process.mjs';
import { ownNodeApi, sqliteBinding } from './lib/sqlite-binding.mjs';

main(async () => {
  const [name = '', ...options] = process.argv.slice(2);
  const entry = inRepo(`test/bench/${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) throw new PlainError('Name a bench of test/bench: npm run bench -- store');
  await ensureDependencies();
  const binding = await sqliteBinding(ownNodeApi);
  const { build } = await import('vite');
  const outDir = inRepo(`out/bench/${name}`);
  await build({
    configFile: false,
    logLevel: 'warn',
    root: inRepo('.'),
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3-multiple-ciphers', '@napi-rs/keyring'],
        output: { format: 'cjs', entryFileNames: `${name}.cjs` },
      },
    },
  });
  const env = { ...process.env, ...(binding ? { TENANTRY_SQLITE_BINDING: binding } : {}) };
  return run(process.execPath, ['--expose-gc', path.join(outDir, `${name}.cjs`), ...options], { env });
});
