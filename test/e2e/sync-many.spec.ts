import { expect, test } from '@playwright/test';
import type { Tenant } from '../../contract/tenant';
import { type Sandbox, startSandbox, type TenantState } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

/** Ten tenants that fail, for six reasons, and what the window calls each. */
const FAILING: readonly (readonly [TenantState, string])[] = [
  ['notConsented', 'Consent missing'],
  ['notConsentedOld', 'Consent missing'],
  ['noRoles', 'No permission'],
  ['partial', 'No permission'],
  ['notLicensed', 'Not licensed'],
  ['notLicensed', 'Not licensed'],
  ['appDisabled', 'App switched off'],
  ['appDisabled', 'App switched off'],
  ['conditionalAccess', 'Blocked by Conditional Access'],
  ['tenantBlocked', 'Tenant blocked'],
];
const TENANTS = 200;
/** A window that stands still longer than this is noticed; a busy machine of two cores stays below. */
const LONGEST_FRAME_MS = 500;

let sandbox: Sandbox;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: TENANTS, incidents: 60, latencyMs: 20 });
  const home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

async function bridge<Out>(name: string, input?: unknown): Promise<Out> {
  const answer = await app.page.evaluate(([called, given]) => window.tenantry.call(called as string, given), [name, input]);
  const { ok, value } = answer as { ok: boolean; value: Out };
  expect(ok, name).toBe(true);
  return value;
}

/** From now on the page notes the longest time between two of its frames. */
const watchFrames = () =>
  app.page.evaluate(() => {
    let last = performance.now();
    Object.assign(window, { longestFrame: 0 });
    const frame = (at: number): void => {
      const seen = window as unknown as { longestFrame: number };
      seen.longestFrame = Math.max(seen.longestFrame, at - last);
      last = at;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
const longestFrame = () => app.page.evaluate(() => (window as unknown as { longestFrame: number }).longestFrame);

const refresh = () => app.page.getByRole('button', { name: /^Refresh/ }).first();

test('two hundred tenants are read in front of the user, ten fail for six reasons, the network goes and comes back, and the counts are the cloud’s', async () => {
  test.setTimeout(300_000);
  for (const [index, { tenantId }] of sandbox.tenants.entries())
    sandbox.control.setTenantState(tenantId, FAILING[index]?.[0] ?? 'consented');
  await pilot.connectPartnerApp(sandbox.partner);
  await bridge(
    'tenants.addSeveral',
    sandbox.tenants.map(({ tenantId, domain, displayName }) => ({ tenantId, domain, displayName })),
  );
  await pilot.goTo('Incidents');
  await watchFrames();
  await refresh().click();

  const progress = app.page.locator('.sync-indicator');
  await expect(progress).toContainText(/Reading [2-9]\d of 200 tenants/);
  sandbox.control.fault({ match: '*', reset: true });
  await expect.poll(() => sandbox.control.requests().filter(({ status }) => status === 0).length).toBeGreaterThan(40);
  await app.page.screenshot({ path: 'test-results/sync-many-cut.png' });
  sandbox.control.clearFaults();
  await expect(pilot.notice(/of 200 tenants read whole/)).toBeVisible({ timeout: 120_000 });

  // Whoever was met by the cut is named with it, and not taken for quiet.
  for (const { displayName, health } of await bridge<Tenant[]>('tenants.list'))
    expect(health.state === 'fresh' || health.problem !== undefined, `${displayName} is ${health.state}`).toBe(true);

  await refresh().click();
  await expect(pilot.coverage()).toContainText('190 of 200 tenants fresh', { timeout: 120_000 });
  await expect(progress).toBeHidden();
  await expect(pilot.coverage()).toContainText('10 failed');
  const failed = app.page.getByRole('group', { name: 'Tenants that failed' });
  await app.page.screenshot({ path: 'test-results/sync-many.png' });
  // Those that find no room beside the others are counted, and stand behind the count.
  const named = await failed.getByRole('button').allInnerTexts();
  const hidden = Number(/^(\d+) more$/.exec(named.at(-1) ?? '')?.[1] ?? 0);
  expect(named.length - (hidden > 0 ? 1 : 0) + hidden).toBe(FAILING.length);
  if (hidden > 0) await failed.getByRole('button').last().click();
  const behind = app.page.locator('.coverage-list > li');
  await expect(behind).toHaveCount(hidden);
  const listed = await behind.allInnerTexts();
  for (const [index, [, words]] of FAILING.entries()) {
    const name = sandbox.tenants[index]?.displayName ?? '';
    const chip = named.find((text) => text.includes(name));
    if (chip === undefined) expect(listed.filter((text) => text.includes(name))).toHaveLength(1);
    else expect(chip).toContain(words);
  }
  await app.page.keyboard.press('Escape');

  const truth = sandbox.tenants.map(({ tenantId }, index) => [tenantId, index < 10 ? 0 : sandbox.control.truth(tenantId).length]);
  const stored = (await bridge<Tenant[]>('tenants.list')).map(({ tenantId, incidentCount }) => [tenantId, incidentCount]);
  expect(new Map(stored as [string, number][])).toEqual(new Map(truth as [string, number][]));
  expect(await longestFrame()).toBeLessThan(LONGEST_FRAME_MS);
});

test('what is paused stays paused and says so, also after a restart; one tenant is stopped alone', async () => {
  const customer = sandbox.tenants.find(({ state, incidents }) => state === 'consented' && incidents > 0);
  if (!customer) throw new Error('The sandbox has no consented tenant');
  const home = freshHome();
  const args = [`--cloud=${cloudFileOf(sandbox, home)}`];
  await app.close();
  app = await launchApp({ home, args });
  pilot = new Pilot(app.electron, app.page);
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Some customer');
  let details = await pilot.openTenant('Some customer');
  await details.getByRole('button', { name: 'Read now' }).click();
  await expect(pilot.tenantRow('Some customer')).toContainText('Fresh');
  await expect(details).toContainText(/of 40 calls in the last minute/);
  await app.page.screenshot({ path: 'test-results/reading-section.png' });

  // A read that waits is ended at once.
  sandbox.control.fault({ match: 'incidents', hang: true });
  await details.getByRole('button', { name: 'Read now' }).click();
  await details.getByRole('button', { name: 'Stop this read' }).click();
  await expect(details.getByRole('button', { name: 'Stop this read' })).toBeHidden({ timeout: 3_000 });
  sandbox.control.clearFaults();

  await pilot.goTo('Settings');
  await app.page.getByRole('button', { name: 'Pause all reading' }).click();
  await expect(app.page.getByText('Reading is paused since').first()).toBeVisible();
  await app.page.screenshot({ path: 'test-results/reading-paused.png' });
  await pilot.goTo('Incidents');
  await expect(refresh()).toBeDisabled();
  await pilot.goTo('Tenants');
  await expect(pilot.tenantRow('Some customer')).toContainText('Stale');
  await app.close();

  app = await launchApp({ home, args });
  pilot = new Pilot(app.electron, app.page);
  await expect(app.page.getByText('Reading is paused since').first()).toBeVisible();
  await app.page.getByRole('button', { name: 'Resume reading' }).first().click();
  await expect(app.page.getByText('Reading is paused since')).toHaveCount(0);
  await pilot.goTo('Tenants');
  details = await pilot.openTenant('Some customer');
  await details.getByRole('button', { name: 'Pause reading' }).click();
  await expect(details).toContainText(/Paused since/);
  await expect(pilot.tenantRow('Some customer')).toContainText('Stale');
});
