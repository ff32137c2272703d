import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

/** The partner app as a user types it. */
export interface PartnerEntry {
  clientId: string;
  homeTenantId: string;
  clientSecret: string;
}

/** Uses the app as an analyst does: through what is on screen, by the words on screen. */
export class Pilot {
  constructor(
    readonly electron: ElectronApplication,
    readonly page: Page,
  ) {}

  /** From the first screen to a checked credential. */
  async connectPartnerApp(partner: PartnerEntry): Promise<void> {
    await this.page.getByRole('button', { name: 'Connect your partner app' }).click();
    await this.fillPartnerApp(partner);
    await this.enterSecret(partner.clientSecret);
  }

  async fillPartnerApp({ clientId, homeTenantId }: Pick<PartnerEntry, 'clientId' | 'homeTenantId'>): Promise<void> {
    await this.page.getByLabel('Application (client) ID').fill(clientId);
    await this.page.getByLabel('Home tenant (directory) ID').fill(homeTenantId);
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** Opens the secret window; what is typed there is not pressed home yet. */
  async openSecretWindow(button: 'Enter client secret…' | 'Replace secret…' = 'Enter client secret…'): Promise<Page> {
    const opened = this.electron.waitForEvent('window');
    await this.page.getByRole('button', { name: button }).first().click();
    const prompt = await opened;
    await prompt.getByLabel('Client secret value').waitFor();
    return prompt;
  }

  async enterSecret(secret: string, button: 'Enter client secret…' | 'Replace secret…' = 'Enter client secret…'): Promise<void> {
    const prompt = await this.openSecretWindow(button);
    await prompt.getByLabel('Client secret value').fill(secret);
    await this.closeSecretWindow(prompt, 'Save secret');
  }

  /** Presses a button that closes the secret window. */
  async closeSecretWindow(prompt: Page, button: 'Save secret' | 'Cancel'): Promise<void> {
    const closed = prompt.waitForEvent('close');
    // The window may be gone before the click is over.
    const clicked = prompt
      .getByRole('button', { name: button })
      .click()
      .catch((error: unknown) => {
        if (!prompt.isClosed()) throw error;
      });
    await closed;
    await clicked;
  }

  async goTo(place: 'Overview' | 'Incidents' | 'Tenants' | 'Hunting' | 'Tokens' | 'Partner app' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: place }).click();
  }

  /** Adds a tenant by ID or domain, under a name. */
  async addTenant(query: string, displayName: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add tenant' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Tenant ID or domain').fill(query);
    await dialog.getByRole('button', { name: 'Find' }).click();
    await dialog.getByLabel('Display name').fill(displayName);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The Tenants page's line of a tenant. */
  tenantRow(displayName: string): Locator {
    return this.page
      .getByRole('grid', { name: 'Tenants' })
      .getByRole('row')
      .filter({ has: this.page.getByText(displayName, { exact: true }) });
  }

  /** Selects a tenant on the Tenants page and gives its details. */
  async openTenant(displayName: string): Promise<Locator> {
    await this.tenantRow(displayName).click();
    const details = this.page.getByRole('region', { name: 'Tenant details' });
    await expect(details).toContainText(displayName);
    return details;
  }

  incidentRows(): Locator {
    return this.page
      .getByRole('grid', { name: 'Incidents' })
      .locator('[role=row][aria-rowindex]')
      .filter({ has: this.page.locator('[role=gridcell]') });
  }

  /** A short notice in sight. Its words are in the page a second time, for screen readers, as long as they are read out. */
  notice(text: string | RegExp): Locator {
    return this.page.locator('.fui-Toast').filter({ hasText: text });
  }

  /** Text on the clipboard, as the mail program would get it. */
  clipboard(): Promise<string> {
    return this.electron.evaluate(({ clipboard }) => clipboard.readText());
  }

  /** HTML on the clipboard, as a mail program would paste it; empty where there is none. */
  clipboardHtml(): Promise<string> {
    return this.electron.evaluate(async ({ clipboard }) => {
      // Electron before 45 has a call of its own for it (docs/building.md).
      const earlier = clipboard as unknown as { readHTML?(): string };
      if (earlier.readHTML) return earlier.readHTML();
      for (const item of await clipboard.read())
        if (item.types.includes('text/html')) return ((await item.getType('text/html')) as Blob).text();
      return '';
    });
  }

  /** Adds customers by their IDs, without looking them up. */
  async addTenants(tenants: readonly { tenantId: string; displayName: string }[]): Promise<void> {
    for (const { tenantId, displayName } of tenants) {
      const added = await this.page.evaluate((tenant) => window.tenantry.call('tenants.add', tenant), { tenantId, displayName });
      expect(added, displayName).toMatchObject({ ok: true });
    }
  }

  coverage(): Locator {
    return this.page.getByLabel('Coverage').first();
  }
}
