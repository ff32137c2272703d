import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findings } from '../support/accessibility';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { giveToAppUser } from '../support/app-user';
import { pdfPages } from '../support/pdf-text';
import { Pilot } from '../support/pilot';
import { readEverybody } from '../support/screens';

interface Listed {
  tenantId: string;
  displayName: string;
  incidentCount: number;
  health: { state: string };
}

let folder: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  const home = freshHome();
  folder = join(home, 'reports');
  mkdirSync(folder);
  giveToAppUser(folder, 0o700);
  app = await launchApp({ home, args: ['--sandbox'] });
  pilot = new Pilot(app.electron, app.page);
  await readEverybody(app.page);
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
});
test.afterEach(() => app.close());

const dialog = () => app.page.getByRole('dialog', { name: 'Reports for customers' });
const files = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending));
const picture = (name: string) => app.page.screenshot({ path: test.info().outputPath(`${name}.png`) });

async function tenants(): Promise<Listed[]> {
  const answer = await app.page.evaluate(() => window.tenantry.call('tenants.list', undefined));
  return (answer as { value: Listed[] }).value;
}

async function openDialog(): Promise<void> {
  await app.page.getByRole('grid', { name: 'Incidents' }).focus();
  await app.page.keyboard.press('e');
  await app.page.keyboard.press('r');
  await expect(dialog()).toBeVisible();
}

/** A report as whoever gets it sees it: opened in a window without scripts, as text; and a picture of it. */
async function shown(name: string): Promise<string> {
  const seen = await app.electron.evaluate(
    async ({ BrowserWindow, session }, path) => {
      const window = new BrowserWindow({
        show: false,
        width: 900,
        height: 1400,
        webPreferences: { session: session.fromPartition('looked at'), sandbox: true },
      });
      await window.loadFile(path);
      const { text, high, scripts } = await window.webContents.executeJavaScript(
        '({ text: document.body.innerText, high: document.documentElement.scrollHeight, scripts: document.scripts.length })',
      );
      window.setContentSize(900, Math.min(high, 4000));
      const image = (await window.webContents.capturePage()).toPNG().toString('base64');
      window.destroy();
      return { text, scripts, image };
    },
    join(folder, name),
  );
  expect(seen.scripts).toBe(0);
  writeFileSync(test.info().outputPath(`${name}.png`), Buffer.from(seen.image, 'base64'));
  return seen.text;
}

test('a customer gets a report of its own, as HTML and as PDF, that says in words how far it can be trusted', async () => {
  const { page } = app;
  const all = await tenants();
  const whole = all.find(({ health, incidentCount }) => health.state === 'fresh' && incidentCount > 0);
  const refused = all.find(({ health }) => health.state === 'consentMissing');
  if (!whole || !refused) throw new Error('a fresh customer and one without consent are needed');

  await openDialog();
  await dialog().getByLabel('Customers').selectOption(whole.tenantId);
  await dialog().getByRole('checkbox', { name: 'HTML' }).check();
  await dialog().getByRole('radio', { name: '7 days' }).check();
  expect(await findings(page), 'dialog').toEqual([]);
  await picture('dialog');
  await dialog().getByRole('button', { name: 'Write 1 report…' }).click();
  await expect(pilot.notice('2 report files written to reports')).toBeVisible();
  await expect(dialog()).toBeHidden();

  const [name = ''] = files('.html');
  const source = readFileSync(join(folder, name), 'utf8');
  expect(source).not.toMatch(/<script|javascript:|\son\w+=|https?:/i);
  const text = await shown(name);
  expect(text).toContain(`Incident report: ${whole.displayName}`);
  expect(text).toMatch(/Period: \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d \(7 days, UTC\)/);
  expect(text).toMatch(/Complete: this tenant was read whole \d{4}-\d\d-\d\d \d\d:\d\d UTC\./);
  for (const other of all) if (other !== whole) expect(source, other.displayName).not.toContain(other.tenantId);
  // Its numbers are those the overview has of this customer.
  const answer = await page.evaluate(() => window.tenantry.call('overview.read', { days: 7 }));
  const listed = (answer as { value: { tenants: { tenantId: string; open: Record<string, number>; unassigned: number }[] } }).value.tenants;
  const figures = listed.find(({ tenantId }) => tenantId === whole.tenantId);
  const sum = Object.values(figures?.open ?? {}).reduce((total, count) => total + count, 0);
  expect(sum).toBeGreaterThan(0);
  expect(text).toMatch(new RegExp(`Open now\\s+${sum}\\s+Unassigned now\\s+${figures?.unassigned}\\s`));

  const [pdfName = ''] = files('.pdf');
  const pdf = readFileSync(join(folder, pdfName));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.toString('latin1')).toMatch(/%%EOF\s*$/);
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
  expect(pdf.toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|URI)\b/);
  const pages = pdfPages(pdf);
  expect(pages.length).toBeGreaterThan(1);
  for (const one of pages) expect(one, 'each page may lie alone').toContain(whole.displayName.replaceAll(' ', ''));
  copyFileSync(join(folder, pdfName), test.info().outputPath('report.pdf'));

  await openDialog();
  await dialog().getByLabel('Customers').selectOption(refused.tenantId);
  await dialog().getByRole('checkbox', { name: 'PDF' }).uncheck();
  await dialog().getByRole('checkbox', { name: 'HTML' }).check();
  await dialog().getByRole('button', { name: 'Write 1 report…' }).click();
  await expect(pilot.notice('1 report file written to reports')).toContainText('1 customer was not read whole lately: the reports say so.');
  const [gap = ''] = files('.html').filter((one) => one !== name);
  const words = await shown(gap);
  expect(words).toContain('Not complete: incidents may be missing or out of date.');
  expect(words).toContain('Reason: Consent missing');
  expect(words).toMatch(/Open now\s+not known/);
  expect(words, 'a customer that was never read has no zeros').not.toMatch(/consentMissing|Day by day|High: 0/);
});

test('reports for everybody can be called off: whole ones are there, no part of one is', async () => {
  const { page } = app;
  const many = (await tenants()).length;
  await openDialog();
  await dialog()
    .getByRole('button', { name: `Write ${many} reports…` })
    .click();
  await expect(dialog()).toBeHidden();
  await expect(page.getByText(/^Writing report \d+ of \d+/)).toBeVisible();
  await picture('progress');
  await page.getByRole('button', { name: 'Cancel the export' }).click();
  await expect(pilot.notice('Called off')).toContainText(/report files? written to reports/);
  await expect(page.getByRole('button', { name: 'Cancel the export' })).toHaveCount(0);
  const written = readdirSync(folder);
  expect(written.length).toBeLessThan(many);
  for (const name of written) {
    expect(name).toMatch(/\.pdf$/);
    expect(readFileSync(join(folder, name)).toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/);
  }
});
