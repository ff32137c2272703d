import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { backgroundCheckHours } from '../../contract/app-status';
import { consentMail } from '../../contract/consent';
import { languageChoice, themeChoice, timeZoneChoice } from '../../contract/display';
import { surface } from '../../contract/permissions';
import { DEFAULT_MAIL } from '../identity/consent-mail';

/** Choices of this computer that are no secret and belong to no tenant. */
const settingsSchema = z.object({
  theme: themeChoice.catch('system'),
  language: languageChoice.catch('system'),
  timeZone: timeZoneChoice.catch('system'),
  consentMail: consentMail.catch(DEFAULT_MAIL),
  backgroundCheckHours: backgroundCheckHours.catch(6),
  preferredSurface: surface.catch('xdr'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** Reads the settings file; a missing or damaged one gives the defaults. */
export async function readSettings(file: string): Promise<Settings> {
  try {
    return settingsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Writes the settings whole, so that a crash leaves the old or the new file. */
export async function writeSettings(file: string, settings: Settings): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
