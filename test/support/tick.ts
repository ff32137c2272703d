import { expect, type Locator } from '@playwright/test';

/** Chooses a checkbox, a switch or a radio button whose state comes back from the main process, so not within the click itself. */
export async function tick(choice: Locator): Promise<void> {
  if (!(await choice.isChecked())) await choice.click();
  await expect(choice).toBeChecked();
}

/** The other way round. */
export async function untick(choice: Locator): Promise<void> {
  if (await choice.isChecked()) await choice.click();
  await expect(choice).not.toBeChecked();
}
