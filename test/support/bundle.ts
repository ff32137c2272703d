import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Bundles a TypeScript file for a child process of plain Node; native packages stay outside. Some things can only be tried in a process that
 * can be killed, or that has another session bus.
 * @param entry path from the repository's root
 * @returns path of the bundle, inside the repository so that packages are found
 */
export async function bundleForNode(entry: string, name: string): Promise<string> {
  const outDir = join(ROOT, '.cache/test-bundles', String(process.pid));
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, entry),
      target: 'node20',
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs` } },
    },
    ssr: { noExternal: true, external: ['@napi-rs/keyring', 'better-sqlite3-multiple-ciphers'] },
  });
  return join(outDir, `${name}.cjs`);
}
