import { inRepo } from './paths.mjs';

/**
 * Bundles programs of test/ from the sources, each as one CommonJS file with the chunks they share beside it. What is native stays outside.
 * In: the folder, emptied first; the files by the name of their bundle; how chunks are called, where they shall not lie between the programs.
 */
export async function bundlePrograms(outDir, input, chunkFileNames = '[name]-[hash].cjs') {
  // Not at the top: in a fresh clone there is no vite before the dependencies are installed.
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: inRepo('.'),
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input,
        external: ['electron', 'better-sqlite3-multiple-ciphers', '@napi-rs/keyring', '@playwright/test'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames },
      },
    },
  });
}
