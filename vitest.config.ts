import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';

/** Two projects: `unit` touches nothing outside its process, `integration` uses real sockets, a real keyring and the real store. */
export default defineConfig({
  plugins: [lingui()],
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    setupFiles: ['test/support/words.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node' } },
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
