import { expect } from '@playwright/test';
import { openScreen } from '../../support/screens';
import { said } from '../../support/speech';
import type { Photographer } from './photographer';

/** The overview, the queue, an incident, and what is written, exported and found from there. */
export async function queue({ page, button, dialog, panel, rows, picture, pictures }: Photographer): Promise<void> {
  await openScreen(page, 'overview');
  await pictures('overview');
  await page.locator('.overview section').last().scrollIntoViewIfNeeded();
  await picture('overview-end');
  for (const table of await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${said('Table')}`) })
    .all())
    await table.click();
  await picture('overview-tables');

  await openScreen(page, 'incidents');
  await pictures('incidents');
  await button('Which ones?').click();
  await picture('incidents-coverage');
  await page.keyboard.press('Escape');
  for (const [name, opener] of [
    ['views', 'Views'],
    ['filters', 'Filters'],
    ['groups', 'Group by'],
    ['columns', 'Columns'],
    ['export', 'Export and copy'],
  ] as const) {
    await button(opener).click();
    await picture(`incidents-${name}`);
    await page.keyboard.press('Escape');
  }
  await button('Export and copy').click();
  await page.getByRole('menuitem', { name: said('Reports for customers…') }).click();
  await expect(dialog).toBeVisible();
  await picture('reports');
  await page.keyboard.press('Escape');

  const high = page.getByRole('toolbar').getByRole('group').first().getByRole('button').first();
  await high.click();
  await expect(high).toHaveAttribute('aria-pressed', 'true');
  await rows.nth(1).hover();
  await picture('incidents-chip');
  await high.click();

  await rows.first().click();
  const tabs = panel.getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await (index === 0 ? pictures : picture)(`incident-${index + 1}`);
  }
  await page.keyboard.press('Escape');

  for (const key of ['j', 'x', 'j', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await picture('incidents-ticked');
  for (const [key, name] of Object.entries({ a: 'assign', s: 'status', c: 'classify', t: 'tags', n: 'comment' })) {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    await picture(`write-${name}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.keyboard.press('Control+k');
  await expect(dialog).toBeVisible();
  await picture('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await picture('keys');
  await page.keyboard.press('Escape');
}
