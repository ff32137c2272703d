/** `npm run build`: bundles the app into out/. */
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/process.mjs';

main(async () => {
  await ensureDependencies();
  await build();
});
