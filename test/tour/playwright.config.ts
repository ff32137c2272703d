import { defineConfig } from '@playwright/test';

/** The tour that `npm start -- --sandbox` walks where there is no display. Prints its own summary. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/tour',
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['dot']],
});
