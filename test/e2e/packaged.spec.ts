import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { freshHome } from '../support/app';
import { launchPackaged } from '../support/packaged-app';

const ROOT = resolve(import.meta.dirname, '../..');
const UNPACKED = process.env.PACKAGED ?? join(ROOT, 'release/linux-unpacked/tenantry');

test('the unpacked app lists sandbox incidents, with its page in Chromium’s sandbox', async () => {
  await listsIncidents(UNPACKED);
});

test('what the .deb installs lists sandbox incidents', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-deb-'));
  try {
    execFileSync('dpkg-deb', ['-x', debFile(), folder]);
    chmodSync(folder, 0o755);
    await listsIncidents(join(folder, 'opt/Tenantry/tenantry'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every fuse is as electron-builder.yml says', async () => {
  const configured = configuredFuses();
  expect(Object.keys(configured)).toHaveLength(8);
  const wire = await getCurrentFuseWire(UNPACKED);
  const found = Object.keys(configured).map((name) => [name, wire[fuse(name)] === FuseState.ENABLE]);
  expect(Object.fromEntries(found)).toEqual(configured);
});

async function listsIncidents(executable: string): Promise<void> {
  const home = freshHome();
  const app = await launchPackaged(executable, home, ['--sandbox']);
  try {
    await app.page
      .getByRole('button', { name: /^Refresh/ })
      .first()
      .click();
    const rows = app.page.getByRole('grid', { name: 'Incidents' }).getByRole('row');
    const incidents = rows.filter({ has: app.page.getByRole('gridcell', { name: /^(High|Medium|Low|Informational)/ }) });
    await expect.poll(() => incidents.count(), { timeout: 60_000 }).toBeGreaterThan(1);
    const pids = await app.rendererPids();
    expect(pids.length).toBeGreaterThan(0);
    for (const pid of pids) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function debFile(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const file = readdirSync(join(ROOT, 'release')).find((name) => name.startsWith(`tenantry-${version}-`) && name.endsWith('.deb'));
  if (!file) throw new Error(`There is no .deb of version ${version} in release/`);
  return join(ROOT, 'release', file);
}

/** The electronFuses block of the packaging file: one `name: true|false` a line. */
function configuredFuses(): Record<string, boolean> {
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8'))?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value === 'true']));
}

/** The packaging file's camelCase name of a fuse as the fuses package numbers it. */
function fuse(name: string): FuseV1Options {
  const key = `${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options;
  return FuseV1Options[key];
}
