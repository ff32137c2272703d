import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, '../../../scripts/sandbox.mjs');

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts `npm run sandbox` and gives what it printed once its last paragraph is there. */
function start(args: string[]): Promise<string> {
  return new Promise((done, failed) => {
    const started = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let output = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('/__sandbox\n')) done(output);
    });
    started.once('exit', (code) => failed(new Error(`ended with ${code}: ${output}`)));
  });
}

it('prints lines that work when they are pasted, and ends when asked to', async () => {
  const cloudFile = join(folder, 'cloud.json');
  const output = await start(['--port', '0', '--tenants', '3', '--incidents', '4', '--cloud-file', cloudFile]);
  const pasted = output.slice(output.indexOf('  TOKEN='), output.indexOf('\n\nGive consent'));
  const answer = spawnSync('bash', ['-c', pasted], { encoding: 'utf8' });
  expect((JSON.parse(answer.stdout) as { value: unknown[] }).value).toHaveLength(2);
  const cloud = JSON.parse(readFileSync(cloudFile, 'utf8')) as { loginBase: string };
  expect(output).toContain(`Sandbox cloud at ${cloud.loginBase} `);
  expect(output).toContain(`npm start -- --cloud=${cloudFile}`);
  const link = /(http\S+\/common\/oauth2\/authorize\S+)/.exec(output)?.[1] ?? '';
  expect((await fetch(link)).status).toBe(200);

  const ended = new Promise((resolveExit) => child?.once('exit', resolveExit));
  child?.kill('SIGINT');
  expect(await ended).toBe(0);
});

it('refuses what is not a number in a sentence', () => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, '--port', 'abc'], { encoding: 'utf8' });
  expect([status, stderr.trim()]).toEqual([1, '--port needs a whole number, not "abc".']);
});
