import { expect, test } from '@playwright/test';
import { findings } from '../support/accessibility';
import { freshHome, launchApp, type RunningApp } from '../support/app';

let app: RunningApp;

test.beforeEach(async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  await app.page.getByRole('navigation').getByRole('button', { name: 'Hunting' }).click();
});
test.afterEach(() => app.close());

const editor = () => app.page.getByRole('textbox', { name: 'Query' });

test('a query is written with proposals, errors and words, and saved', async () => {
  const { page } = app;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) violations.push(message.text());
  });
  await editor().click();
  await page.keyboard.type('DeviceP');
  const proposals = page.getByRole('listbox', { name: 'Completions' });
  await expect(proposals.getByRole('option').first()).toContainText('DeviceProcessEvents', { timeout: 60_000 });
  await page.screenshot({ path: test.info().outputPath('completion.png') });
  await page.keyboard.press('Tab');
  await expect(editor()).toContainText('DeviceProcessEvents');
  await page.keyboard.type('where BadCol == 1');
  const wrong = page.locator('.cm-lintRange-error', { hasText: 'BadCol' });
  await expect(wrong).toHaveText('BadCol');
  await wrong.hover();
  await expect(page.locator('.cm-tooltip')).toContainText('BadCol');
  await page.screenshot({ path: test.info().outputPath('error.png') });
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Mine');
  await dialog.getByLabel('Folder').fill('Ours/Rare');
  expect(await findings(page), 'save').toEqual([]);
  await page.screenshot({ path: test.info().outputPath('save.png') });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('complementary')).toContainText('Ours/Rare');
  await page.getByRole('tab', { name: 'Tables' }).click();
  await page.getByRole('searchbox', { name: 'Find a table or column' }).fill('RecipientEmail');
  await expect(page.getByText('EmailEvents')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('tables.png') });
  expect(violations).toEqual([]);
});
