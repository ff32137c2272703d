import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings, writeSettings } from '../../../main/app/settings';

let file: string;
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'tenantry-settings-')), 'deep', 'settings.json');
});

describe('settings', () => {
  it('come back as written', async () => {
    await writeSettings(file, { theme: 'dark' });
    expect(await readSettings(file)).toEqual({ theme: 'dark' });
  });

  it('are the defaults when missing, damaged or of an unknown kind', async () => {
    expect(await readSettings(file)).toEqual({ theme: 'system' });
    await writeSettings(file, { theme: 'dark' });
    for (const text of ['{"theme":', '{"theme":"purple"}', '[]', '']) {
      await writeFile(file, text);
      expect(await readSettings(file)).toEqual({ theme: 'system' });
    }
  });
});
