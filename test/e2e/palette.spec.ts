import { expect, type Page, test } from '@playwright/test';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';
import { openScreen, SCREENS } from '../support/screens';

let app: RunningApp;
let page: Page;
let pilot: Pilot;

test.beforeEach(async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  ({ page } = app);
  pilot = new Pilot(app.electron, page);
  await openScreen(page, 'incidents');
});
test.afterEach(() => app.close());

/** Where the buttons of a page stand that do something; not those of single lines, which open a list, or which are a form's. */
const PLACES = ':is([role=toolbar], .toolbar, .list-title, .card-title-row, .card-actions, .section-actions)';
const BUTTON = 'button:visible:not([disabled], [aria-disabled=true], [aria-haspopup], [aria-expanded], [aria-pressed], [type=submit])';
/** Called otherwise where it stands for no list. */
const ELSEWHERE: Readonly<Record<string, string>> = { Refresh: 'Read all tenants now' };

/** On every page, and of the queue, besides buttons. */
const EVERYWHERE = ['Theme: Dark', 'Language: Svenska', 'Resume reading', 'Add tenant', 'Read all tenants now'];
const OF_THE_QUEUE = [
  'Severity high',
  'Status resolved',
  'Sort by severity',
  'Group by tenant',
  'Column alerts',
  'Columns…',
  'Rows close',
  'Filters…',
];

const field = () => page.getByRole('combobox', { name: 'Command or tenant' });
/** Actions, and not tenants, that the palette offers for some words. */
const offered = () =>
  page
    .getByRole('dialog')
    .getByRole('option')
    .filter({ hasNotText: /Show incidents$|Open tenant$/ });

/** Opens the palette and types some words. */
async function ask(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field()).toBeFocused();
  await field().fill(words);
}

/** Does what the palette offers first for some words. */
async function command(words: string): Promise<void> {
  await ask(words);
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(words);
  await page.keyboard.press('Enter');
}

test('every button of every page is in the command palette', async () => {
  // While tenants are read, buttons come and go.
  test.setTimeout(240_000);
  await command('Pause all reading');
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0, { timeout: 120_000 });
  let buttons = 0;
  for (const screen of SCREENS) {
    await openScreen(page, screen);
    if (screen === 'tenants') {
      await page.getByRole('grid').getByRole('checkbox').nth(1).click();
      await page.getByRole('grid').getByRole('row').nth(1).locator('strong').first().click();
      await expect(page.getByRole('region', { name: 'Tenant details' })).toBeVisible();
    }
    const texts = await page.locator(`main ${PLACES} ${BUTTON}`).allInnerTexts();
    await ask('');
    const others = screen === 'incidents' ? [...EVERYWHERE, ...OF_THE_QUEUE] : EVERYWHERE;
    for (const text of new Set([...texts.map((one) => one.trim()).filter(Boolean), ...others])) {
      await field().fill((ELSEWHERE[text] ?? text).replace('…', ''));
      await expect(offered().first(), `${screen}: ${text}`).toBeVisible();
      buttons += 1;
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(buttons).toBeGreaterThan(20 + EVERYWHERE.length * SCREENS.length);
});

test('what is chosen in the palette is done: reading is paused, the queue sorted, a column taken away, theme and language changed; / goes to the search of a page', async () => {
  await command('Pause all reading');
  await expect(page.getByText('Reading is paused since')).toBeVisible();
  await command('Resume reading');
  await expect(page.getByText('Reading is paused since')).toBeHidden();

  await pilot.goTo('Incidents');
  const alerts = page.getByRole('grid', { name: 'Incidents' }).getByRole('columnheader', { name: 'Alerts' });
  await command('Sort by alerts');
  await expect(alerts).toHaveAttribute('aria-sort', 'descending');
  await command('Column alerts');
  await expect(alerts).toHaveCount(0);

  await pilot.goTo('Tenants');
  const search = page.getByRole('searchbox', { name: 'Find a tenant' });
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();

  for (const [theme, worn] of [
    ['Dark', 'dark'],
    ['High contrast', 'contrast'],
  ] as const) {
    await command(`Theme: ${theme}`);
    await expect(page.locator('.provider').first()).toHaveAttribute('data-theme', worn);
  }
  await command('Language: Svenska');
  await expect(page.getByRole('heading', { name: 'Tenanter', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
});
