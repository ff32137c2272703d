import { expect } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/index';
import { openScreen } from '../../support/screens';
import { said } from '../../support/speech';
import type { Photographer } from './photographer';

/** What is not all well: a change that met another one, a change that has to wait, a cloud that cannot be reached, and the trail of it. */
export async function weather(
  { page, button, dialog, rows, picture, pictures }: Photographer,
  { tenants, control }: Sandbox,
): Promise<void> {
  const [contested, readOnly] = tenants;
  const coverage = page.getByLabel(said('Coverage')).first();
  await openScreen(page, 'incidents');
  await picture('incidents-never-read');
  await button('Refresh').click();
  await expect(coverage).not.toContainText(said('never asked'));
  await expect(button('Cancel')).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
  const grid = page.getByRole('grid', { name: said('Incidents') });
  await grid.focus();
  control.setTenantState(readOnly?.tenantId ?? '', 'readOnly');
  const changes = page.getByRole('region', { name: said('Changes') });
  for (let index = 0; index < 6; index += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    control.tamperIncident(contested?.tenantId ?? '', index, {
      assignedTo: 'other@partner.example',
      lastUpdateTime: new Date().toISOString(),
    });
  }
  await page.keyboard.press('s');
  await dialog.getByRole('radio').last().click();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(changes).toContainText(/6/);
  await expect(changes.getByRole('progressbar')).toHaveCount(0);
  await pictures('changes');
  const compare = button('Compare', {}, changes);
  if (await compare.isVisible()) {
    await compare.click();
    await picture('changes-conflict');
  }
  control.fault({ match: '*', reset: true });
  await page.keyboard.press('Escape');
  await openScreen(page, 'incidents');
  await button('Refresh').click();
  await expect(coverage).toContainText(/0/);
  await expect(button('Cancel')).toHaveCount(0);
  await pictures('incidents-offline');
  await openScreen(page, 'overview');
  await picture('overview-offline');
  await openScreen(page, 'settings');
  await page.getByRole('table', { name: said('Audit trail') }).scrollIntoViewIfNeeded();
  await pictures('audit-trail');
  control.clearFaults();
}
