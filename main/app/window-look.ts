import { readFile } from 'node:fs/promises';
import { app, nativeTheme } from 'electron';
import { z } from 'zod';
import { type Language, languageChoice, themeChoice } from '../../contract/display';
import { firstSpoken } from '../../locales/languages';
import type { Settings } from './settings';

/** What of the settings the first window needs, read before the rest of the application is there. */
const look = z.object({ theme: themeChoice.catch('system'), language: languageChoice.catch('system') });
type Look = z.infer<typeof look>;

/** Reads it from the settings file; a missing or damaged one gives the defaults. */
export async function readLook(file: string): Promise<Look> {
  try {
    return look.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return look.parse({});
  }
}

/** Makes windows follow the choice of theme. */
export function showTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme;
}

/** The language of a choice on this computer. */
export function languageOf(choice: Settings['language']): Language {
  return choice === 'system' ? firstSpoken(app.getPreferredSystemLanguages()) : choice;
}
