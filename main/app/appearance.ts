import { app, nativeTheme } from 'electron';
import type { Language } from '../../contract/display';
import { firstSpoken, speak } from '../../locales/words';
import type { Settings } from './settings';

/** Makes the native parts and main's own words follow the choice of theme and language. */
export async function showAs(settings: Pick<Settings, 'theme' | 'language'>): Promise<void> {
  nativeTheme.themeSource = settings.theme === 'contrast' ? 'dark' : settings.theme;
  await speak(languageOf(settings.language));
}

/** The language of a choice on this computer. */
export function languageOf(choice: Settings['language']): Language {
  return choice === 'system' ? firstSpoken(app.getPreferredSystemLanguages()) : choice;
}
