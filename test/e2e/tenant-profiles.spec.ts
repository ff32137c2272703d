import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { giveToAppUser } from '../support/app-user';
import { Pilot } from '../support/pilot';
import { tick } from '../support/tick';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 12, incidents: 30 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  await pilot.connectPartnerApp(sandbox.partner);
  await expect(app.page.getByText('accepted', { exact: false }).first()).toBeVisible();
  await pilot.goTo('Tenants');
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

const customer = (index: number) => {
  const tenant = sandbox.tenants[index];
  if (!tenant) throw new Error(`The sandbox has no customer ${index}`);
  return tenant;
};
const rows = () =>
  app.page
    .getByRole('grid', { name: 'Tenants', exact: true })
    .getByRole('row')
    .filter({ has: app.page.getByRole('gridcell') });
const menu = async (item: string | RegExp) => {
  await app.page.getByRole('button', { name: 'Import and export' }).click();
  await app.page.getByRole('menuitem', { name: item }).click();
};
const narrowBy = async (label: string, option: string) => {
  await app.page.getByRole('group', { name: 'Narrow the list' }).getByRole('button', { name: label }).click();
  await app.page.getByRole('menuitemcheckbox', { name: option }).click();
  await app.page.keyboard.press('Escape');
};
const dialog = () => app.page.getByRole('dialog');

/** Answers the next file dialogs as a person would, with a path. */
async function answerDialogs(path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
  }, path);
}

async function importFile(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(home, name);
  writeFileSync(path, content);
  giveToAppUser(path, 0o600);
  await answerDialogs(path);
  await menu('Import a file…');
}

async function exportTo(name: string, item: RegExp): Promise<string> {
  const path = join(home, name);
  await answerDialogs(path);
  await menu(item);
  await expect(pilot.notice(`written to ${name}`)).toBeVisible();
  return readFileSync(path, 'utf8');
}

async function paste(lines: readonly string[]): Promise<void> {
  await menu('Add several…');
  await dialog().getByLabel('List of customers').fill(lines.join('\n'));
  await dialog()
    .getByRole('button', { name: /^Look up \d/ })
    .click();
}

async function addFromPaste(count: number): Promise<void> {
  const tenants = sandbox.tenants.slice(0, count);
  await paste(tenants.map(({ displayName, domain }) => `${displayName};${domain}`));
  await dialog()
    .getByRole('button', { name: `Add ${count} tenants` })
    .click();
  await expect(dialog()).toBeHidden();
  await expect(rows()).toHaveCount(count);
}

async function editProfile(details: Locator, fields: Record<string, string>): Promise<void> {
  await details.getByRole('button', { name: 'Edit profile' }).click();
  for (const [label, value] of Object.entries(fields)) await details.getByLabel(label, { exact: true }).fill(value);
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details.getByRole('button', { name: 'Edit profile' })).toBeVisible();
}

test('a pasted list says what each line is, and adds what was found', async () => {
  await pilot.addTenant(customer(0).domain, customer(0).displayName);
  await menu('Add several…');
  await dialog()
    .getByLabel('List of customers')
    .fill(
      [
        customer(0).domain,
        `Second AB;${customer(1).domain}`,
        `Third, "Ltd"\t${customer(2).tenantId}`,
        customer(1).domain,
        'this is no customer',
        'nobody-knows-this.example',
        sandbox.foreign.domain,
        customer(1).tenantId,
      ].join('\n'),
    );
  await expect(dialog().getByRole('status')).toHaveText('5 new, 1 already in the list, 1 named twice, 1 not understood');
  await dialog().getByRole('button', { name: 'Look up 5' }).click();
  await expect(dialog().getByRole('status')).toHaveText(
    '2 found, 1 already in the list, 2 named twice, 1 not understood, 1 not found, 1 in another cloud',
  );
  const lines = dialog().getByRole('grid', { name: 'Lines of the list' });
  await expect(lines.getByRole('row').filter({ hasText: 'nobody-knows-this.example' })).toContainText('Not found');
  await expect(lines.getByRole('row').filter({ hasText: sandbox.foreign.domain })).toContainText('Other cloud');
  await dialog().getByRole('button', { name: 'Add 2 tenants' }).click();
  await expect(pilot.tenantRow('Second AB')).toContainText(customer(1).tenantId);
  await expect(pilot.tenantRow('Third, "Ltd"')).toContainText(customer(2).tenantId);
  await expect(rows()).toHaveCount(3);
});

test('a profile is edited, found again and filtered by; several are changed and removed at once', async () => {
  await addFromPaste(4);
  const details = await pilot.openTenant(customer(1).displayName);
  await editProfile(details, {
    Group: 'Retail',
    Tags: 'gold, night-shift',
    Owner: 'Ada',
    Contact: 'it@example.com',
    Notes: 'Calls first.',
  });
  await expect(details).toContainText('Calls first.');

  // Half a profile is not lost by looking at another customer.
  await details.getByRole('button', { name: 'Edit profile' }).click();
  await details.getByLabel('Notes').fill('Half a sentence');
  await expect(await pilot.openTenant(customer(2).displayName)).toContainText('No group, tags or notes yet');
  await pilot.openTenant(customer(1).displayName);
  await expect(details.getByLabel('Notes')).toHaveValue('Half a sentence');
  await details.getByRole('form', { name: 'Profile' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(details).toContainText('Calls first.');
  await expect(pilot.tenantRow(customer(1).displayName)).toContainText('Retail');
  await details.getByRole('button', { name: 'Close details' }).click();

  const search = app.page.getByLabel('Find a tenant');
  for (const text of ['night-sh', 'retail', 'ada', customer(1).tenantId.slice(0, 13)]) {
    await search.fill(text);
    await expect(rows()).toHaveCount(1);
    await expect(rows()).toContainText(customer(1).displayName);
  }
  await search.fill('');
  await narrowBy('Group', 'Retail');
  await expect(rows()).toHaveCount(1);
  await app.page.getByRole('button', { name: 'Clear filters' }).click();
  await narrowBy('State', 'Never asked');
  await expect(rows()).toHaveCount(4);
  await app.page.getByRole('button', { name: 'Clear filters' }).click();

  // The rail beside the incidents finds it, too.
  await pilot.goTo('Incidents');
  await app.page.getByLabel('Search tenants').fill('night-shift');
  await expect(app.page.getByRole('listbox', { name: 'Show incidents of' }).getByRole('option')).toHaveCount(1);
  await pilot.goTo('Tenants');

  // Several at once.
  for (const index of [0, 1]) await tick(app.page.getByLabel(`Select ${customer(index).displayName}`));
  const bar = app.page.getByRole('toolbar', { name: 'Selected tenants' });
  await bar.getByRole('button', { name: 'Add tag…' }).click();
  await expect(dialog()).toContainText(customer(0).displayName);
  await dialog().getByLabel('Tag').fill('pilot');
  await dialog().getByRole('button', { name: 'Add tag to 2 tenants' }).click();
  await expect(dialog()).toBeHidden();
  await narrowBy('Tag', 'pilot');
  await expect(rows()).toHaveCount(2);
  await bar.getByRole('button', { name: 'Remove tenants…' }).click();
  const confirm = app.page.getByRole('alertdialog');
  await expect(confirm).toContainText('Remove 2 tenants?');
  await expect(confirm).toContainText(customer(0).displayName);
  await confirm.getByRole('button', { name: 'Remove 2 tenants' }).click();
  await app.page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows()).toHaveCount(2);
});

test('a CSV file is shown before it is written, and what is exported comes back the same', async () => {
  await addFromPaste(3);
  const csv = [
    'Name;Tenant ID;Domain;Group;Tags;Region',
    `${customer(0).displayName};${customer(0).tenantId};;;;EU`,
    `${customer(1).displayName};${customer(1).tenantId};;Retail;gold|silver;EU`,
    `;;${customer(2).domain};"Line one`,
    `line two";;`,
    `"'=HYPERLINK(""x"")";${customer(4).tenantId};;;;`,
    `Again;${customer(4).tenantId};;;;`,
    'Nobody;not-an-id;;;;',
    `Broken "quote;"${customer(5).tenantId}" x;;;;`,
  ].join('\r\n');
  await importFile('customers.csv', `\uFEFF${csv}`);
  await expect(dialog()).toContainText('Region');
  const kinds = dialog().getByRole('group', { name: 'Rows to show' });
  await expect(kinds.getByRole('button')).toHaveText(['All rows 7', 'New 1', 'Changed 2', 'Unchanged 1', 'Duplicate 1', 'Not usable 2']);
  await kinds.getByRole('button', { name: 'Not usable' }).click();
  const listed = dialog().getByRole('grid', { name: 'Rows of the file' });
  await expect(listed.getByRole('row').filter({ hasText: 'Nobody' })).toContainText(/^8/);
  await expect(listed).toContainText('Text stands after a closing quotation mark');
  await kinds.getByRole('button', { name: /^Changed/ }).click();
  await expect(listed).toContainText('group: (empty) → Retail · tags: (empty) → gold; silver');
  await dialog().getByRole('button', { name: 'Add 1 and change 2' }).click();
  await expect(dialog()).toBeHidden();
  await expect(rows()).toHaveCount(4);
  await expect(pilot.tenantRow(customer(1).displayName)).toContainText('Retail');
  await expect(pilot.tenantRow('=HYPERLINK("x")')).toContainText(customer(4).tenantId);

  const exported = await exportTo('out.csv', /^Export all as CSV/);
  expect(exported.startsWith('\uFEFFName,Tenant ID,Domain,Group,Tags')).toBe(true);
  expect(exported).toContain(`"'=HYPERLINK(""x"")",${customer(4).tenantId}`);
  expect(exported).not.toContain(sandbox.partner.clientSecret);
  await importFile('back.csv', exported);
  await expect(kinds.getByRole('button')).toHaveText(['All rows 4', 'New 0', 'Changed 0', 'Unchanged 4', 'Duplicate 0', 'Not usable 0']);
  await expect(dialog().getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await dialog().getByRole('button', { name: 'Cancel' }).click();

  // Only what is in view, and as a team pack.
  await narrowBy('Tag', 'gold');
  const pack = await exportTo('pack.json', /^Export 1 shown as a team pack/);
  expect(JSON.parse(pack)).toMatchObject({
    format: 'tenantry-team-pack',
    version: 1,
    content: { tenants: [{ tags: ['gold', 'silver'] }], consentMail: { appName: '' } },
  });
  await pilot.goTo('Settings');
  const mail = app.page.getByRole('region', { name: 'Consent mail' });
  await mail.getByRole('textbox', { name: /name/i }).fill('Changed since');
  await mail.getByRole('button', { name: 'Save' }).click();
  await expect(pilot.notice('Consent mail saved')).toBeVisible();
  await pilot.goTo('Tenants');
  await importFile('same.json', pack);
  await expect(dialog()).toContainText('Import the team pack same.json');
  await dialog().getByRole('checkbox', { name: 'Replace the consent mail with the one of the pack' }).click();
  await dialog().getByRole('button', { name: 'Replace the mail' }).click();
  await expect(dialog()).toBeHidden();
  await pilot.goTo('Settings');
  await expect(mail.getByRole('textbox', { name: /name/i })).toHaveValue('');
  await pilot.goTo('Tenants');
  await importFile('changed.json', pack.replace('gold', 'fold'));
  await expect(dialog()).toContainText('The checksum of this team pack does not fit its content');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await importFile('newer.json', pack.replace('"version":1', '"version":2'));
  await expect(dialog()).toContainText('made by a newer Tenantry');
});
