import { expect, type Page, test } from '@playwright/test';
import { type Sandbox, type SandboxIncident, startSandbox } from '../../sandbox/index';
import { findings } from '../support/accessibility';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';
import { tick } from '../support/tick';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;
let page: Page;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 3, incidents: 12 });
  for (const { tenantId } of sandbox.tenants) {
    sandbox.control.setTenantState(tenantId, 'consented');
    for (const index of [0, 1]) tamper(tenantId, index, { status: 'Active', assignedTo: null, redirectIncidentId: null, comments: [] });
  }
  home = freshHome();
  await start();
  await pilot.connectPartnerApp(sandbox.partner);
  for (const { tenantId, displayName } of sandbox.tenants) await bridge('tenants.add', { tenantId, displayName });
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

async function start(): Promise<void> {
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  ({ page } = app);
}

async function bridge(name: string, input?: unknown): Promise<void> {
  const answer = await page.evaluate(([called, given]) => window.tenantry.call(called as string, given), [name, input]);
  expect((answer as { ok: boolean }).ok, name).toBe(true);
}

const tamper = (tenantId: string, index: number, patch: SandboxIncident) =>
  sandbox.control.tamperIncident(tenantId, index, { ...patch, lastUpdateTime: new Date().toISOString() });

async function readAll(): Promise<void> {
  await pilot.goTo('Incidents');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(page.getByRole('contentinfo')).toContainText('3 of 3 tenants fresh');
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Shows the incidents of one tenant, without a mouse. */
async function showTenant(name: string): Promise<void> {
  await press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command or tenant' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { selected: true }).filter({ hasText: name })).toContainText('Show incidents');
  await press('Enter');
  await expect(pilot.incidentRows().first()).toContainText(name);
}

/** Does what the palette offers first for some words. */
async function command(words: string, offered: string): Promise<void> {
  await press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command or tenant' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(offered);
  await press('Enter');
}

const truth = (tenantId: string, index: number) => sandbox.control.truth(tenantId)[index];
const changes = () => page.getByRole('region', { name: 'Changes' });
const line = (name: string) => changes().getByRole('listitem').filter({ hasText: name });
const picture = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });

test('six incidents of three tenants are resolved at once: one conflict, one without permission, one throttled; then retry and undo', async () => {
  // The service holds one of the tenants back, twice.
  const [throttled, contested, readOnly] = sandbox.tenants;
  if (!throttled || !contested || !readOnly) throw new Error('three tenants are needed');
  sandbox.control.setTenantState(readOnly.tenantId, 'readOnly');
  await readAll();
  for (const { displayName } of sandbox.tenants) {
    await showTenant(displayName);
    await press('j', 'x', 'j', 'x');
  }
  const bar = page.getByRole('toolbar', { name: 'Ticked incidents' });
  await expect(bar).toContainText('6 incidents ticked');
  await expect(bar).toContainText(readOnly.displayName);
  await expect(bar).toContainText('4 of them are not in the list on screen.');
  tamper(contested.tenantId, 0, { assignedTo: 'other@partner.example', tags: ['seen by nights'] });
  sandbox.control.throttle(throttled.tenantId, { limitPerMinute: 2, style: 'body', windowSeconds: 3 });

  await press('s');
  const form = page.getByRole('dialog', { name: 'Set the status of 6 incidents' });
  await expect(form).toContainText(throttled.displayName);
  await expect(form).toContainText('4 of them are not in the list on screen.');
  await expect(form).toContainText(`${readOnly.displayName} does not allow changes: Incident.ReadWrite.All is missing.`);
  await tick(form.getByRole('radio', { name: 'Resolved' }));
  await form.getByLabel('Comment (optional)').fill('Closed by nights');
  await form.getByRole('radio', { name: 'Resolved' }).focus();
  expect(await findings(page), 'form').toEqual([]);
  await picture('form');
  await press('Enter');
  await expect(form).toHaveCount(0);

  await expect(changes()).toContainText('6 of 6 finished', { timeout: 30_000 });
  await expect(changes()).toContainText('3 done · 1 conflict · 2 failed');
  await expect(line(readOnly.displayName).first()).toContainText('Permission missing: Incident.ReadWrite.All');
  expect(truth(throttled.tenantId, 0)?.['status']).toBe('Resolved');
  expect(truth(contested.tenantId, 0)).toMatchObject({ status: 'Active', assignedTo: 'other@partner.example' });
  expect(truth(readOnly.tenantId, 0)?.['status']).toBe('Active');
  expect(await findings(page), 'changes').toEqual([]);

  await changes().getByRole('button', { name: 'Compare' }).click();
  const comparison = changes().getByRole('table');
  await expect(comparison.getByRole('row', { name: /Assigned to/ })).toContainText(/Nobody.*other@partner\.example.*As it is now/);
  await expect(comparison.getByRole('row', { name: /Tags/ })).toContainText(/Not known.*seen by nights.*As it is now/);
  await expect(comparison.getByRole('row', { name: /Comment/ })).toContainText('One more: Closed by nights');
  expect(await findings(page), 'conflict').toEqual([]);
  await picture('conflict');
  await changes().getByRole('button', { name: 'Write what is ticked' }).click();
  await expect(changes()).toContainText('4 done · 2 failed');
  expect(truth(contested.tenantId, 0)).toMatchObject({ status: 'Resolved', assignedTo: 'other@partner.example' });

  sandbox.control.setTenantState(readOnly.tenantId, 'consented');
  await command('failed', 'Try the 2 failed changes again');
  await expect(changes()).toContainText('6 done');
  expect(truth(readOnly.tenantId, 1)?.['status']).toBe('Resolved');

  sandbox.control.throttle(throttled.tenantId, null);
  await command('undo', 'Undo the last 6 changes…');
  const asked = page.getByRole('alertdialog', { name: 'Undo 6 changes?' });
  await expect(asked).toContainText(contested.displayName);
  expect(await findings(page), 'undo').toEqual([]);
  await asked.getByRole('button', { name: 'Undo' }).click();
  await expect(changes().getByRole('article', { name: 'Taking back' })).toContainText('6 of 6 finished · 6 done', { timeout: 30_000 });
  for (const { tenantId } of sandbox.tenants) for (const index of [0, 1]) expect(truth(tenantId, index)?.['status']).toBe('Active');
  await picture('undone');

  await pilot.goTo('Settings');
  const trail = page.getByRole('table', { name: 'Audit trail' }).getByRole('row');
  await expect(trail.filter({ hasText: 'Incident changed' }).first()).toContainText('Status: Resolved → Active');
  await expect(trail.filter({ hasText: 'somebody else changed it' })).toHaveCount(1);
  await expect(trail.filter({ hasText: 'Change of an incident failed' }).filter({ hasText: readOnly.displayName })).toHaveCount(2);
});

test('what cannot be sent waits, survives a restart, and goes out when a person says so', async () => {
  const [one] = sandbox.tenants;
  if (!one) throw new Error('a tenant is needed');
  await readAll();
  await showTenant(one.displayName);
  await press('j', 'Enter');
  const details = page.getByRole('region', { name: 'Incident details' });
  await expect(details.getByRole('toolbar', { name: 'Change this incident' })).toBeVisible();
  expect(await findings(page), 'incident').toEqual([]);
  // Which of the two that were changed last stands first is a matter of a millisecond.
  const id = Number(/#(\d+)/.exec(await details.innerText())?.[1]);
  const inCloud = () => sandbox.control.truth(one.tenantId).find(({ incidentId }) => incidentId === id);
  expect(inCloud()).toBeDefined();
  sandbox.control.fault({ match: 'incidents', reset: true });
  await press('c');
  const form = page.getByRole('dialog', { name: 'Classify 1 incident' });
  await tick(form.getByRole('radio', { name: 'True positive' }));
  await tick(form.getByRole('radio', { name: 'Phishing' }));
  await form.getByLabel('Comment (optional)').fill('Seen at the gateway');
  expect(await findings(page), 'classify').toEqual([]);
  await picture('classify');
  await form.getByRole('button', { name: 'Change 1 incident' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('1 change waits to be sent', { timeout: 30_000 });
  await picture('kept');
  expect(inCloud()).not.toMatchObject({ determination: 'Phishing' });

  await app.close();
  sandbox.control.clearFaults();
  sandbox.control.clearRequests();
  await start();
  await page.getByRole('button', { name: '1 change waits to be sent' }).click();
  expect(sandbox.control.requests().filter(({ method }) => method === 'PATCH')).toEqual([]);
  expect(await findings(page), 'kept').toEqual([]);
  await changes().getByRole('button', { name: 'Send…' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Send 1 change now?' });
  await expect(asked).toContainText(one.displayName);
  await asked.getByRole('button', { name: 'Send' }).click();
  await expect(changes()).toContainText('1 of 1 finished · 1 done');
  const after = inCloud();
  expect(after).toMatchObject({ classification: 'TruePositive', determination: 'Phishing' });
  expect(after?.['comments']).toEqual([expect.objectContaining({ comment: 'Seen at the gateway' })]);
  expect(sandbox.control.requests().filter(({ method }) => method === 'PATCH')).toHaveLength(1);
});
