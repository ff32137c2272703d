import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  dev?: boolean;
  /** Here because a tool of ours needs it, though something that ships could use it. */
  devOptional?: boolean;
  license?: string;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** Licences under which something may ship. Nothing copyleft. */
const ALLOWED = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MPL-2.0', '0BSD']);

/** "(MIT OR GPL-2.0)": one of the choices is enough. */
const allows = (license: string) =>
  license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => ALLOWED.has(one.trim()));

describe('licences', () => {
  const shipped = Object.entries(lock.packages).filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional);

  it('are on the list for everything that can ship', () => {
    expect(shipped.length).toBeGreaterThan(50);
    expect(
      shipped
        .filter(([, { license }]) => license === undefined || !allows(license))
        .map(([folder, { license }]) => `${folder}: ${license}`),
    ).toEqual([]);
  });
});
