import { resolve } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { pureContract } from './scripts/lib/pure-contract.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Native packages stay outside the bundles; everything else main needs is inside, so the packaged app has no node_modules but these. */
const NATIVE = ['electron', 'better-sqlite3-multiple-ciphers', '@napi-rs/keyring'];

/** The licence texts of what a bundle holds, written beside it: they ship with it. */
const license = { fileName: 'third-party-licences.md' };

export default defineConfig({
  main: {
    plugins: [lingui()],
    // The Azure SDK opens the browser with this package; ours hands the address to the one door for links.
    resolve: { alias: { open: at('main/identity/key-vault/sdk-browser.ts') } },
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      license,
      externalizeDeps: false,
      rolldownOptions: {
        external: NATIVE,
        input: {
          index: at('main/index.ts'),
          'keychain-process': at('main/secrets/keychain-process.ts'),
          'store-process': at('main/app/store-process.ts'),
          'sync-process': at('main/incidents/sync-process.ts'),
          'hunting-process': at('main/hunting/hunting-process.ts'),
          'hunting-reader': at('main/hunting/spill/spill-reader.ts'),
          'sandbox-process': at('main/app/sandbox-process.ts'),
        },
        // All in one folder: whatever piece code ends up in, `__dirname` is where the programs of the processes lie.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file: it cannot load a shared chunk.
      isolatedEntries: true,
      rolldownOptions: {
        external: ['electron'],
        input: { index: at('preload/index.ts'), 'secret-prompt': at('preload/secret-prompt.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    // The page parses with few of the schemas; the others would be made at every start.
    plugins: [react(), lingui(), pureContract()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      license,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: at('renderer/index.html'),
          'secret-prompt': at('renderer/secret-prompt/index.html'),
          'proxy-prompt': at('renderer/proxy-prompt/index.html'),
        },
        // What the page begins with is one file, whatever parts of it later pieces use as well: each file is a way through main.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: (id) => !id.includes('-prompt') }] } },
      },
    },
  },
});
