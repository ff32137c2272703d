import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPlatformPackages } from '../../../scripts/lib/lockfile.mjs';

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8'));

describe('package-lock.json', () => {
  it('names the packages of every platform, so that npm ci accepts it everywhere', () => {
    expect(missingPlatformPackages(lock).map(({ name }) => name)).toEqual([]);
  });

  it('names no registry: everyone installs from their own', () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => (entry as { resolved?: string }).resolved?.startsWith('http'))).toEqual([]);
  });
});

describe('missingPlatformPackages', () => {
  it('finds an optional package in the folders where Node would look for it', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } },
      'node_modules/a-linux': {},
      'node_modules/b': {},
      'node_modules/b/node_modules/c': { optionalDependencies: { 'c-win32': '2.0.0', 'a-linux': '1.0.0' } },
      'node_modules/b/node_modules/c-win32': {},
    };
    expect(missingPlatformPackages({ packages }).map(({ name, range }) => `${name}@${range}`)).toEqual(['a-darwin@1.0.0']);
  });
});
