import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';

/** Two projects: `unit` touches nothing outside its process, `integration` uses real sockets, a real keyring and the real store. */
export default defineConfig({
  plugins: [lingui()],
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    setupFiles: ['test/support/words.ts'],
    projects: [
      // Random comparisons take seconds where other work is done beside them.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
