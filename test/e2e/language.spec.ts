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

  // Words are longer than in English: the tabs of an incident stand in one line all the same, with many of each as well.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await app.page.waitForFunction(() => innerWidth <= 1280);
  await openScreen(app.page, 'incidents');
  await app.page.getByRole('grid', { name: 'Incidenter' }).getByRole('row').nth(1).click();
  const tabs = app.page.locator('.incident-tabs').getByRole('tab');
  await expect(tabs.last()).toContainText('JSON');
  const lines = await tabs.evaluateAll((all) => {
    for (const one of all) for (const count of one.querySelectorAll('small')) count.textContent = '28';
    return new Set(all.map((one) => one.getBoundingClientRect().top)).size;
  });
  expect(lines).toBe(1);
  await app.page.screenshot({ path: test.info().outputPath('tabs.png') });

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

  // What is typed is meant in it as well.
  await pilot.goTo('Settings');
  await app.page.getByLabel('Time zone of dates').selectOption('Asia/Tokyo');
  await pilot.goTo('Incidents');
  await app.page.getByRole('button', { name: 'Filters', exact: true }).click();
  const times = app.page.getByRole('group', { name: 'Created' });
  await times.getByRole('combobox', { name: 'Created' }).selectOption('Between two moments');
  await times.getByRole('textbox', { name: 'From' }).fill('2026-11-28 21:04');
  await expect(times.getByRole('combobox', { name: 'Clock' })).toContainText('Asia/Tokyo');
  await app.page.keyboard.press('Escape');
  const used = app.page.getByRole('group', { name: 'Filters in use' });
  await expect(used).toContainText('Created: From 28 Nov 2026, 21:04');
  await expect(used.getByTitle('From 2026-11-28 12:04:00 UTC')).toBeVisible();
});

/** Of the usual window at 200 %, and of the smallest one. */
const WINDOWS = {
  'at 200 %': { size: [1280, 800], zoom: 2 },
  'in the smallest window': { size: [960, 600], zoom: 1 },
} as const;

for (const [where, { size, zoom }] of Object.entries(WINDOWS)) {
  test(`${where} everything can still be reached`, async () => {
    app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
    const { page } = app;
    const pilot = new Pilot(app.electron, page);
    await readEverybody(page);
    await app.electron.evaluate(
      ({ BrowserWindow }, wanted) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(wanted.size[0], wanted.size[1]);
        window?.webContents.setZoomFactor(wanted.zoom);
      },
      { size, zoom },
    );
    await page.waitForFunction((width) => innerWidth <= width, size[0] / zoom);
    for (const screen of SCREENS) {
      await openScreen(page, screen);
      expect(await outside(), screen).toEqual([]);
      await expect(page.getByRole('main')).toBeInViewport();
      expect(await findings(page), screen).toEqual([]);
    }
    await openScreen(page, 'incidents');
    for (const opener of ['Which ones?', 'Views', 'Filters', 'Group by', 'Columns', 'Export and copy']) {
      await page.getByRole('button', { name: opener, exact: true }).click();
      const opened = page.locator('.fui-PopoverSurface, .fui-MenuPopover');
      await expect(opened, opener).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Escape');
      await expect(opened).toHaveCount(0);
    }
    await pilot.incidentRows().first().click();
    const details = page.getByRole('region', { name: 'Incident details' });
    await details.getByRole('tab', { name: /Alerts/ }).click();
    await expect(details.getByRole('tabpanel')).toBeInViewport();
    await details.getByRole('button', { name: 'Close details' }).click();
    await expect(details).toBeHidden();

    await page.keyboard.press('?');
    const keys = page.getByRole('region', { name: 'Keys' });
    await expect(keys).toBeVisible();
    expect(await keys.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), 'keys').toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);

    await pilot.incidentRows().first().getByRole('checkbox').click();
    await page.getByRole('grid', { name: 'Incidents' }).press('c');
    const order = page.getByRole('dialog');
    await expect(order.getByRole('listitem').first(), 'whom an order is about').toBeInViewport({ ratio: 1 });
    await expect(order.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(order).toHaveCount(0);

    await openScreen(page, 'hunting');
    await page.getByRole('textbox', { name: 'Query', exact: true }).click();
    await page.keyboard.insertText('AlertInfo');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('gridcell').first().click();
    expect(await outside(), 'rows of a hunt').toEqual([]);
  });
}

/** What does not fit into the window or the page, and cannot be scrolled to. */
function outside(): Promise<string[]> {
  return app.page.evaluate(() =>
    ['html', 'main'].filter((name) => {
      const part = document.querySelector(name);
      return !part || part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight;
    }),
  );
}

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
