import { expect } from 'vitest';
import type { StoredTenant } from '../../../main/store/store-port';

/** Who was read over the surface that stands in says so, and why. Out: whether it fell over, `surfaces` being those that the tenant allows. */
export function expectNamedWay({ readOver }: StoredTenant, surfaces: readonly ('xdr' | 'graph')[], what: string): boolean {
  if (readOver?.surface !== 'graph') {
    expect(readOver, what).toEqual({ surface: 'xdr', preferred: 'xdr' });
    return false;
  }
  expect(surfaces, what).toContain('graph');
  expect(readOver, what).toMatchObject({
    preferred: 'xdr',
    otherProblem: { code: expect.stringMatching(/^(rolesMissing|notLicensed)$/) as string },
  });
  return surfaces.length === 2;
}
