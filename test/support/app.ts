import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index';

const ROOT = resolve(import.meta.dirname, '../..');
const WRAPPER = join(import.meta.dirname, 'electron.sh');
const UNPRIVILEGED = 65_534;

export type Keyring = 'unlocked' | 'locked' | 'none';

export interface LaunchOptions {
  /** The user's home: give the same one again to restart the app. */
  home: string;
  args?: readonly string[];
  keyring?: Keyring;
  env?: Record<string, string>;
}

export interface RunningApp {
  electron: ElectronApplication;
  page: Page;
  /** Everything the app printed so far. */
  output(): string;
  close(): Promise<void>;
}

/** A fresh home folder that the app's user owns. */
export function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'tenantry-test-'));
  own(home, 0o700);
  return home;
}

/** Writes the sandbox's cloud definition where the app can read it, for `--cloud`. */
export function cloudFileOf(sandbox: Sandbox, home: string): string {
  const file = join(home, 'cloud.json');
  writeFileSync(file, JSON.stringify(sandbox.cloudDefinition(), null, 2));
  own(file, 0o600);
  return file;
}

/** Starts the built app in a real Electron: unprivileged, with its sandbox on and a real keyring. */
export async function launchApp({ home, args = [], keyring = 'unlocked', env = {} }: LaunchOptions): Promise<RunningApp> {
  const program = process.env.TENANTRY_ELECTRON;
  if (!program) throw new Error('TENANTRY_ELECTRON names no Electron: run the end-to-end tests through "npm test"');
  const electron = await _electron.launch({
    executablePath: WRAPPER,
    chromiumSandbox: true,
    cwd: ROOT,
    args: [ROOT, `--user-data-dir=${home}/tenantry`, ...args],
    env: { ...inherited(), ...env, TEST_HOME: home, TEST_KEYRING: keyring, TEST_ELECTRON: program },
  });
  let printed = '';
  electron.process().stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  electron.process().stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const page = await electron.firstWindow();
  return { electron, page, output: () => printed, close: () => electron.close() };
}

/** Opens an address as the customer's admin would: in a browser that is not Tenantry. */
export async function openBrowser(home: string, url: string): Promise<RunningApp> {
  const program = process.env.TENANTRY_ELECTRON;
  if (!program) throw new Error('TENANTRY_ELECTRON names no Electron');
  const electron = await _electron.launch({
    executablePath: WRAPPER,
    chromiumSandbox: true,
    args: [join(import.meta.dirname, 'browser/main.cjs'), `--user-data-dir=${home}/browser`, url],
    env: { ...inherited(), TEST_HOME: home, TEST_KEYRING: 'none', TEST_ELECTRON: program },
  });
  const page = await electron.firstWindow();
  await page.waitForURL((address) => address.protocol.startsWith('http'));
  return { electron, page, output: () => '', close: () => electron.close() };
}

function own(path: string, mode: number): void {
  chmodSync(path, mode);
  if (process.getuid?.() === 0) chownSync(path, UNPRIVILEGED, UNPRIVILEGED);
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
