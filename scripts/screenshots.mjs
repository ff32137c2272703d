/**
 * `npm run screenshots`: walks the tour without a display and keeps the README's pictures of it in assets/screenshots; then takes a picture of
 * every screen in every theme and language, in screenshots/gallery. `-- gallery`: those alone; after it the languages, themes and parts
 * (first-steps, queue, tenants, hunting, weather) that are wanted, and `small` or `zoomed` for a window of the least size or at 200 %:
 * `-- gallery sv dark queue small`.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRepo } from './lib/paths.mjs';
import { main, run } from './lib/process.mjs';

const KEPT = {
  'incident-light-1920x1080.png': 'incidents-light.png',
};

main(async () => {
  const folder = inRepo('screenshots');
  const [first, ...wanted] = process.argv.slice(2);
  const alone = first === 'gallery';
  const env = {
    ...process.env,
    TENANTRY_SCREENSHOTS: folder,
    TENANTRY_GALLERY: wanted.join(' '),
    TENANTRY_TOUR: alone ? 'gallery.spec' : 'tour.spec gallery.spec',
  };
  delete env.DISPLAY;
  delete env.WAYLAND_DISPLAY;
  const code = await run(process.execPath, [inRepo('scripts/start.mjs'), '--sandbox'], { env });
  if (code === 0 && !alone) {
    mkdirSync(inRepo('assets/screenshots'), { recursive: true });
    for (const [made, kept] of Object.entries(KEPT)) copyFileSync(path.join(folder, made), inRepo('assets/screenshots', kept));
  }
  return code;
});
