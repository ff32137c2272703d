/**
 * Walks the main job through the real app by itself: what `npm start` does where there is no display. Needs a display in DISPLAY and what
 * scripts/lib/runtime.mjs sets. Any other profile than the sandbox needs a person, and says so.
 */
import { inRepo } from './lib/paths.mjs';
import { main, PlainError, run } from './lib/process.mjs';

main(async () => {
  if (process.argv.slice(2).some((arg) => arg.startsWith('--cloud'))) {
    throw new PlainError('Without a display Tenantry can only walk through its own sandbox: npm start -- --sandbox');
  }
  const env = { ...process.env, TENANTRY_SCREENSHOTS: process.env.TENANTRY_SCREENSHOTS ?? inRepo('screenshots') };
  const cli = inRepo('node_modules/@playwright/test/cli.js');
  const walks = (process.env.TENANTRY_TOUR ?? 'tour.spec').split(' ');
  return run(process.execPath, [cli, 'test', '-c', inRepo('test/tour/playwright.config.ts'), ...walks], { env });
});
