import { describe, expect, it } from 'vitest';
import { type Import, importGraph, sourceFiles } from './import-graph';

const FOLDERS = ['contract', 'locales', 'main', 'preload', 'renderer', 'sandbox'] as const;
type Folder = (typeof FOLDERS)[number];

/** Folders of ours that each folder may import from, beside itself. */
const MAY_IMPORT: Record<Folder, readonly string[]> = {
  contract: [],
  locales: ['contract'],
  main: ['contract', 'locales'],
  preload: ['contract'],
  renderer: ['contract', 'locales', 'assets'],
  sandbox: [],
};

/** The rooms of main from top to bottom: a room may use those below it, never those above. `incidents` builds on `tenants`, both on `identity`. */
const ROOMS = [
  'app',
  'ipc',
  'exports',
  'overview',
  'window',
  'notifications',
  'hunting',
  'incidents',
  'tenants',
  'identity',
  'audit',
  'store',
  'secrets',
  'cloud',
  'utility',
  'log',
];

/** The one file that starts the imitated cloud, in a process of its own and only when the sandbox is chosen. */
const SANDBOX_DOOR = 'main/app/sandbox-process.ts';

const imports = importGraph(FOLDERS);
const top = (path: string) => path.split('/')[0] ?? '';
const room = (path: string) => path.split('/')[1] ?? '';
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} → ${to}`);
const inside = (folder: string) => (one: Import) => one.from.startsWith(`${folder}/`);

describe('the import graph', () => {
  it.each(FOLDERS)('sees the files of %s', (folder) => {
    expect(sourceFiles(folder).length).toBeGreaterThan(0);
    expect(imports.filter(inside(folder)).length).toBeGreaterThan(0);
  });

  it.each(FOLDERS)('keeps %s to its own folder and those below it', (folder) => {
    const allowed = [folder, ...MAY_IMPORT[folder]];
    const wrong = imports.filter((one) => inside(folder)(one) && one.own && !allowed.includes(top(one.to)) && !isSandboxDoor(one));
    expect(shown(wrong)).toEqual([]);
  });

  it('starts the sandbox from one place only, on demand', () => {
    const doors = imports.filter((one) => one.own && top(one.to) === 'sandbox' && !inside('sandbox')(one));
    expect(doors.map(({ from, dynamic }) => ({ from, dynamic }))).toEqual([{ from: SANDBOX_DOOR, dynamic: true }]);
  });

  it('runs downwards through the rooms of main', () => {
    const between = imports.filter((one) => inside('main')(one) && one.own && top(one.to) === 'main' && one.from !== 'main/index.ts');
    expect(between.length).toBeGreaterThan(0);
    expect(between.filter((one) => !ROOMS.includes(room(one.from))).map(({ from }) => `${from} is in no known room`)).toEqual([]);
    expect(shown(between.filter((one) => ROOMS.indexOf(room(one.to)) < ROOMS.indexOf(room(one.from))))).toEqual([]);
  });

  it('keeps contract pure: zod is its only package', () => {
    expect(packagesOf('contract')).toEqual(['zod']);
  });

  it('keeps Node and Electron out of the page', () => {
    const wrong = imports.filter((one) => inside('renderer')(one) && /^(node:|electron($|\/))/.test(one.to));
    expect(shown(wrong)).toEqual([]);
  });

  it('keeps the preload scripts to Electron and the contract', () => {
    expect(packagesOf('preload')).toEqual(['electron']);
  });

  it('keeps the ui kit free of everything of ours', () => {
    const wrong = imports.filter(
      (one) => inside('renderer/ui')(one) && one.own && !one.to.startsWith('renderer/ui/') && top(one.to) !== 'assets',
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('lets renderer features build on store, bridge and ui, never on app', () => {
    const wrong = imports.filter(
      (one) => ['features', 'bridge', 'store', 'ui'].includes(room(one.from)) && one.to.startsWith('renderer/app/'),
    );
    expect(shown(wrong.filter(inside('renderer')))).toEqual([]);
  });

  it('keeps Electron out of the sandbox, which also runs in plain Node', () => {
    expect(packagesOf('sandbox')).not.toContain('electron');
  });
});

function isSandboxDoor(one: Import): boolean {
  return one.from === SANDBOX_DOOR && one.dynamic;
}

function packagesOf(folder: string): string[] {
  return [...new Set(imports.filter((one) => inside(folder)(one) && !one.own).map(({ to }) => to))].sort();
}
