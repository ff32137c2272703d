import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatter } from '@lingui/format-po';
import { expect, test } from '@playwright/test';
import { findings } from '../support/accessibility';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { fromScripts } from '../support/app-user';
import { Pilot } from '../support/pilot';
import { openScreen, readEverybody, SCREENS } from '../support/screens';
import { spokenTexts } from '../support/spoken-texts';

let app: RunningApp;
test.afterEach(() => app.close());

test('everything on screen changes its language at once, and stays so after a restart', async () => {
  const home = freshHome();
  app = await launchApp({ home, args: ['--sandbox'] });
  const pilot = new Pilot(app.electron, app.page);
  const english = await untranslatable();
  const trayTip = await watchTrayTip();
  await readEverybody(app.page);

  await pilot.goTo('Settings');
  await app.page.getByLabel('Name of your app').fill('Half typed');
  await app.page.getByRole('region', { name: 'Language and time' }).getByRole('radio', { name: 'Svenska' }).click();
  await expect(app.page.getByRole('heading', { name: 'Inställningar', level: 1 })).toBeVisible();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'sv');
  await expect.poll(trayTip).toMatch(/öpp(?:en|na) incident/);
  await expect(app.page.getByRole('region', { name: 'Språk och tid' }).getByRole('radio', { name: 'Svenska' })).toBeFocused();
  await expect(app.page.getByLabel('Namnet på din app')).toHaveValue('Half typed');
  for (const screen of SCREENS) {
    await openScreen(app.page, screen);
    const said = await spokenTexts(app.page);
    expect(said.length, screen).toBeGreaterThan(20);
    expect(
      said.filter((text) => english.has(text)),
      screen,
    ).toEqual([]);
    expect(await findings(app.page), screen).toEqual([]);
  }

  await app.close();
  app = await launchApp({ home, args: ['--sandbox'] });
  await expect(app.page.getByRole('navigation').getByRole('button', { name: 'Inställningar' })).toBeVisible();
  expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('sv');
  await openScreen(app.page, 'settings');
  await app.page.getByRole('region', { name: 'Språk och tid' }).getByRole('radio', { name: 'English' }).click();
  await expect(app.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('dates are in the chosen zone, with UTC on hover', async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  const pilot = new Pilot(app.electron, app.page);
  await readEverybody(app.page);
  await pilot.incidentRows().first().click();
  const created = app.page.getByRole('region', { name: 'Incident details' }).locator('dt:has-text("Created") + dd time');
  const instant = new Date((await created.getAttribute('datetime')) ?? '');
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) {
    await pilot.goTo('Settings');
    await app.page.getByLabel('Time zone of dates').selectOption(zone);
    await pilot.goTo('Incidents');
    await pilot.incidentRows().first().click();
    const there = instant.toLocaleString('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    await expect(created).toContainText(there);
    await expect(created).toHaveAttribute('title', `${instant.toISOString().slice(0, 19).replace('T', ' ')} UTC`);
  }
});

test('at 200 % everything can still be reached', async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  const pilot = new Pilot(app.electron, app.page);
  await readEverybody(app.page);
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await app.page.waitForFunction(() => innerWidth <= 640);
  for (const screen of SCREENS) {
    await openScreen(app.page, screen);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), screen).toBeLessThanOrEqual(0);
    await expect(app.page.getByRole('main')).toBeInViewport();
    expect(await findings(app.page), screen).toEqual([]);
  }
  await pilot.goTo('Incidents');
  await pilot.incidentRows().first().click();
  const details = app.page.getByRole('region', { name: 'Incident details' });
  await details.getByRole('tab', { name: /Alerts/ }).click();
  await expect(details.getByRole('tabpanel')).toBeInViewport();
  await details.getByRole('button', { name: 'Close details' }).click();
  await expect(details).toBeHidden();
});

/** Out: asks what the icon in the tray said last. */
async function watchTrayTip(): Promise<() => Promise<string>> {
  await app.electron.evaluate(({ Tray }) => {
    const { setToolTip } = Tray.prototype;
    Tray.prototype.setToolTip = function (this: Electron.Tray, text) {
      Object.assign(globalThis, { trayTip: text });
      setToolTip.call(this, text);
    };
  });
  return () => app.electron.evaluate(() => String(Reflect.get(globalThis, 'trayTip')));
}

/** English texts that Swedish says otherwise: none of them may be seen in Swedish. */
async function untranslatable(): Promise<Set<string>> {
  const file = resolve(fromScripts('TENANTRY_APP_DIR'), 'locales/sv.po');
  const catalogue = await formatter().parse(readFileSync(file, 'utf8'), { locale: 'sv', sourceLocale: 'en', filename: file });
  const texts = Object.entries(catalogue).filter(([english, { translation }]) => !english.includes('{') && translation !== english);
  expect(texts.length).toBeGreaterThan(500);
  return new Set(texts.map(([english]) => english));
}
