import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from '../../../main/app/settings';

let file: string;
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'tenantry-settings-')), 'deep', 'settings.json');
});

describe('settings', () => {
  it('come back as written', async () => {
    await writeSettings(file, { ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(await readSettings(file)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it('are the defaults when missing, damaged or of an unknown kind', async () => {
    expect(await readSettings(file)).toEqual(DEFAULT_SETTINGS);
    await writeSettings(file, { ...DEFAULT_SETTINGS, theme: 'dark' });
    for (const text of ['{"theme":', '{"theme":"purple"}', '[]', '']) {
      await writeFile(file, text);
      expect(await readSettings(file)).toEqual(DEFAULT_SETTINGS);
    }
  });

  it('keep a mail text, and fall back to the default for one that is none', async () => {
    const { templates } = DEFAULT_SETTINGS.consentMail;
    const consentMail = { appName: 'Desk', templates: { ...templates, sv: { subject: 'Hej', body: '{link}' } } };
    const settings = {
      theme: 'dark',
      consentMail,
      backgroundCheckHours: 24,
      preferredSurface: 'graph',
      language: 'sv',
      timeZone: 'Europe/Stockholm',
    } as const;
    await writeSettings(file, settings);
    expect(await readSettings(file)).toEqual(settings);
    await writeFile(file, JSON.stringify({ theme: 'dark', consentMail: { appName: 7 } }));
    expect(await readSettings(file)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });
});
