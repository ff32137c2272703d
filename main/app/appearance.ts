import { speak } from '../../locales/words';
import type { Settings } from './settings';
import { languageOf, showTheme } from './window-look';

/** Makes the native parts and main's own words follow the choice of theme and language. */
export async function showAs({ theme, language }: Pick<Settings, 'theme' | 'language'>): Promise<void> {
  showTheme(theme);
  await speak(languageOf(language));
}
