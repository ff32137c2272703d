import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe has to say against the screen. Fluent's focus handling leaves invisible helper elements, which are its own matter. */
export async function findings(page: Page): Promise<string[]> {
  const results = await new AxeBuilder({ page })
    // Electron cannot open the blank page that the default mode wants.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}
