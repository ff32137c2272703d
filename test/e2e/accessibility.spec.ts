import { expect, test } from '@playwright/test';
import { findings } from '../support/accessibility';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import type { ThemeChoice } from '../../contract/display';
import { Pilot } from '../support/pilot';
import { openScreen } from '../support/screens';
import { tick } from '../support/tick';

let app: RunningApp;
test.afterEach(() => app.close());

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`no screen has an accessibility finding (${theme})`, async () => {
    app = await launchApp({ home: freshHome() });
    const { page } = app;
    const pilot = new Pilot(app.electron, page);
    await wear(app, theme);

    await expect(page.getByRole('button', { name: 'Try the sandbox' })).toBeVisible();
    expect(await findings(page), 'welcome').toEqual([]);
    await page.getByRole('button', { name: 'Connect your partner app' }).click();
    expect(await findings(page), 'connect').toEqual([]);
    await pilot.goTo('Settings');
    expect(await findings(page), 'settings').toEqual([]);

    await page.getByRole('button', { name: 'Incidents' }).click();
    expect(await findings(page), 'no incidents').toEqual([]);
    await app.close();

    app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
    await wear(app, theme);
    const inSandbox = new Pilot(app.electron, app.page);
    await inSandbox.goTo('Incidents');
    await app.page
      .getByRole('button', { name: /^Refresh/ })
      .first()
      .click();
    await expect(inSandbox.coverage()).not.toContainText('never asked');
    await inSandbox.incidentRows().first().click();
    const incident = app.page.getByRole('region', { name: 'Incident details' });
    for (const tab of [/Overview/, /Alerts/, /Entities/, /History/, /Raw/]) {
      await incident.getByRole('tab', { name: tab }).click();
      expect(await findings(app.page), `incident ${tab}`).toEqual([]);
    }
    for (const screen of ['overview', 'hunting'] as const) {
      await openScreen(app.page, screen);
      expect(await findings(app.page), screen).toEqual([]);
    }
    await inSandbox.goTo('Tenants');
    await app.page.getByRole('grid', { name: 'Tenants' }).getByRole('row').filter({ hasText: 'Consent missing' }).first().click();
    expect(await findings(app.page), 'tenant').toEqual([]);
    await app.page.getByRole('button', { name: 'Add tenant' }).first().click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
    expect(await findings(app.page), 'add tenant').toEqual([]);
    await app.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await app.page.getByRole('region', { name: 'Tenant details' }).getByRole('button', { name: 'Edit profile' }).click();
    await tick(app.page.getByLabel(/^Select (?!all)/).first());
    expect(await findings(app.page), 'profile and selection').toEqual([]);
    await app.page.getByRole('button', { name: 'Import and export' }).click();
    await app.page.getByRole('menuitem', { name: 'Add several…' }).click();
    await app.page.getByRole('dialog').getByLabel('List of customers').fill('contoso.com\nno customer');
    expect(await findings(app.page), 'add several').toEqual([]);
    await app.page.keyboard.press('Escape');
    await inSandbox.goTo('Partner app');
    await tick(app.page.getByRole('checkbox', { name: 'Microsoft Graph' }));
    await app.page.getByRole('button', { name: 'Check all steps' }).click();
    await expect(app.page.getByRole('status', { name: 'Registration check' })).toContainText('Missing: API permissions');
    expect(await findings(app.page), 'registration guide').toEqual([]);
  });
}

async function wear({ page }: RunningApp, theme: ThemeChoice): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate((choice) => window.tenantry.call('app.setTheme', { theme: choice }), theme);
  await expect(page.locator('.provider').first()).toHaveAttribute('data-theme', theme);
}
