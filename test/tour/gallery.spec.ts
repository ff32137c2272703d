import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { language, type ThemeChoice } from '../../contract/display';
import { freshHome, launchApp } from '../support/app';
import { openScreen, readEverybody, SCREENS } from '../support/screens';

const SHOTS = resolve(process.env.TENANTRY_SCREENSHOTS ?? 'screenshots', 'gallery');
const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'contrast'];

/** Pictures of every screen in every theme and language. Nothing here knows a word of what it presses. */
test('gallery', async () => {
  mkdirSync(SHOTS, { recursive: true });
  const app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  const { page } = app;
  try {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await page.waitForFunction(() => innerWidth === 1280);
    await readEverybody(page);
    for (const spoken of language.options) {
      await page.evaluate((choice) => window.tenantry.call('app.setLanguage', { language: choice }), spoken);
      await expect(page.locator('html')).toHaveAttribute('lang', spoken);
      const picture = (name: string) => inEveryTheme(page, `${spoken}-${name}`);
      for (const screen of SCREENS) {
        await openScreen(page, screen);
        await picture(screen);
      }
      await openScreen(page, 'settings');
      await page.locator('.form-page-content > section').last().scrollIntoViewIfNeeded();
      await picture('settings-end');

      await openScreen(page, 'tenants');
      const tenants = page.getByRole('main').getByRole('grid').locator('[role=row][aria-rowindex]:has([role=gridcell])');
      for (const [index, name] of ['tenant', 'tenant-second'].entries()) {
        await tenants.nth(index).click({ position: { x: 200, y: 10 } });
        await expect(page.locator('.panel')).toBeVisible();
        await picture(name);
      }
      await page.locator('.panel [role=group], .panel section').last().scrollIntoViewIfNeeded();
      await picture('tenant-end');
      await page.keyboard.press('Escape');
      await page.locator('.toolbar button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await picture('add-tenant');
      await page.keyboard.press('Escape');

      await openScreen(page, 'incidents');
      await page.getByRole('main').getByRole('grid').locator('[role=row]:has([role=gridcell])').first().click();
      const tabs = page.locator('.panel').getByRole('tab');
      await expect(tabs.first()).toBeVisible();
      for (let index = 0; index < (await tabs.count()); index += 1) {
        await tabs.nth(index).click();
        await picture(`incident-${index + 1}`);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await picture('palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await picture('keys');
      await page.keyboard.press('Escape');
    }
  } finally {
    await app.close();
  }
});

async function inEveryTheme(page: Page, name: string): Promise<void> {
  await expect(page.locator('.fui-Toast')).toHaveCount(0);
  for (const theme of THEMES) {
    await page.evaluate((choice) => window.tenantry.call('app.setTheme', { theme: choice }), theme);
    await expect(page.locator('.provider').first()).toHaveAttribute('data-theme', theme);
    await page.screenshot({ animations: 'disabled', path: join(SHOTS, `${name}-${theme}.png`) });
  }
}
