/**
 * `npm test [suite…] [filter…]`: installs what is missing and runs the suites, all of them unless some are named
 * (check build unit integration recorded e2e packaged). `packaged` makes the packages first, so it runs only when it is named or
 * TENANTRY_TEST_PACKAGED=1. Any other word goes to the test runner as a file filter.
 * The last line is the total over all suites.
 */
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronDist } from './lib/electron-dist.mjs';
import { main, PlainError, say } from './lib/process.mjs';
import { bindingMustBeBuilt, ownNodeApi } from './lib/sqlite-binding.mjs';
import { suites } from './lib/suites.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

/** What can only follow a build. */
const NEEDS_BUILD = ['recorded', 'e2e', 'packaged'];

main(async () => {
  const words = process.argv.slice(2);
  const named = Object.keys(suites).filter((name) => words.includes(name));
  const byDefault = Object.keys(suites).filter((name) => name !== 'packaged' || process.env.TENANTRY_TEST_PACKAGED === '1');
  const chosen = withBuild(named.length > 0 ? named : byDefault);
  const filters = words.filter((word) => !(word in suites));

  const results = await prepare(chosen).then(
    (electron) => runAll(chosen, { electron, filters }),
    (error) => [{ name: 'prepare', ...crashed(error) }],
  );
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  say('');
  for (const result of results) say(`${result.name.padEnd(12)} ${closingLine(result)}  (${result.seconds ?? 0} s)`);
  for (const { name, names = [] } of results) for (const one of names) say(`failed in ${name}: ${one}`);
  const failed = total('failed');
  console.log(closingLine({ passed: total('passed'), failed, skipped: total('skipped') }));
  return failed === 0 ? 0 : 1;
});

const withBuild = (chosen) =>
  Object.keys(suites).filter((name) => chosen.includes(name) || (name === 'build' && chosen.some((one) => NEEDS_BUILD.includes(one))));

const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

async function prepare(chosen) {
  await ensureDependencies();
  const electron = NEEDS_BUILD.some((name) => chosen.includes(name)) ? await electronDist() : undefined;
  const compile = bindingMustBeBuilt(Math.min(ownNodeApi, electron?.nodeApi ?? ownNodeApi));
  await ensureSystemPackages({ headless: true, compile, package: chosen.includes('packaged') });
  return electron;
}

async function runAll(chosen, context) {
  const results = [];
  let buildFailed = false;
  for (const name of chosen) {
    if (buildFailed && NEEDS_BUILD.includes(name)) continue;
    say(`\n── ${name}`);
    const started = Date.now();
    const totals = await suites[name](context).catch(crashed);
    if (name === 'build') buildFailed = totals.failed > 0;
    results.push({ name, ...totals, seconds: Math.round((Date.now() - started) / 1000) });
  }
  return results;
}

/** A suite that could not run is one failure. */
function crashed(error) {
  say(error instanceof PlainError ? error.message : String(error?.stack ?? error));
  return { passed: 0, failed: 1, skipped: 0 };
}
