import { expect } from '@playwright/test';
import { openScreen } from '../../support/screens';
import { said } from '../../support/speech';
import type { Photographer } from './photographer';

/** A query from its first letters to its rows, its chart and a comparison of two runs. */
export async function hunting({ page, button, tab, dialog, panel, rows, picture, pictures }: Photographer): Promise<void> {
  await openScreen(page, 'hunting');
  const editor = page.getByRole('textbox', { name: said('Query'), exact: true });
  const coverage = page.getByRole('status', { name: said('Coverage of the run') });
  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.insertText(text);
  };
  const run = async () => {
    await editor.click();
    await page.keyboard.press('Control+Enter');
    await expect(coverage).toHaveText(/^\D*[1-9]/);
    await expect(button('Cancel run')).toHaveCount(0);
  };
  await pictures('hunting');
  await editor.click();
  await page.keyboard.type('DeviceP');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('DeviceProcessEvents');
  await picture('hunting-completion');
  await page.keyboard.press('Tab');
  await page.keyboard.type('where BadCol == 1');
  const wrong = page.locator('.cm-lintRange-error', { hasText: 'BadCol' });
  await expect(wrong).toHaveText('BadCol');
  await wrong.hover();
  await expect(page.locator('.cm-tooltip')).toContainText('BadCol');
  await picture('hunting-error');
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeVisible();
  await picture('hunting-save');
  await page.keyboard.press('Escape');

  await button('New query').click();
  await write('AlertInfo\n| project Timestamp, AlertId, Title, Severity, Category');
  await page.locator('.hunting-tools button').nth(1).click();
  await picture('hunting-time');
  await page.getByRole('radio').last().click();
  await page.keyboard.press('Escape');
  await page.locator('.hunting-tools button').nth(2).click();
  await picture('hunting-choose-tenants');
  await page.keyboard.press('Escape');
  await run();
  await pictures('hunting-rows');
  await button('What is in {label}', { label: 'Severity' }).click();
  await expect(dialog).toBeVisible();
  await picture('hunting-column');
  await page.keyboard.press('Escape');
  await rows.first().click();
  await expect(panel).toBeVisible();
  await picture('hunting-row');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /\(12\)/ }).click();
  await picture('hunting-tenants');
  await run();
  await tab('Compare').click();
  await expect(page.getByText(said('No row is new in the tenants that were compared.'))).toBeVisible();
  await picture('hunting-compare');
  await button('Run by itself…').click();
  await expect(dialog).toBeVisible();
  await picture('hunting-schedule');
  await page.keyboard.press('Escape');

  await button('New query').click();
  await write('AlertInfo\n| summarize Alerts = count() by bin(Timestamp, 1d), Severity\n| render timechart');
  await run();
  await tab('Chart').click();
  await expect(page.locator('.result-chart')).toBeVisible();
  await pictures('hunting-chart');
  await tab('Tables').click();
  await picture('hunting-tables');
  await tab('Runs').click();
  await picture('hunting-runs');
  await tab('Library').click();
  await page.locator('.library-open').nth(6).click();
  await picture('hunting-parameters');
}
