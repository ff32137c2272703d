import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { checks } from './checks.mjs';
import { failedInPlaywright, failedInVitest } from './failed-tests.mjs';
import { inRepo } from './paths.mjs';
import { run } from './process.mjs';
import { appRuntime } from './runtime.mjs';
import { startDisplay, startKeyring, withSessions } from './session.mjs';
import { ownNodeApi, sqliteBinding } from './sqlite-binding.mjs';

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed a suite that ends badly without naming a failed test counts as one
 * @property {number} skipped
 * @property {string[]} [names] of the tests that failed, each with the first line of why
 *
 * @typedef {object} SuiteContext
 * @property {import('./electron-dist.mjs').ElectronDist} electron
 * @property {string[]} filters passed on to the test runner: file names or parts of them
 */

/** Every suite in the order of `npm test`. @type {Record<string, (context: SuiteContext) => Promise<Totals>>} */
export const suites = { check, build: bundle, unit, integration, recorded, e2e, packaged };

const RECORDED_PAYLOADS = inRepo('../shared/fixtures/recorded');

async function check() {
  const results = [];
  for (const one of checks) results.push(await one.run());
  return count(results);
}

async function bundle() {
  await build();
  return count([]);
}

async function unit({ filters }) {
  return vitest('unit', filters, await bindingForNode());
}

function integration({ filters }) {
  return withSessions([startKeyring()], async (session) => vitest('integration', filters, { ...session, ...(await bindingForNode()) }));
}

/** Payloads that were recorded elsewhere, where this machine has them: one test over the whole folder. */
async function recorded() {
  if (!existsSync(RECORDED_PAYLOADS)) return count([]);
  const env = { ...process.env, ...(await bindingForNode()) };
  return count([(await run(process.execPath, [inRepo('scripts/test-recorded.mjs'), RECORDED_PAYLOADS], { env })) === 0]);
}

function e2e({ electron, filters }) {
  return playwright(electron, filters, { TENANTRY_TEST_PACKAGED: '0' });
}

/** The packaged app: made here first, so that what is tested is what the sources say now. */
async function packaged({ electron }) {
  if ((await run(process.execPath, [inRepo('scripts/package.mjs'), 'dir', 'deb'])) !== 0) return count([false]);
  return playwright(electron, ['packaged.spec.ts'], { TENANTRY_TEST_PACKAGED: '1' });
}

async function bindingForNode() {
  const file = await sqliteBinding(ownNodeApi);
  return file ? { TENANTRY_SQLITE_BINDING: file } : {};
}

function vitest(project, filters, env) {
  return withReport(async (report) => {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
    const code = await run(process.execPath, [inRepo('node_modules/vitest/vitest.mjs'), ...args], { env: { ...process.env, ...env } });
    return {
      code,
      read: (json) => ({
        passed: json.numPassedTests,
        failed: json.numFailedTests,
        skipped: json.numPendingTests + json.numTodoTests,
        names: failedInVitest(json),
      }),
    };
  });
}

async function playwright(electron, filters, extraEnv) {
  const runtime = await appRuntime(electron);
  const needed = process.platform === 'linux' ? [startDisplay(), startKeyring({ unprivileged: true })] : [];
  try {
    return await withSessions(needed, (session) =>
      withReport(async (report) => {
        const env = { ...process.env, ...runtime.env, ...session, ...extraEnv, TENANTRY_E2E_REPORT: report };
        const cli = path.join(runtime.root, 'node_modules/@playwright/test/cli.js');
        const code = await run(process.execPath, [cli, 'test', `--output=${inRepo('test-results')}`, ...filters], {
          cwd: runtime.root,
          env,
        });
        const read = ({ stats, suites: files }) => ({
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky,
          skipped: stats.skipped,
          names: files.flatMap(failedInPlaywright),
        });
        return { code, read };
      }),
    );
  } finally {
    await runtime.dispose();
  }
}

/** Runs a test runner that writes its results to a file, and reads the totals from there. */
async function withReport(body) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenantry-report-'));
  const report = path.join(folder, 'report.json');
  try {
    const { code, read } = await body(report);
    if (!existsSync(report)) return count([false]);
    const totals = read(JSON.parse(await readFile(report, 'utf8')));
    return { ...totals, failed: code === 0 ? totals.failed : Math.max(1, totals.failed) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {boolean[]} results one per test @returns {Totals} */
const count = (results) => ({ passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length, skipped: 0 });
