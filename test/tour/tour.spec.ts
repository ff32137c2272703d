import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
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

  await pilot.goTo('Tenants');
  const rows = page
    .getByRole('grid', { name: 'Tenants' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await expect(rows.first()).toBeVisible();
  say(`Tenants: ${await rows.count()} customers in the sandbox`);

  // Read everything once: the customers that do not work say why.
  await pilot.goTo('Incidents');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(pilot.coverage()).toContainText(/fresh/);
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
  say(`First read: ${await textOf(pilot.coverage())}`);
  await shots('incidents-first-read');

  // Consent: link, the admin's browser, Accept.
  await pilot.goTo('Tenants');
  const waiting = rows.filter({ hasText: 'Consent missing' }).first();
  const name = await textOf(waiting.getByRole('gridcell').first().getByRole('strong'));
  await waiting.click();
  const details = page.getByRole('region', { name: 'Tenant details' });
  await expect(details).toContainText(name);
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
  const facts = await details.locator('.token-facts dl').innerText();
  say(`Token facts of ${name}:`);
  for (const line of pairs(facts)) say(`  ${line}`);
  await shots('tenant-token');

  // Incidents of everybody, then one of them.
  await pilot.goTo('Incidents');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
  await expect(pilot.coverage()).toContainText(/fresh/);
  await pilot.incidentRows().first().click();
  await expect(page.getByRole('region', { name: 'Incident details' })).toBeVisible();
  await shots('incidents');
  await page
    .getByRole('region', { name: 'Incident details' })
    .getByRole('tab', { name: /Entities/ })
    .click();
  await shots('incident-entities');

  await pilot.goTo('Tenants');
  say('Incidents per tenant:');
  for (const row of await rows.all()) {
    const cells = await row.getByRole('gridcell').allInnerTexts();
    say(
      `  ${cells
        .slice(0, 4)
        .map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
        .join(' | ')}`,
    );
  }
  await pilot.goTo('Incidents');
  say(`Coverage: ${await textOf(pilot.coverage())}`);
  say(`Screenshots: ${SHOTS}`);
}

/** Pictures of a screen at both sizes, light and dark. */
function screenshotsOf({ electron, page }: RunningApp): (name: string) => Promise<void> {
  return async (name) => {
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
        await page.screenshot({ path: join(SHOTS, `${name}-${theme}-${width}x${height}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: null });
  };
}

const textOf = async (locator: { innerText(): Promise<string> }) => (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();

/** "Label\nvalue\nLabel\nvalue" as lines of two. */
function pairs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce<string[]>(
      (lines, part, index) => (index % 2 === 0 ? [...lines, part] : [...lines.slice(0, -1), `${lines.at(-1)}: ${part}`]),
      [],
    );
}
