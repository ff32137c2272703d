import { expect, test } from '@playwright/test';
import { findings } from '../support/accessibility';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  pilot = new Pilot(app.electron, app.page);
  await pilot.goTo('Incidents');
  await app.page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(pilot.coverage()).not.toContainText('never asked');
  await expect(app.page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(app.page.getByRole('status', { name: 'Search coverage' })).toHaveCount(0);
});
test.afterEach(() => app.close());

const grid = () => app.page.getByRole('grid', { name: 'Incidents' });
/** Rows of the list, the head not counted. */
const lines = async () => Number(await grid().getAttribute('aria-rowcount')) - 1;

test('the queue is narrowed, grouped and laid out, and says by what', async () => {
  const { page } = app;
  const before = await lines();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Category' }).click();
  const choices = filters.getByRole('listbox', { name: 'Category' });
  await choices.getByRole('option').first().click();
  const category = (await choices.getByRole('option', { selected: true }).innerText()).replace('✓', '').trim();
  expect(await findings(page), 'filters').toEqual([]);
  await page.keyboard.press('Escape');
  const used = page.getByRole('group', { name: 'Filters in use' });
  await expect(used).toContainText(`Category: ${category}`);
  await expect.poll(lines).toBeLessThan(before);

  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('menuitemradio', { name: 'Severity' }).click();
  const heads = grid().getByRole('button', { expanded: true });
  await expect(heads.first()).toContainText(/^(High|Medium|Low|Informational)\d/);
  const open = await lines();
  await heads.first().click();
  await expect.poll(lines).toBeLessThan(open);
  expect(await findings(page), 'grouped').toEqual([]);
  await page.screenshot({ path: test.info().outputPath('grouped.png') });

  await used.getByRole('button', { name: 'Remove filter Category' }).click();
  await expect(used).toHaveCount(0);
  await page.getByRole('button', { name: 'By severity' }).click();
  await page.getByRole('menuitemradio', { name: 'Nothing' }).click();
  await expect.poll(lines).toBe(before);

  await page.getByRole('button', { name: 'Columns' }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('checkbox', { name: 'Status' }).uncheck();
  await columns.getByRole('button', { name: 'Move Incident left' }).click();
  await columns.getByRole('switch', { name: 'Rows close together' }).check();
  expect(await findings(page), 'columns').toEqual([]);
  await page.keyboard.press('Escape');
  const heading = grid().getByRole('columnheader');
  await expect(heading.filter({ hasText: 'Status' })).toHaveCount(0);
  await expect(heading.nth(1)).toContainText('Incident');
  await page.screenshot({ path: test.info().outputPath('columns.png') });
});
