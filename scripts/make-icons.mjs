/** `npm run icons`: draws assets/icon.svg at every size the platforms ask for, and packs them as .ico (Windows) and .icns (macOS). */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronDist } from './lib/electron-dist.mjs';
import { icns, ico } from './lib/icon-files.mjs';
import { inRepo } from './lib/paths.mjs';
import { main, mustRun } from './lib/process.mjs';
import { appRuntime } from './lib/runtime.mjs';
import { startDisplay, withSessions } from './lib/session.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { temporaryHome } from './lib/unprivileged.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];

main(async () => {
  await ensureDependencies();
  await ensureSystemPackages({ headless: true });
  const drawn = await draw();
  mkdirSync(inRepo('assets/icons'), { recursive: true });
  for (const size of LINUX) writeFileSync(inRepo(`assets/icons/${size}x${size}.png`), drawn.get(size));
  writeFileSync(inRepo('assets/icon.ico'), ico(WINDOWS.map((size) => ({ size, png: drawn.get(size) }))));
  writeFileSync(inRepo('assets/icon.icns'), icns(drawn));
});

/** @returns {Promise<Map<number, Buffer>>} PNG files by their edge length in pixels */
async function draw() {
  const home = temporaryHome('icons');
  const runtime = await appRuntime(await electronDist());
  try {
    await withSessions(process.platform === 'linux' ? [startDisplay()] : [], (session) =>
      mustRun(
        'Drawing the icons',
        runtime.env.TENANTRY_LAUNCHER,
        [`${runtime.root}/scripts/lib/draw-svg.cjs`, `--out=${home}`, `--sizes=${SIZES.join()}`],
        {
          env: { ...process.env, ...runtime.env, ...session, TENANTRY_APP_HOME: home },
        },
      ),
    );
    return new Map(SIZES.map((size) => [size, readFileSync(`${home}/${size}.png`)]));
  } finally {
    rmSync(home, { recursive: true, force: true });
    await runtime.dispose();
  }
}
