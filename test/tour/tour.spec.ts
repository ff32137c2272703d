import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { freshHome, launchApp, openBrowser, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

const SHOTS = resolve(process.env.TENANTRY_SCREENSHOTS ?? 'screenshots');
const say = (line = '') => process.stdout.write(`${line}\n`);

/** Walks the main job through the real screens of `--sandbox`, prints what it saw, and keeps pictures of it. */
test('tour', async () => {
  mkdirSync(SHOTS, { recursive: true });
  const home = freshHome();
  const app = await launchApp({ home, args: ['--sandbox'] });
  try {
    await walk(app, home);
  } finally {
    await app.close();
  }
});

async function walk(app: RunningApp, home: string): Promise<void> {
  const pilot = new Pilot(app.electron, app.page);
  const { page } = app;
  const shots = screenshotsOf(app);
  const customers = page
    .getByRole('grid', { name: 'Tenants' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

  await pilot.goTo('Tenants');
  await expect(customers.first()).toBeVisible();
  say(`Tenants: ${await customers.count()} customers in the sandbox`);

  // Read everything once: the customers that do not work say why.
  await pilot.goTo('Incidents');
  await readAll(pilot);
  say(`First read: ${await textOf(pilot.coverage())}`);
  await shots('incidents-first-read');

  // Consent: link, the admin's browser, Accept.
  await pilot.goTo('Tenants');
  const waiting = customers.filter({ hasText: 'Consent missing' }).first();
  const name = await textOf(waiting.getByRole('strong').first());
  const details = await pilot.openTenant(name);
  await shots('tenant-consent-missing');
  await details.getByRole('button', { name: 'Copy admin-consent link' }).click();
  await expect.poll(() => pilot.clipboard()).toContain('/v2.0/adminconsent?');
  const browser = await openBrowser(home, await pilot.clipboard());
  await browser.page.screenshot({ path: join(SHOTS, 'consent-page-in-the-browser.png') });
  await browser.page.getByRole('button', { name: 'Accept' }).click();
  await browser.page.waitForURL(/admin_consent=True/i);
  await browser.close();
  say(`Consent: ${name}: accepted by the customer's admin in the browser`);

  // Token facts.
  await details.getByRole('button', { name: /^Get (a new )?token$/ }).click();
  await expect(details).toContainText('Incident.Read.All');
  say(`Token facts of ${name}:`);
  for (const fact of await factsIn(details)) say(`  ${fact}`);
  await details.getByRole('heading', { name: 'Token', exact: true }).scrollIntoViewIfNeeded();
  await details.locator('.token-facts dd').last().scrollIntoViewIfNeeded();
  await shots('tenant-token');

  // Incidents of everybody, then one of them.
  await pilot.goTo('Incidents');
  await readAll(pilot);
  await shots('incidents');
  await pilot.incidentRows().first().click();
  const incident = page.getByRole('region', { name: 'Incident details' });
  await expect(incident).toBeVisible();
  await shots('incident');
  await incident.getByRole('tab', { name: /Entities/ }).click();
  await shots('incident-entities');

  await pilot.goTo('Tenants');
  say('Incidents per tenant:');
  for (const row of await customers.all()) say(`  ${await incidentsOf(row)}`);
  await pilot.goTo('Incidents');
  say(`Coverage: ${await textOf(pilot.coverage())}`);

  await pilot.goTo('Partner app');
  await shots('partner-app');
  await pilot.goTo('Tokens');
  await shots('tokens');
  await pilot.goTo('Settings');
  await shots('settings');
  say(`Screenshots: ${SHOTS}`);
}

/** Reads all customers and waits until every one of them has an outcome. */
async function readAll(pilot: Pilot): Promise<void> {
  await pilot.page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(pilot.coverage()).toContainText(/\d+ of \d+ tenants fresh/);
  await expect(pilot.coverage()).not.toContainText('never asked');
  await expect(pilot.page.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
}

/** "Roles: Incident.Read.All, …", as the details show them. */
async function factsIn(details: Locator): Promise<string[]> {
  const list = details.locator('.token-facts');
  const names = await list.locator('dt').allInnerTexts();
  const values = await list.locator('dd').allInnerTexts();
  return names.map((label, index) => `${label}: ${(values[index] ?? '').trim().replaceAll(/\s*\n\s*/g, ', ')}`);
}

/** "Contoso: Fresh, 91 incidents" of a line of the tenant table. */
async function incidentsOf(row: Locator): Promise<string> {
  const cells = row.getByRole('gridcell');
  const name = await textOf(row.getByRole('strong').first());
  const state = (await cells.nth(2).innerText()).replaceAll(/\s*\n\s*/g, ', ');
  return `${name}: ${await textOf(cells.nth(4))} incidents (${state})`;
}

/** Pictures of a screen at both sizes, light and dark. */
function screenshotsOf({ electron, page }: RunningApp): (name: string) => Promise<void> {
  return async (name) => {
    // A notice that is just going is no part of the picture.
    await expect(page.locator('.fui-Toast')).toHaveCount(0);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      for (const [width, height] of [
        [1280, 800],
        [1920, 1080],
      ] as const) {
        await electron.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), {
          width,
          height,
        });
        await page.waitForFunction((size) => innerWidth === size.width, { width });
        await page.screenshot({ animations: 'disabled', path: join(SHOTS, `${name}-${theme}-${width}x${height}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: null });
  };
}

const textOf = async (locator: Locator) => (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
