/** `npm run check [-- types lint format unused]`: types, lint and import zones, formatting, dead code. */
import { ensureDependencies } from './lib/dependencies.mjs';
import { checks } from './lib/checks.mjs';
import { main, PlainError, say } from './lib/process.mjs';

main(async () => {
  await ensureDependencies();
  const wanted = process.argv.slice(2);
  const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) throw new PlainError(`Unknown check. Known: ${checks.map(({ name }) => name).join(' ')}`);
  const failed = [];
  for (const check of chosen) {
    if (!(await check.run())) failed.push(check.name);
  }
  say(failed.length === 0 ? `check: ${chosen.map(({ name }) => name).join(', ')} passed` : `check: ${failed.join(', ')} failed`);
  return failed.length === 0 ? 0 : 1;
});
