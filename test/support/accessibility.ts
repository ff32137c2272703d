import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** How often a screen that changed under axe's eyes is looked at anew; the last look counts whatever happens. */
const LOOKS = 4;

/** What axe has to say against the screen while it stands still: axe goes over it piece by piece, and of a notice that comes or goes meanwhile sees colours that are none. */
export async function findings(page: Page): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    await settled(page);
    const stoodStill = await watchStill(page);
    const found = await analysed(page);
    if ((await stoodStill()) || look === LOOKS) return found;
  }
}

/** Fluent's focus handling leaves invisible helper elements, which are its own matter. */
async function analysed(page: Page): Promise<string[]> {
  const results = await new AxeBuilder({ page })
    // Electron cannot open the blank page that the default mode wants.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** Watches from now on whether anything comes, goes or fades. */
async function watchStill(page: Page): Promise<() => Promise<boolean>> {
  const watch = await page.evaluateHandle(() => {
    const seen = { changes: 0 };
    const observer = new MutationObserver((records) => {
      seen.changes += records.length;
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return { seen, observer };
  });
  return async () => {
    const changes = await watch.evaluate(({ seen, observer }) => {
      seen.changes += observer.takeRecords().length;
      observer.disconnect();
      return seen.changes;
    });
    await watch.dispose();
    return changes === 0 && (await passingAnimations(page)) === 0;
  };
}

/** What fades in or out has no colours yet: waits until nothing does. */
async function settled(page: Page): Promise<void> {
  await expect.poll(() => passingAnimations(page)).toBe(0);
}

/** How many animations will end. Endless motion, and the clock of a notice, which moves nothing, are left aside. */
function passingAnimations(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.getAnimations().filter(({ effect, playState }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        const ends = effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
        return ends && playState === 'running' && !target?.matches('[data-timer-status]');
      }).length,
  );
}
