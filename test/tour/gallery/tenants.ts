import { expect } from '@playwright/test';
import { openScreen } from '../../support/screens';
import { said } from '../../support/speech';
import type { Photographer } from './photographer';

/** Customers, their consent, their tokens, the partner app and the settings. */
export async function tenants({ page, button, tab, dialog, panel, rows, picture, pictures }: Photographer): Promise<void> {
  await openScreen(page, 'tenants');
  await pictures('tenants');
  for (const name of ['tenant', 'tenant-second', 'tenant-third']) {
    await rows.nth(['tenant', 'tenant-second', 'tenant-third'].indexOf(name) * 2).click({ position: { x: 200, y: 10 } });
    await expect(panel).toBeVisible();
    await picture(name);
  }
  const sections = panel.locator('section');
  for (let index = 1; index < (await sections.count()); index += 2) {
    await sections.nth(index).scrollIntoViewIfNeeded();
    await picture(`tenant-section-${index}`);
  }
  await button('Edit profile').click();
  await picture('tenant-edit');
  await page.keyboard.press('Escape');
  await openScreen(page, 'tenants');
  await button('Add tenant').click();
  await expect(dialog).toBeVisible();
  await picture('add-tenant');
  await page.keyboard.press('Escape');
  await button('Import and export').click();
  await picture('tenants-files');
  await page.getByRole('menuitem', { name: said('Add several…') }).click();
  await dialog.getByRole('textbox').first().fill('contoso.com\nno customer');
  await picture('add-several');
  await page.keyboard.press('Escape');

  await openScreen(page, 'tokens');
  await page.getByRole('main').getByRole('combobox').first().click();
  await page.getByRole('option').first().click();
  const get = button('Get token');
  const again = button('Get a new token');
  await expect(get.or(again)).toBeVisible();
  if (await get.isVisible()) await get.click();
  await expect(again).toBeVisible();
  await pictures('tokens');
  await tab('Your own tenant').click();
  await picture('tokens-own');
  await tab('Pasted token').click();
  await picture('tokens-pasted');

  await openScreen(page, 'partnerApp');
  for (const [index, part] of (await page.locator('.form-page-content > section').all()).entries()) {
    await part.scrollIntoViewIfNeeded();
    await picture(`partnerApp-${index + 1}`);
  }
  await openScreen(page, 'settings');
  await pictures('settings');
  for (const [index, part] of (await page.locator('.form-page-content > section').all()).entries()) {
    await part.evaluate((element) => element.scrollIntoView());
    if (index % 2 === 1) await picture(`settings-${index + 1}`);
  }
}
