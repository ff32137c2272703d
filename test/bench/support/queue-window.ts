import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { IncidentQuery } from '../../../contract/incident';
import { parseCloudFile, profileIdOf } from '../../../main/cloud/cloud-file';
import { STORE_PROCESS } from '../../../main/utility/programs';
import { freshHome, launchApp, type RunningApp, sessionOf, userDataOf } from '../../support/app';
import { fromScripts, giveToAppUser, isRoot } from '../../support/app-user';
import { BENCH_KEY, copyOf, type MillionStore } from './million-store';
import { type ProcessUse, processUse } from './process-use';

/** Nothing listens there: what is measured is the queue, not reading. */
const NOWHERE = 'http://127.0.0.1:9';
const CLOUD = { id: 'bench', name: 'Bench', loginBase: NOWHERE, apiBase: NOWHERE, scope: `${NOWHERE}/.default` };

/** Of half a second: so little is no work. */
const RESTING_MS = 30;

export interface Frames {
  fps: number;
  longestMs: number;
}

/** A home whose app finds the store of a million incidents, and the key to it in its keychain. */
export function homeWith(store: MillionStore): string {
  const home = freshHome();
  const file = join(home, 'cloud.json');
  writeFileSync(file, JSON.stringify(CLOUD));
  giveToAppUser(file, 0o600);
  const profile = profileIdOf(parseCloudFile(JSON.stringify(CLOUD)));
  const folder = join(userDataOf(home), 'profiles', profile);
  for (const part of copyOf(store, join(folder, 'tenantry.db'))) giveToAppUser(part, 0o600);
  for (let at = folder; at !== home; at = dirname(at)) giveToAppUser(at, 0o700);
  setSecret(home, [`Tenantry ${profile}`, 'store key', Buffer.from(BENCH_KEY).toString('hex')]);
  return home;
}

/** As the app's user, in the session the app will be started in. */
function setSecret(home: string, values: readonly string[]): void {
  const uid = isRoot ? Number(fromScripts('TENANTRY_APP_UID')) : undefined;
  const own = join(dirname(process.argv[1] ?? ''), 'set-secret.cjs');
  const env = { ...process.env, TEST_HOME: home, TEST_KEYRING: 'unlocked', TEST_ELECTRON: process.execPath };
  const { status, stderr } = spawnSync(sessionOf(home), [own, ...values], { env, ...(uid === undefined ? {} : { uid, gid: uid }) });
  if (status !== 0) throw new Error(`The key could not be put into the keychain: ${stderr.toString()}`);
}

/** The built app with its queue on screen. */
export class QueueWindow {
  private constructor(
    private readonly app: RunningApp,
    /** From the start of the main process until rows stand in the list. */
    readonly startMs: number,
  ) {}

  static async open(home: string): Promise<QueueWindow> {
    const app = await launchApp({ home, args: [`--cloud=${join(home, 'cloud.json')}`, '--log-level=3'] });
    return new QueueWindow(app, await untilShown(app, '.table-row strong'));
  }

  /** How long an answer takes as the page sees it, in milliseconds. */
  time(call: string, input: unknown): Promise<number> {
    return this.app.page.evaluate(
      async ([name, given]) => {
        const began = performance.now();
        const answer = (await window.tenantry.call(name as string, given)) as { ok: boolean };
        if (!answer.ok) throw new Error(`${String(name)} was refused`);
        return performance.now() - began;
      },
      [call, input],
    );
  }

  list(query: IncidentQuery): Promise<number> {
    return this.time('incidents.list', query);
  }

  /** Scrolls the list for so many frames, so many pixels with each. */
  scroll(frames: number, pixels: number): Promise<Frames> {
    return countFrames(this.app.page, frames, pixels);
  }

  /** Uses the toolbar as an analyst does while frames are counted: filters, orders, groups. */
  async work(): Promise<Frames> {
    const { page } = this.app;
    const frames = countFrames(page, null, 0);
    const list = page.getByRole('grid', { name: 'Incidents' });
    // Rows of the list before stay for a moment, marked as busy: they are not what is waited for.
    const answered = page.locator('[role=grid]:not([aria-busy=true]) strong').first();
    for (const chip of ['High', 'Medium', 'Resolved']) {
      const severity = page.getByRole('toolbar').getByRole('button', { name: chip, exact: true });
      await severity.click();
      await answered.waitFor();
      await severity.click();
    }
    for (const head of ['Incident', 'Tenant', 'Severity']) {
      await list.getByRole('button', { name: head, exact: true }).click();
      await answered.waitFor();
    }
    await page.evaluate(() => {
      document.title = 'done';
    });
    return frames;
  }

  /** Waits until the store's process has nothing to do: rows are read into memory for some seconds after the start. @returns how long, in milliseconds */
  async rest(): Promise<number> {
    const began = performance.now();
    let before = -RESTING_MS;
    for (;;) {
      const now = (await this.#use()).cpuOf[STORE_PROCESS.name] ?? 0;
      if (now - before < RESTING_MS) return performance.now() - began;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** Of all processes together. */
  async memoryMb(): Promise<number> {
    return (await this.#use()).memoryMb;
  }

  async #use(): Promise<ProcessUse> {
    const processes = await this.app.electron.evaluate(({ app }) =>
      app.getAppMetrics().map(({ pid, name, type }) => ({ pid, name: name ?? type })),
    );
    return processUse(processes);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** From the start of a bare window's main process until its one line stands there. */
export async function bareStart(): Promise<number> {
  const home = freshHome();
  const app = await launchApp({ home, program: join(dirname(process.argv[1] ?? ''), 'queue-app.cjs') });
  const ms = await untilShown(app, 'h1');
  await app.close();
  rmSync(home, { recursive: true, force: true });
  return ms;
}

/** Scrolls as many plain lines of text in a bare window: what this machine draws at best. */
export async function bareScroll(frames: number, pixels: number): Promise<Frames> {
  const home = freshHome();
  const app = await launchApp({ home, program: join(dirname(process.argv[1] ?? ''), 'queue-app.cjs') });
  await app.page.locator('h1').waitFor();
  await app.page.evaluate(
    (lines) => {
      const list = document.createElement('div');
      list.setAttribute('role', 'grid');
      list.style.cssText = 'height: 90vh; overflow: auto';
      for (let at = 0; at < lines; at += 1) list.append(Object.assign(document.createElement('p'), { textContent: `Line ${at}` }));
      document.body.append(list);
    },
    (frames * pixels) / 20,
  );
  const drawn = await countFrames(app.page, frames, pixels);
  await app.close();
  rmSync(home, { recursive: true, force: true });
  return drawn;
}

/** Counts so many frames, or (null) all until the title says that it is done, and scrolls the list by so many pixels with each. */
function countFrames(page: Page, frames: number | null, pixels: number): Promise<Frames> {
  return page.evaluate(
    ([count = null, step = 0]) =>
      new Promise<Frames>((resolve) => {
        const table = document.querySelector('[role="grid"]');
        const began = performance.now();
        let [last, longestMs, drawn] = [began, 0, 0];
        const next = (at: number) => {
          if (drawn > 0) longestMs = Math.max(longestMs, at - last);
          last = at;
          drawn += 1;
          if (step) table?.scrollBy(0, step);
          if (count === null ? document.title !== 'done' : drawn <= count) requestAnimationFrame(next);
          else resolve({ fps: (1_000 * drawn) / (at - began), longestMs });
        };
        requestAnimationFrame(next);
      }),
    [frames, pixels],
  );
}

/** Milliseconds from the start of the main process until something stands on the page. */
async function untilShown({ electron, page }: RunningApp, selector: string): Promise<number> {
  const shown = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          else resolve(Date.now());
        };
        look();
      }),
    selector,
  );
  const shownAt = await shown;
  const began = await electron.evaluate(() => performance.timeOrigin);
  return shownAt - began;
}
