/** `npm run screenshots`: walks the tour without a display and keeps the README's pictures of it in assets/screenshots. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepo } from './lib/paths.mjs';
import { main, run } from './lib/process.mjs';

const KEPT = {
  'incident-light-1920x1080.png': 'incidents-light.png',
};

main(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenantry-screenshots-'));
  const env = { ...process.env, TENANTRY_SCREENSHOTS: folder };
  delete env.DISPLAY;
  delete env.WAYLAND_DISPLAY;
  const code = await run(process.execPath, [inRepo('scripts/start.mjs'), '--sandbox'], { env });
  if (code === 0) {
    mkdirSync(inRepo('assets/screenshots'), { recursive: true });
    for (const [made, kept] of Object.entries(KEPT)) copyFileSync(path.join(folder, made), inRepo('assets/screenshots', kept));
  }
  rmSync(folder, { recursive: true, force: true });
  return code;
});
