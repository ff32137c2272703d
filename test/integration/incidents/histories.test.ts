import { beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../support/bundle';
import { History } from '../../support/histories/history';

/** TENANTRY_HISTORIES=200 runs more of them, TENANTRY_HISTORY_FROM=17 begins with another seed: with TENANTRY_HISTORIES=1 it is that one alone. */
const COUNT = Number(process.env['TENANTRY_HISTORIES'] ?? 12);
const FROM = Number(process.env['TENANTRY_HISTORY_FROM'] ?? 1);

describe('whatever happens in a cloud and on the way to it, nothing is lost, nothing doubled, and who was not read is named', () => {
  let child: string;
  let fellOver = 0;
  beforeAll(async () => {
    child = await bundleForNode('test/support/histories/reader-child.ts', 'reader-child');
  });

  it.each(Array.from({ length: COUNT }, (_, index) => FROM + index))('in the history of seed %i', async (seed) => {
    const history = new History(seed, child);
    await history.run();
    fellOver += history.fellOver;
  });

  it.runIf(COUNT >= 12)('and some of it happened while the other surface stood in', () => {
    expect(fellOver).toBeGreaterThan(0);
  });
});
