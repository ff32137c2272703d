import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';

const LAUNCHER = resolve(import.meta.dirname, '../../scripts/electron-unprivileged.sh');

export interface PackagedApp {
  page: Page;
  /** Process ids of the page processes, as the browser process reports them. */
  rendererPids(): Promise<number[]>;
  close(): Promise<void>;
}

/**
 * Starts a packaged build as an unprivileged user. Its fuses shut Node's inspector, which Playwright's own Electron launcher needs, so it
 * is driven over Chromium's debugging port.
 * @param executable the packaged program
 * @param home home folder of the app's user
 */
export async function launchPackaged(executable: string, home: string, args: readonly string[]): Promise<PackagedApp> {
  const env: NodeJS.ProcessEnv = { ...process.env, TENANTRY_ELECTRON: executable, TENANTRY_APP_HOME: home };
  // The binding for the unpackaged app must not help out: the package brings its own.
  delete env.TENANTRY_SQLITE_BINDING;
  const child = spawn(LAUNCHER, ['--remote-debugging-port=0', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const page = await appPage(browser);
  return { page, rendererPids: () => rendererPids(browser), close: () => close(browser, child) };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const printed: string[] = [];
    child.once('error', failed).once('exit', (code) => failed(new Error(`The packaged app ended with ${code}:\n${printed.join('\n')}`)));
    if (!child.stderr) return failed(new Error('stderr is not piped'));
    createInterface({ input: child.stderr }).on('line', (line) => {
      printed.push(line);
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) found(address);
    });
  });
}

async function appPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('The packaged app has no browser context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^app:/);
  return page;
}

async function rendererPids(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

async function close(browser: Browser, child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await browser.close();
  child.kill('SIGTERM');
  await gone;
}
