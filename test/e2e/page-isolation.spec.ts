import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freshHome, launchApp, type RunningApp } from '../support/app';

let app: RunningApp;

test.beforeEach(async () => {
  app = await launchApp({ home: freshHome() });
  await expect(app.page.getByRole('button', { name: 'Connect your partner app' })).toBeVisible();
});
test.afterEach(() => app.close());

test('@promise the page runs in the operating system sandbox, without Node and with an isolated context', async () => {
  const pid = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/Seccomp:\s+2/);
  const seen = await app.page.evaluate(() => ({
    node: [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process],
    bridge: Object.keys((globalThis as unknown as { tenantry: object }).tenantry).toSorted(),
    frozen: Object.isFrozen((globalThis as unknown as { tenantry: object }).tenantry),
  }));
  expect(seen).toEqual({ node: ['undefined', 'undefined'], bridge: ['call', 'on'], frozen: true });
});

test('@promise the page has no network and no inline script', async () => {
  const blocked = await app.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const fetched = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    );
    const script = document.createElement('script');
    let made = 'set';
    try {
      script.textContent = 'window.owned = true';
      document.head.append(script);
    } catch {
      made = 'refused';
    }
    const violated = new Promise((resolve) => setTimeout(resolve, 0));
    await violated;
    return { fetched, made, owned: 'owned' in window, violations };
  });
  expect(blocked.fetched).toBe('refused');
  expect(blocked.owned).toBe(false);
  expect(blocked.violations).toContain('connect-src');
});

test('@promise the page cannot leave, open windows or get permissions', async () => {
  const { page } = app;
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe('denied');
});

test('@promise calls that are not of the contract are refused', async () => {
  const answers = await app.page.evaluate(async () => {
    const { tenantry } = globalThis as unknown as {
      tenantry: { call(name: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
    };
    return Promise.all([
      tenantry.call('no.such.call', undefined),
      tenantry.call('__proto__', undefined),
      tenantry.call('tenants.remove', { tenantId: 'all' }),
      tenantry.call('incidents.list', { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 1_000_000 }),
      tenantry.call('app.setTheme', { theme: 'light', extra: { deep: true } }),
    ]);
  });
  expect(answers.map((answer) => answer.error?.code ?? 'ok')).toEqual(['badInput', 'badInput', 'badInput', 'badInput', 'ok']);
});
