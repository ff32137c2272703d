import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, language, type ThemeChoice } from '../../../contract/display';
import type { RunningApp } from '../../support/app';
import { listenIn, said } from '../../support/speech';

export const SHOTS = resolve(process.env.TENANTRY_SCREENSHOTS ?? 'screenshots', 'gallery');

/** What was asked for after `npm run screenshots -- gallery`: languages, themes, parts, a window. Nothing of a kind means all of it. */
const asked = (process.env.TENANTRY_GALLERY ?? '').split(' ');
export const chosen = <T extends string>(all: readonly T[]): readonly T[] => {
  const some = all.filter((one) => asked.includes(one));
  return some.length > 0 ? some : all;
};
export const LANGUAGES: readonly Language[] = chosen(language.options);
const THEMES: readonly ThemeChoice[] = chosen(['light', 'dark', 'contrast']);
/** The windows pictures are taken in: width, height, zoom. Without a word the usual one, and sometimes the large one. */
const WINDOWS = { usual: [1280, 800, 1], large: [1920, 1080, 1], small: [960, 600, 1], zoomed: [1280, 800, 2] } as const;
const narrow = (['small', 'zoomed'] as const).find((one) => asked.includes(one));

/** Presses what is on screen, in the language that is spoken, and takes pictures of it. */
export interface Photographer {
  app: RunningApp;
  page: Page;
  /** A button of this name on the page, or in a part of it. */
  button(english: string, values?: Record<string, unknown>, within?: Locator): Locator;
  tab(english: string, values?: Record<string, unknown>): Locator;
  dialog: Locator;
  panel: Locator;
  /** Rows of the main table of the screen. */
  rows: Locator;
  picture(name: string): Promise<void>;
  /** The same, also on a large screen, unless a narrow window was asked for. */
  pictures(name: string): Promise<void>;
  call(name: string, input?: unknown): Promise<void>;
}

export async function photographer(app: RunningApp, spoken: Language): Promise<Photographer> {
  const { page } = app;
  page.setDefaultTimeout(30_000);
  await resize(app, WINDOWS[narrow ?? 'usual']);
  await listenIn(spoken);
  await page.evaluate((choice) => window.tenantry.call('app.setLanguage', { language: choice }), spoken);
  await expect(page.locator('html')).toHaveAttribute('lang', spoken);
  const inEveryTheme = async (name: string) => {
    await expect(page.locator('.fui-Toast')).toHaveCount(0);
    for (const theme of THEMES) {
      await page.evaluate((choice) => window.tenantry.call('app.setTheme', { theme: choice }), theme);
      await expect(page.locator('.provider').first()).toHaveAttribute('data-theme', theme);
      const file = [spoken, name, ...(narrow ? [narrow] : []), theme].join('-');
      const path = join(SHOTS, `${file}.png`);
      if (narrow === 'zoomed') writeFileSync(path, await seen(app));
      else await page.screenshot({ animations: 'disabled', path });
    }
  };
  return {
    app,
    page,
    dialog: page.getByRole('dialog'),
    panel: page.locator('.panel'),
    rows: page.getByRole('main').locator('[role=row][aria-rowindex]:has([role=gridcell])'),
    button: (english, values, within) => (within ?? page).getByRole('button', { name: said(english, values), exact: true }).first(),
    tab: (english, values) => page.getByRole('tab', { name: said(english, values), exact: true }),
    picture: inEveryTheme,
    pictures: async (name) => {
      await inEveryTheme(name);
      if (narrow) return;
      await resize(app, WINDOWS.large);
      await inEveryTheme(`${name}-1920`);
      await resize(app, WINDOWS.usual);
    },
    call: async (name, input) => {
      const answer = await page.evaluate(([called, given]) => window.tenantry.call(called as string, given), [name, input]);
      expect(answer, name).toMatchObject({ ok: true });
    },
  };
}

/** The whole window as it is seen: a picture the page gives of itself knows no zoom. */
async function seen({ electron, page }: RunningApp): Promise<Buffer> {
  await page.evaluate(async () => {
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  const picture = await electron.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(picture, 'base64');
}

async function resize({ electron, page }: RunningApp, size: readonly [number, number, number]): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, [width, height, zoom]) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
  const [width, , zoom] = size;
  await page.waitForFunction((wanted) => innerWidth === wanted, width / zoom);
}
