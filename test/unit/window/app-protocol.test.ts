import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { fileOf, isAppUrl } = await import('../../../main/window/app-protocol');

describe('fileOf', () => {
  it('finds files inside the page folder', () => {
    expect(fileOf('app://tenantry/', '/page')).toBe('/page/index.html');
    expect(fileOf('app://tenantry/assets/a.js?x', '/page')).toBe('/page/assets/a.js');
  });

  it.each([
    'app://other/index.html',
    'app://tenantry/..%2f..%2fetc/passwd',
    'app://tenantry/..%2fpage-two/x',
    'app://tenantry/a/..%2f..%2f..%2fx',
  ])('refuses %s, which leaves the folder', (url) => {
    expect(fileOf(url, '/page')).toBeNull();
  });

  it('stays inside when the URL itself climbs', () => {
    expect(fileOf('app://tenantry/a/%2e%2e/../../x', '/page')).toBe('/page/x');
  });
});

describe('isAppUrl', () => {
  it('knows our pages and nothing else', () => {
    expect(isAppUrl('app://tenantry/index.html#/incidents')).toBe(true);
    for (const url of ['app://tenantry.evil/index.html', 'https://tenantry/', 'app:tenantry', '', undefined])
      expect(isAppUrl(url)).toBe(false);
  });
});
