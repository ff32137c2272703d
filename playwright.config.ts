import { defineConfig } from '@playwright/test';

const reports = process.env.TENANTRY_E2E_REPORT;

/** The real app in a real Electron, one at a time. Starting it with its sandbox on is the job of test/support. */
export default defineConfig({
  testDir: 'test/e2e',
  // The packaged app is another build: only the run that made it may ask for it.
  testIgnore: process.env.TENANTRY_TEST_PACKAGED === '1' ? [] : ['**/packaged.spec.ts'],
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: reports ? [['list'], ['json', { outputFile: reports }]] : [['list']],
});
