import { expect, type Page, test } from '@playwright/test';
import type { Output } from '../../contract/ipc';
import type { WritesView } from '../../contract/writes';
import { type Sandbox, type SandboxIncident, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

/** Incidents of each of three tenants that are changed at once. */
const EACH = 6;
const ALL = 3 * EACH;

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;
let page: Page;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 3, incidents: 12, sameSize: true });
  for (const { tenantId } of sandbox.tenants) {
    sandbox.control.setTenantState(tenantId, 'consented');
    for (let index = 0; index < EACH; index += 1)
      sandbox.control.tamperIncident(tenantId, index, {
        status: 'Active',
        redirectIncidentId: null,
        comments: [],
        lastUpdateTime: new Date().toISOString(),
      });
  }
  home = freshHome();
  await start();
  await pilot.connectPartnerApp(sandbox.partner);
  for (const { tenantId, displayName } of sandbox.tenants) await bridge('tenants.add', { tenantId, displayName });
  await pilot.goTo('Incidents');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(page.getByRole('contentinfo')).toContainText('3 of 3 tenants fresh');
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

/** What the page's own call answers. */
async function bridge<T>(name: string, input?: unknown): Promise<T> {
  const answer = await page.evaluate(([called, given]) => window.tenantry.call(called as string, given), [name, input]);
  expect((answer as { ok: boolean }).ok, name).toBe(true);
  return (answer as { value: T }).value;
}

/** Every process of the app ends at once, as when the power fails: none of them can finish anything. */
async function killApp(pids: readonly number[]): Promise<void> {
  const closed = app.electron.waitForEvent('close');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await closed;
}

/** Asked for before: what is asked for in the middle may be answered after it. */
const processes = () => app.electron.evaluate(({ app: running }) => running.getAppMetrics().map(({ pid }) => pid));

const changes = () => page.getByRole('region', { name: 'Changes' });
const comments = (incident: SandboxIncident) => incident['comments'] as { comment: string }[];

/** What the cloud itself says of every incident that was to be changed. */
function truth(): Map<string, SandboxIncident> {
  const all = sandbox.tenants.flatMap(({ tenantId }) =>
    sandbox.control
      .truth(tenantId)
      .slice(0, EACH)
      .map((incident): [string, SandboxIncident] => [`${tenantId} ${String(incident['incidentId'])}`, incident]),
  );
  return new Map(all);
}
const taken = () => [...truth().values()].filter(({ status }) => status === 'Resolved').length;

async function resolveAll(): Promise<void> {
  const incidents = [...truth().keys()].map((key) => {
    const [tenantId, incidentId] = key.split(' ');
    return { tenantId, incidentId };
  });
  const { subjects } = await bridge<Output<'writes.prepare'>>('writes.prepare', {
    incidents,
  });
  expect(subjects).toHaveLength(ALL);
  const items = subjects.map(({ tenantId, incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt }));
  await bridge('writes.start', { change: { status: 'resolved', comment: 'By nights' }, items });
}

test('@promise after a kill in the middle of changing many, each change is done, waits, or is said to be not known; none is lost or sent twice', async () => {
  sandbox.control.fault({ match: 'incidents', delayMs: 250 });
  const pids = await processes();
  await resolveAll();
  await expect.poll(taken, { intervals: [20] }).toBeGreaterThanOrEqual(4);
  await killApp(pids);
  expect(taken()).toBeLessThan(ALL);

  await start();
  const { batches, kept } = await bridge<WritesView>('writes.view');
  const ended = batches.flatMap(({ items }) => items);
  const keys = [...ended, ...kept].map(({ tenantId, incidentId }) => `${tenantId} ${incidentId}`);
  expect(keys.toSorted()).toEqual([...truth().keys()].toSorted());
  for (const { tenantId, incidentId, state } of ended) {
    expect(state).toBe('done');
    expect(truth().get(`${tenantId} ${incidentId}`)).toMatchObject({ status: 'Resolved', comments: [{ comment: 'By nights' }] });
  }
  for (const { tenantId, incidentId, state } of kept) {
    expect(state).toMatch(/^(kept|unknown)$/);
    if (state === 'kept') expect(truth().get(`${tenantId} ${incidentId}`)).toMatchObject({ status: 'Active', comments: [] });
  }
  const unknown = kept.filter(({ state }) => state === 'unknown').length;
  expect(kept.length).toBeGreaterThan(unknown);

  await page.getByRole('button', { name: `${kept.length} changes wait to be sent` }).click();
  await expect(changes().getByText('Not known whether it was taken')).toHaveCount(unknown);
  await page.screenshot({ path: test.info().outputPath('after-the-kill.png') });
  sandbox.control.clearFaults();
  await changes().getByRole('button', { name: 'Send…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send' }).click();
  await expect(changes()).toContainText(`${kept.length} of ${kept.length} finished`, { timeout: 30_000 });
  await expect.poll(async () => (await bridge<WritesView>('writes.view')).kept).toEqual([]);
  for (const [key, incident] of truth()) {
    expect(incident['status'], key).toBe('Resolved');
    expect(
      comments(incident).map(({ comment }) => comment),
      key,
    ).toEqual(['By nights']);
  }

  await pilot.goTo('Settings');
  await page.getByRole('button', { name: 'Check the trail' }).click();
  await expect(page.getByRole('region', { name: 'Audit trail' })).toContainText('Last hash:');
  expect(await bridge('audit.verify')).toMatchObject({ intact: true });
});

test('an order that was cancelled is that after a restart, with what of it was done before', async () => {
  sandbox.control.fault({ match: 'incidents', delayMs: 600 });
  await resolveAll();
  await expect.poll(taken, { intervals: [20] }).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: /changes? under way/ }).click();
  await changes().getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(changes()).toContainText(/cancelled/);
  await app.close();
  sandbox.control.clearFaults();
  await start();
  const { batches, kept } = await bridge<WritesView>('writes.view');
  expect(kept.filter(({ state }) => state === 'kept')).toEqual([]);
  const items = [...batches.flatMap((batch) => batch.items), ...kept];
  expect(items).toHaveLength(ALL);
  const states = items.map(({ state }) => state);
  expect(states.filter((state) => state === 'cancelled').length).toBeGreaterThan(0);
  expect(states.filter((state) => !/^(done|cancelled|unknown)$/.test(state))).toEqual([]);
  for (const { tenantId, incidentId, state } of items)
    if (state !== 'unknown') expect(truth().get(`${tenantId} ${incidentId}`)?.['status']).toBe(state === 'done' ? 'Resolved' : 'Active');
});
