import { expect, type Page } from '@playwright/test';

/** The screens in the order of their buttons in the rail: their names are another language's. */
export const SCREENS = ['overview', 'incidents', 'tenants', 'hunting', 'tokens', 'partnerApp', 'settings'] as const;

/** Opens a screen without knowing how it is called. */
export async function openScreen(page: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  const button = page.getByRole('navigation').getByRole('button').nth(SCREENS.indexOf(screen));
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

/** Reads all customers, in English, and waits until every one of them has an outcome. */
export async function readEverybody(page: Page): Promise<void> {
  await openScreen(page, 'incidents');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  const coverage = page.getByLabel('Coverage').first();
  await expect(coverage).toContainText(/\d+ of \d+ tenants fresh/);
  await expect(coverage).not.toContainText('never asked');
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
  await expect(page.locator('.fui-Toast')).toHaveCount(0);
}
