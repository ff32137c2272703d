import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { recordsOf } from '../support/parse-csv';
import { Pilot } from '../support/pilot';
import { readEverybody } from '../support/screens';
import { tick, untick } from '../support/tick';

let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  home = freshHome();
  app = await launchApp({ home, args: ['--sandbox'] });
  pilot = new Pilot(app.electron, app.page);
  await readEverybody(app.page);
});
test.afterEach(() => app.close());

const lines = async () => Number(await app.page.getByRole('grid', { name: 'Incidents' }).getAttribute('aria-rowcount')) - 1;

/** The next question for a file is answered with this one. */
async function saveTo(name: string): Promise<string> {
  const file = join(home, name);
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  return file;
}

test('the queue goes out as it is: filter, order and columns, with the failed tenants named', async () => {
  const { page } = app;
  await page.getByRole('group', { name: 'Severity' }).getByRole('button', { name: 'High' }).click();
  await page.getByRole('columnheader', { name: 'Incident' }).click();
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await untick(columns.getByRole('checkbox', { name: 'Alerts' }));
  await tick(columns.getByRole('switch', { name: 'Rows close together' }));
  await page.keyboard.press('Escape');
  await expect.poll(lines).toBeGreaterThan(5);
  const shown = await lines();

  const file = await saveTo('view.csv');
  await page.getByRole('button', { name: 'Export and copy' }).click();
  await page.screenshot({ path: test.info().outputPath('export-menu.png') });
  await page.getByRole('menuitem', { name: 'Export this view as CSV…' }).click();
  await expect(pilot.notice(`${shown} incidents written to view.csv`)).toContainText(/\d+ tenants were not read whole lately/);
  const records = recordsOf(readFileSync(file, 'utf8'));
  const incidents = records.filter(({ Record }) => Record === 'incident');
  expect(incidents).toHaveLength(shown);
  expect(new Set(incidents.map(({ Severity }) => Severity?.toLowerCase()))).toEqual(new Set(['high']));
  expect(Object.keys(records[0] ?? {})).not.toContain('Alerts');
  expect(records.some((record) => record.Record === 'tenant' && record['Tenant state'] === 'consentMissing')).toBe(true);
  const names = incidents.map(({ Incident = '' }) => Incident.toLowerCase());
  expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  const first = await pilot.incidentRows().first().innerText();
  expect(first).toContain(`#${incidents[0]?.['Incident ID']}`);

  const whole = await saveTo('view.jsonl');
  await page.getByRole('grid', { name: 'Incidents' }).focus();
  await page.keyboard.press('e');
  await page.keyboard.press('w');
  await expect(pilot.notice(`${shown} incidents written to view.jsonl`)).toBeVisible();
  const [head, ...rest] = readFileSync(whole, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(head).toMatchObject({ complete: false, incidents: shown });
  expect(head.query.severities).toEqual(['high']);
  expect(rest.pop()).toEqual({ end: true, incidents: shown });
  for (const row of rest) expect(String(row.incident.incidentId)).toBe(row.incidentId);
});

test('an export that is called off leaves nothing behind, and one that cannot be written says so', async () => {
  const { page } = app;
  await app.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  await page.keyboard.press('e');
  await page.keyboard.press('c');
  await saveTo('no such folder/view.csv');
  await page.keyboard.press('e');
  await page.keyboard.press('c');
  await expect(pilot.notice('view.csv could not be written')).toBeVisible();
  expect(existsSync(join(home, 'no such folder'))).toBe(false);
  expect(readdirSync(home).filter((name) => /csv|unfinished/.test(name))).toEqual([]);
});

test('ticked incidents go on the clipboard as text, Markdown and HTML, each with the name of its customer', async () => {
  const { page } = app;
  await page.getByRole('grid', { name: 'Incidents' }).focus();
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await expect(page.getByRole('toolbar', { name: 'Ticked incidents' })).toContainText('2 incidents ticked');
  // In the row also where its title takes the room.
  const numbers = await Promise.all([0, 1].map((at) => pilot.incidentRows().nth(at).locator('.incident-id').textContent()));
  const ids = numbers.map((number) => /#(\d+)/.exec(number ?? '')?.[1] ?? 'none');
  const copied = async (key: string) => {
    await app.electron.evaluate(({ clipboard: own }) => own.clear());
    await page.keyboard.press('y');
    await page.keyboard.press(key);
    await expect.poll(() => pilot.clipboard()).toContain(String(ids[1]));
    return { text: await pilot.clipboard(), html: await pilot.clipboardHtml() };
  };

  const plain = await copied('t');
  expect(plain.html).toBe('');
  expect(plain.text.split('\n\n')).toHaveLength(2);
  for (const [at, part] of plain.text.split('\n\n').entries()) {
    expect(part).toMatch(new RegExp(`^#${ids[at]} .+\\nTenant: .+ \\([0-9a-f-]{36}\\)\\nSeverity: `));
  }

  const markdown = (await copied('m')).text;
  expect(markdown.match(/^\*\*\[?\\#\d+ /gm)).toHaveLength(2);
  expect(markdown.match(/^- Tenant: .+ \\\([0-9a-f-]{36}\\\)$/gm)).toHaveLength(2);

  const { html, text } = await copied('h');
  expect(text).toBe(plain.text);
  expect(html).not.toMatch(/<(script|img|iframe)|javascript:|\son\w+=/i);
  const cells = html.split('<tr>').slice(2);
  expect(cells).toHaveLength(2);
  for (const [at, row] of cells.entries()) {
    expect(row).toContain(`#${ids[at]} `);
    expect(row).toMatch(/\([0-9a-f-]{36}\)/);
  }
});
