import { app, nativeTheme } from 'electron';
import type { Language } from '../../contract/display';
import { firstSpoken } from '../../locales/languages';
import type { Settings } from './settings';

/** Makes windows follow the choice of theme. */
export function showTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme;
}

/** The language of a choice on this computer. */
export function languageOf(choice: Settings['language']): Language {
  return choice === 'system' ? firstSpoken(app.getPreferredSystemLanguages()) : choice;
}
