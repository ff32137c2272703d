import { expect, test } from '@playwright/test';
import { findings } from '../support/accessibility';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(() => app.close());

const figure = (name: string) => app.page.getByRole('region', { name, exact: true });
const lines = async () => Number(await app.page.getByRole('grid', { name: 'Incidents' }).getAttribute('aria-rowcount')) - 1;
const used = () => app.page.getByRole('group', { name: 'Filters in use' });
const number = async (text: Promise<string>) => Number((await text).replace(/\D/g, ''));

async function readAll(): Promise<void> {
  await pilot.goTo('Incidents');
  const refresh = app.page.getByRole('button', { name: /^Refresh/ }).first();
  await refresh.click();
  await expect(pilot.coverage()).not.toContainText('never asked');
  await expect(refresh).toBeEnabled();
  await expect(app.page.getByRole('listbox', { name: 'Show incidents of' })).not.toContainText('Reading…');
}

test('before anything was read nothing looks quiet; afterwards every figure has its numbers, its table and its gaps', async () => {
  const { page } = app;
  await pilot.goTo('Incidents');
  await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
  // On a slow machine the second key may come when the first is no longer waited for.
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(page.getByText('Nothing is known yet')).toBeVisible();
  await expect(pilot.coverage()).toContainText('0 of');

  await readAll();
  await pilot.goTo('Overview');
  await expect(pilot.coverage()).toContainText(/failed/);
  for (const name of ['Open incidents by severity', 'Tenants by load', 'Oldest unassigned', 'Mean time to resolve']) {
    await expect(figure(name)).toContainText(/Numbers of \d+ tenants may be too low:.*consent missing/);
  }
  const openNow = await number(
    page
      .getByRole('list', { name: 'Totals' })
      .getByRole('button', { name: /^Open now/ })
      .locator('strong')
      .innerText(),
  );
  expect(openNow).toBeGreaterThan(0);

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: test.info().outputPath(`overview-${colorScheme}-${width}.png`) });
      expect(await findings(page), `overview ${colorScheme} ${width}`).toEqual([]);
    }
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.screenshot({ path: test.info().outputPath('overview-forced.png') });
  await page.emulateMedia({ forcedColors: null });

  await page.getByRole('button', { name: '7 days' }).click();
  const chart = figure('Open incidents by severity');
  await chart.getByRole('group', { name: /^Open incidents at the end/ }).focus();
  await page.keyboard.press('End');
  await expect(chart).toContainText(new RegExp(`: ${openNow.toLocaleString('en-GB')} open`));
  await chart.getByRole('button', { name: /^Table/ }).click();
  const rows = chart.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(rows).toHaveCount(7);
  const heads = await chart.getByRole('columnheader').allInnerTexts();
  expect(
    await number(
      rows
        .first()
        .getByRole('cell')
        .nth(heads.indexOf('Open') - 1)
        .innerText(),
    ),
  ).toBe(openNow);
  await figure('Tenants by load')
    .getByRole('button', { name: /^Table/ })
    .click();
  await expect(figure('Tenants by load').getByRole('row').filter({ hasText: 'Consent missing' }).first()).toContainText('not known');
  await figure('Mean time to resolve')
    .getByRole('button', { name: /^Table/ })
    .click();
  await expect(figure('Mean time to resolve').getByRole('columnheader', { name: 'From resolved' })).toBeVisible();
  expect(await findings(page), 'tables').toEqual([]);
  await page.screenshot({ path: test.info().outputPath('overview-tables.png') });
});

test('what is clicked opens the queue with exactly that in it', async () => {
  const { page } = app;
  await readAll();
  await pilot.goTo('Overview');
  const total = page.getByRole('list', { name: 'Totals' }).getByRole('button', { name: /^High, open now/ });
  const high = await number(total.locator('strong').innerText());
  await total.click();
  await expect.poll(lines).toBe(high);

  await pilot.goTo('Overview');
  const busiest = figure('Tenants by load').getByRole('listitem').first();
  const open = await number(busiest.locator('.bar-words').innerText());
  const name = await busiest.locator('.bar-name').innerText();
  await busiest.getByRole('button').click();
  await expect(page.getByRole('region', { name: 'Incident list' })).toContainText(name);
  await expect.poll(lines).toBe(open);

  await pilot.goTo('Overview');
  const waiting = figure('Oldest unassigned').getByRole('row').nth(1).getByRole('button');
  const id = (await waiting.innerText()).match(/#(\S+)/)?.[1] ?? '';
  await waiting.click();
  await expect(page.getByRole('region', { name: 'Incident details' })).toContainText(`#${id}`);
});

test('a bar of a past day, and the number of new ones, open exactly what they count', async () => {
  const { page } = app;
  await readAll();
  await pilot.goTo('Overview');
  const created = page.getByRole('list', { name: 'Totals' }).getByRole('button', { name: /^New in 30 days/ });
  const fresh = await number(created.locator('strong').innerText());
  expect(fresh).toBeGreaterThan(0);
  await created.focus();
  await page.keyboard.press('Enter');
  await expect(used()).toContainText(/Created: From .*/);
  await expect(used()).toContainText('Status: any but Redirected');
  await expect.poll(lines).toBe(fresh);

  await pilot.goTo('Overview');
  const done = page.getByRole('list', { name: 'Totals' }).getByRole('button', { name: /^Resolved in 30 days/ });
  const resolved = await number(done.locator('strong').innerText());
  await done.focus();
  await page.keyboard.press('Enter');
  await expect(used()).toContainText(/Resolved: From .*/);
  await expect.poll(lines).toBe(resolved);

  await pilot.goTo('Overview');
  const chart = figure('Open incidents by severity');
  const asTable = chart.getByRole('button', { name: /^Table/ });
  await asTable.click();
  const heads = await chart.getByRole('columnheader').allInnerTexts();
  const rows = await chart
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  await asTable.click();
  const of = (row: (string | null)[], head: string) => Number((row[heads.indexOf(head)] ?? '').replace(/\D/g, ''));
  // The furthest back with a high one that was not what is open now: resolved since, or not there yet.
  const past = rows.findLastIndex((row, at) => at > 0 && of(row, 'High') > 0 && of(row, 'High') !== of(rows[0] ?? [], 'High'));
  const day = rows[past] ?? [];
  expect(of(day, 'High')).toBeGreaterThan(0);
  const column = chart.locator('svg g:has(> .chart-column)').nth(rows.length - 1 - past);
  await column.locator('.chart-piece').last().click();
  await expect(used()).toContainText(/Open on: \d+ \w+ 2026, at its end \(UTC\)/);
  await expect.poll(lines).toBe(of(day, 'High'));
  await page.screenshot({ path: test.info().outputPath('open-on.png') });

  await pilot.goTo('Overview');
  await chart.getByRole('group', { name: /^Open incidents at the end/ }).focus();
  await page.keyboard.press('End');
  for (let back = 0; back < past; back += 1) await page.keyboard.press('ArrowLeft');
  await expect(chart).toContainText(`${of(day, 'Open')} open`);
  await page.keyboard.press('Enter');
  await expect.poll(lines).toBe(of(day, 'Open'));
  await used().getByRole('button', { name: 'Remove filter Open on' }).click();
  await expect.poll(lines).toBeGreaterThan(of(day, 'Open'));
});
