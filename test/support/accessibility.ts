import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe has to say against the screen, twice in a row: what is gone when looked at again was of a notice that came or went meanwhile. */
export async function findings(page: Page): Promise<string[]> {
  const first = await foundNow(page);
  if (first.length === 0) return [];
  const again = await foundNow(page);
  return first.filter((finding) => again.includes(finding));
}

/** Fluent's focus handling leaves invisible helper elements, which are its own matter. */
async function foundNow(page: Page): Promise<string[]> {
  await settled(page);
  const results = await new AxeBuilder({ page })
    // Electron cannot open the blank page that the default mode wants.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** What fades in or out has no colours yet: waits until nothing does. Endless motion, and the clock of a notice, which moves nothing, are left aside. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY && !target?.matches('[data-timer-status]');
    });
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
