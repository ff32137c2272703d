import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index';
import { fromScripts, giveToAppUser, isRoot } from './app-user';

/** This folder; looked for in the clone, as a bench runs from its bundle. */
const support = (): string => join(fromScripts('TENANTRY_APP_DIR'), 'test/support');

export type Keyring = 'unlocked' | 'locked' | 'silent' | 'none';

export interface LaunchOptions {
  /** The user's home: give the same one again to restart the app. */
  home: string;
  args?: readonly string[];
  keyring?: Keyring;
  /** Another program than the built app: its main script. */
  program?: string;
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
  giveToAppUser(home, 0o700);
  return home;
}

/** Writes the sandbox's cloud definition where the app can read it, for `--cloud`. */
export function cloudFileOf(sandbox: Sandbox, home: string): string {
  const file = join(home, 'cloud.json');
  writeFileSync(file, JSON.stringify(sandbox.cloudDefinition(), null, 2));
  giveToAppUser(file, 0o600);
  return file;
}

/** Starts the built app in a real Electron: unprivileged, with its sandbox on and a real keyring. */
export async function launchApp({ home, args = [], keyring = 'unlocked', program }: LaunchOptions): Promise<RunningApp> {
  const electron = await launchElectron(home, keyring, [
    program ?? fromScripts('TENANTRY_APP_DIR'),
    `--user-data-dir=${userDataOf(home)}`,
    // What fades has no colours yet for axe, and what moves cannot be clicked.
    '--force-prefers-reduced-motion',
    ...args,
  ]);
  let printed = '';
  const note = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  electron.process().stdout?.on('data', note);
  electron.process().stderr?.on('data', note);
  const page = await electron.firstWindow();
  // While main reads the larger part of itself, the debugger loses what it is asked for.
  if (program === undefined) await page.locator('#root > *').first().waitFor({ state: 'attached' });
  return { electron, page, output: () => printed, close: () => electron.close() };
}

/** Where the app of this home keeps its data. */
export const userDataOf = (home: string): string => join(home, 'tenantry');

/** Opens an address as the customer's admin would: in a browser that is not Tenantry. */
export async function openBrowser(home: string, url: string): Promise<RunningApp> {
  const program = join(home, 'browser.cjs');
  copyFileSync(join(support(), 'browser/main.cjs'), program);
  giveToAppUser(program, 0o600);
  const electron = await launchElectron(home, 'none', [program, `--user-data-dir=${home}/browser`, url]);
  const page = await electron.firstWindow();
  await page.waitForURL((address) => address.protocol.startsWith('http'));
  return { electron, page, output: () => '', close: () => electron.close() };
}

/** The program that starts others inside the desktop session of this home. */
export function sessionOf(home: string): string {
  const session = join(home, 'keyring-session.sh');
  copyFileSync(join(support(), 'keyring-session.sh'), session);
  giveToAppUser(session, 0o700);
  return session;
}

/** Electron inside the user's session; as root the launcher of scripts/ steps down to the app's user first. */
function launchElectron(home: string, keyring: Keyring, args: string[]): Promise<ElectronApplication> {
  const session = sessionOf(home);
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    TEST_HOME: home,
    TEST_KEYRING: keyring,
    TEST_ELECTRON: fromScripts('TENANTRY_ELECTRON'),
    TENANTRY_APP_HOME: home,
    TENANTRY_ELECTRON: session,
  };
  return _electron.launch({ executablePath: isRoot ? fromScripts('TENANTRY_LAUNCHER') : session, chromiumSandbox: true, args, env });
}
